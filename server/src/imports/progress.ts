/** How far an import is: a step in words, and how much of it is done. */
export interface Progress {
  readonly step: string;
  readonly done: number;
  readonly total: number;
}

export type OnProgress = (progress: Progress) => void;
