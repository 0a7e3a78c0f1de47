import { Download } from "lucide-react";
import { Flyout } from "../../ui/flyout.tsx";
import styles from "./menus.module.css";

interface Props {
  readonly csv: string;
  readonly geojson: string;
}

/** Files of the figures that show, with the settings they answer. */
export function ExportMenu({ csv, geojson }: Props) {
  return (
    <Flyout
      name="Export"
      buttonClass={styles.barButton ?? ""}
      label={
        <>
          <Download size={17} aria-hidden /> <span className={styles.word}>Export</span>
        </>
      }
    >
      {(close) => (
        <ul className={styles.files}>
          <li>
            <a href={csv} download onClick={close}>
              CSV
            </a>
            <small>Every ward and figure, for a spreadsheet</small>
          </li>
          <li>
            <a href={geojson} download onClick={close}>
              GeoJSON
            </a>
            <small>The same with ward boundaries, for a map program</small>
          </li>
        </ul>
      )}
    </Flyout>
  );
}
