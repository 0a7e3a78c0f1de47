import { Button } from "./button.tsx";
import { Notice } from "./notice.tsx";

interface Props {
  readonly place: string;
  readonly code: string;
  /** What is shown in its stead, a sentence. */
  readonly instead?: string;
  readonly onForget: () => void;
}

/** Says that a link names a ward that the place does not have. */
export function UnknownWard({ place, code, instead = "", onForget }: Props) {
  return (
    <Notice tone="warn" action={<Button onClick={onForget}>Show all wards</Button>}>
      {`${place} has no ward with the code ${code}. The link may be old or mistyped. ${instead}`.trim()}
    </Notice>
  );
}
