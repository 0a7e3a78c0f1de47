import { PanelLeft, PanelRight } from "lucide-react";
import { Button } from "../../ui/button.tsx";
import styles from "./workspace.module.css";

interface Props {
  readonly question: boolean;
  readonly onQuestion: () => void;
  readonly wards: boolean;
  readonly onWards: () => void;
}

/** Shows and hides the panels beside the map. */
export function PanelButtons({ question, onQuestion, wards, onWards }: Props) {
  return (
    <div className={styles.panels}>
      <Button
        icon
        look="quiet"
        aria-label="The question"
        aria-keyshortcuts="["
        aria-pressed={question}
        title="Show or hide the question ( [ )"
        onClick={onQuestion}
      >
        <PanelLeft size={18} aria-hidden />
      </Button>
      <Button
        icon
        look="quiet"
        aria-label="The wards"
        aria-keyshortcuts="]"
        aria-pressed={wards}
        title="Show or hide the wards ( ] )"
        onClick={onWards}
      >
        <PanelRight size={18} aria-hidden />
      </Button>
    </div>
  );
}
