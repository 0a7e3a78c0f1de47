/** Parts of the method page, by the anchors that figures elsewhere link to. */
export type MethodPart =
  | "answer"
  | "people"
  | "reach"
  | "decay"
  | "access"
  | "need"
  | "target"
  | "short"
  | "causes"
  | "coverage"
  | "range"
  | "ward-figures"
  | "intervals"
  | "trend"
  | "equity"
  | "sources";
