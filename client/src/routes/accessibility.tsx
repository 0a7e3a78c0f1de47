import page from "../ui/page.module.css";
import { TopBar } from "../ui/top-bar.tsx";

export function AccessibilityPage() {
  return (
    <>
      <title>Accessibility · Needs Map</title>
      <TopBar />
      <main id="main" className={page.page}>
        <h1>Accessibility</h1>
        <p>
          Needs Map aims to meet the Web Content Accessibility Guidelines 2.2 at level AA on every page. The map and the
          table hold the same figures, so nobody needs the map to get an answer.
        </p>
        <h2>What you can do</h2>
        <ul>
          <li>Read the answer as a sentence at the top of the Gaps page; it is read out when it changes.</li>
          <li>Use everything by keyboard. Arrow keys move through the wards, Enter opens one, Escape closes it.</li>
          <li>Press / to search, [ to hide or show the question, ] to hide or show the wards.</li>
          <li>Type a number in the box beside each slider; nothing has to be dragged.</li>
          <li>
            Make the text larger, up to four times, without losing anything. On narrow screens the list comes first.
          </li>
          <li>
            Choose light or dark colours, or let the system decide. Reduced motion and high contrast are followed.
          </li>
        </ul>
        <h2>How it was checked</h2>
        <p>
          By automated tests (axe) in every state of the pages, in light and dark colours at three sizes; by keyboard
          alone; through Chromium's accessibility tree; with forced colours and at four times the size.
        </p>
        <h2>What is not known</h2>
        <p>
          It has not been tried with people who use NVDA, JAWS, VoiceOver or TalkBack, nor in browsers other than
          Chromium. The map itself is a picture: its canvas names the place and its description tells the highest and
          lowest wards, but single wards are reached through the list or the table.
        </p>
        <h2>Tell the council</h2>
        <p>If something here is hard to use, tell the council that runs this service, so that it can be put right.</p>
      </main>
    </>
  );
}
