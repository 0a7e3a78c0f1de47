/** A chart without the words and styles that the library gives it: what stands around it says the same. */
export function withoutWords<Chart extends Element>(chart: Chart): Chart {
  for (const own of chart.querySelectorAll("style")) own.remove();
  for (const part of chart.querySelectorAll("[aria-label]")) part.removeAttribute("aria-label");
  chart.setAttribute("aria-hidden", "true");
  return chart;
}
