/** Style of the reference page: the product's colours, light and dark, with nothing from elsewhere. */
export const referenceStyle = `:root {
  color-scheme: light dark;
  --ink: #16211f; --ink-2: #424e4b; --line: #d8deda; --surface: #ffffff; --canvas: #f5f6f2; --sunken: #eaeee9;
  --link: #0b5c4b; --focus: #ffd43b;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ink: #eef3f0; --ink-2: #c2ccc8; --line: #33403c; --surface: #151d1b; --canvas: #0e1412; --sunken: #1e2825;
    --link: #5cc7ab;
  }
}
* { box-sizing: border-box; }
html { scroll-padding-top: 16px; }
body {
  margin: 0; color: var(--ink); background: var(--canvas);
  font: 16px/1.5 "Source Sans 3", "Noto Sans", system-ui, sans-serif;
}
a { color: var(--link); text-underline-offset: 3px; }
:focus-visible { outline: 3px solid var(--ink); outline-offset: 2px; box-shadow: 0 0 0 8px var(--focus); }
main:focus { outline: none; box-shadow: none; }
.skip { position: absolute; left: -9999px; }
.skip:focus { left: 16px; top: 8px; padding: 8px 12px; background: var(--surface); }
header { padding: 10px 24px; background: #16211f; }
.product { margin: 0; font-weight: 650; }
.product a { color: #eef3f0; text-decoration: none; }
nav { border-bottom: 1px solid var(--line); background: var(--surface); }
nav ul { display: flex; flex-wrap: wrap; gap: 4px 20px; margin: 0; padding: 10px 24px; list-style: none; }
nav a { display: inline-block; padding: 4px 0; }
main { max-width: 1060px; margin: 0 auto; padding: 24px; }
h1 { margin: 8px 0 12px; font-size: 27px; line-height: 1.2; }
h2 { margin: 40px 0 4px; font-size: 21px; }
h3 { margin: 0 0 4px; font-size: 16px; overflow-wrap: anywhere; }
p { max-width: 72ch; margin: 6px 0; }
article { margin: 16px 0; padding: 16px 20px; background: var(--surface); border: 1px solid var(--line); border-radius: 8px; }
#forms ~ h3 { margin-top: 24px; }
code { font: 0.92em/1.4 ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; overflow-wrap: anywhere; }
.method { color: var(--ink-2); font-weight: 750; }
table { width: 100%; margin: 12px 0; border-collapse: collapse; background: var(--surface); font-size: 15px; }
caption { padding: 4px 0; color: var(--ink-2); text-align: left; overflow-wrap: anywhere; }
th, td { padding: 6px 10px 6px 0; border-top: 1px solid var(--line); text-align: left; vertical-align: top; overflow-wrap: anywhere; }
th { font-weight: 550; }
thead th { color: var(--ink-2); }
@media (max-width: 600px) { main, header, nav ul { padding-left: 16px; padding-right: 16px; } article { padding: 12px; } }
`;
