import type { OnProgress, Progress } from "../imports/progress.ts";
import type { Terminal } from "./terminal.ts";

/** Shows progress: one line that is redrawn on a screen, else a line for each step. */
export function progressLine({ err, live }: Pick<Terminal, "err" | "live">): { show: OnProgress; end(): void } {
  let step = "";
  const show = (progress: Progress) => {
    if (live) return err(`\r\u001b[K${share(progress)}  ${progress.step}`);
    if (progress.step === step) return;
    step = progress.step;
    err(`${share(progress)}  ${step}\n`);
  };
  return { show, end: () => (live ? err("\r\u001b[K") : undefined) };
}

const share = ({ done, total }: Progress) => `${Math.floor(total > 0 ? (done / total) * 100 : 100)}%`.padStart(4);
