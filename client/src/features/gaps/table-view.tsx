import type { Service } from "@needs-map/shared/contract/service";
import { CircleQuestionMark, Columns3, Download } from "lucide-react";
import { type ReactNode, useMemo, useState } from "react";
import { type Column, columns } from "../../analysis/columns.ts";
import type { RankedWard } from "../../analysis/ranking.ts";
import type { Answered } from "../../analysis/use-gaps.ts";
import type { WardColours } from "../../cartography/ward-colours.ts";
import { Button, buttonClass } from "../../ui/button.tsx";
import { Flyout } from "../../ui/flyout.tsx";
import { MethodLink } from "../../ui/method-link.tsx";
import { ScrollRegion } from "../../ui/scroll-region.tsx";
import { Segments } from "../../ui/segments.tsx";
import type { View } from "../../view/view.ts";
import { figure, hundredths } from "../../words/numbers.ts";
import { canBeHatched } from "./hatching.ts";
import { ServicesTable } from "./services-table.tsx";
import { SortHeading, useSorted } from "./sort-heading.tsx";
import styles from "./table-view.module.css";

interface Props {
  /** Id of the place. */
  readonly place: string;
  readonly answered: Answered;
  readonly ranked: readonly RankedWard[];
  readonly colours: WardColours;
  readonly services: readonly Service[];
  readonly sort: View["sort"];
  readonly selected: string | null;
  readonly hovered: string | null;
  readonly csv: string;
  /** Why the table stands where the map would. */
  readonly note?: ReactNode;
  readonly controls?: ReactNode;
  readonly onHover: (code: string | null) => void;
  readonly onSelect: (code: string) => void;
}

/** All that the map holds, as tables: every figure of every ward, and every service. */
export function TableView(props: Props) {
  const { answered, services } = props;
  const [shown, setShown] = useState<"wards" | "services">("wards");
  const tables = [
    { id: "wards", label: "Wards" },
    { id: "services", label: answered.asked.type.title },
  ] as const;
  return (
    <div className={styles.view}>
      {props.note}
      {shown === "wards" ? (
        <WardsTable
          {...props}
          switcher={<Segments label="Table" value={shown} options={tables} onChange={setShown} />}
        />
      ) : (
        <ServicesTable
          services={services}
          type={answered.asked.type}
          method={answered.asked.settings.method}
          providers={answered.asked.providers}
          wards={props.ranked}
          switcher={<Segments label="Table" value={shown} options={tables} onChange={setShown} />}
          controls={props.controls}
        />
      )}
    </div>
  );
}

function WardsTable(props: Props & { readonly switcher: ReactNode }) {
  const { answered, ranked, colours, selected, hovered } = props;
  const all = useMemo(() => columns(answered), [answered]);
  const hatched = canBeHatched(colours.by, answered.asked.settings.method);
  const [picked, setPicked] = useState<ReadonlySet<string> | null>(null);
  const shown = all.filter((column) => (picked ? picked.has(column.id) : column.usual));
  const start = props.sort === "name" ? ({ by: "name", down: false } as const) : ({ by: "rank", down: false } as const);
  const { rows, sorting, sortBy } = useSorted(ranked, start, (ward, by) => {
    if (by === "name") return ward.name;
    if (by === "rank") return ward.rank ?? Number.NaN;
    return all.find((column) => column.id === by)?.of(ward.row) ?? Number.NaN;
  });
  const pick = (id: string, on: boolean) => {
    const next = new Set(picked ?? all.filter((column) => column.usual).map((column) => column.id));
    if (on) next.add(id);
    else next.delete(id);
    setPicked(next);
  };
  return (
    <>
      <div className={styles.tools}>
        {props.switcher}
        <Flyout
          name="Columns"
          label={
            <>
              <Columns3 size={17} aria-hidden /> Columns
            </>
          }
        >
          {() => (
            <div className={styles.checks}>
              {all.map((column) => (
                <label key={column.id} className={styles.check}>
                  <input
                    type="checkbox"
                    checked={shown.includes(column)}
                    onChange={(event) => pick(column.id, event.target.checked)}
                  />
                  {column.title}
                </label>
              ))}
              <Button look="link" onClick={() => setPicked(new Set(all.map((column) => column.id)))}>
                Show every column
              </Button>
            </div>
          )}
        </Flyout>
        <a className={buttonClass()} href={props.csv} download>
          <Download size={17} aria-hidden /> CSV
        </a>
        {props.controls}
      </div>
      <ScrollRegion label="Table of wards" className={styles.scroll} bothWays>
        <table className={styles.table}>
          <caption className="visually-hidden">Every ward with its figures</caption>
          <thead>
            <tr>
              <SortHeading by="name" className={styles.first} {...{ sorting, sortBy }}>
                Ward
              </SortHeading>
              <SortHeading by="rank" {...{ sorting, sortBy }}>
                Rank
              </SortHeading>
              {shown.map((column) => (
                <SortHeading
                  key={column.id}
                  by={column.id}
                  {...{ sorting, sortBy }}
                  aside={
                    <MethodLink
                      place={props.place}
                      part={column.part}
                      className={styles.how}
                      label={`How “${column.title}” is worked out`}
                    >
                      <CircleQuestionMark size={15} aria-hidden />
                    </MethodLink>
                  }
                >
                  {column.title}
                </SortHeading>
              ))}
              {hatched && <th scope="col">Less certain</th>}
            </tr>
          </thead>
          <tbody>
            {rows.map((ward) => {
              const look = ward.code === selected ? styles.selected : ward.code === hovered ? styles.hovered : "";
              return (
                <tr
                  key={ward.code}
                  className={look}
                  onPointerEnter={() => props.onHover(ward.code)}
                  onPointerLeave={() => props.onHover(null)}
                >
                  <th scope="row" className={styles.first}>
                    <Button look="link" onClick={() => props.onSelect(ward.code)}>
                      {ward.name}
                    </Button>
                  </th>
                  <td>{ward.rank}</td>
                  {shown.map((column) => (
                    <td key={column.id}>
                      <Cell value={column.of(ward.row)} column={column} />
                    </td>
                  ))}
                  {hatched && <td>{colours.byCode.get(ward.code)?.doubtful ? "Yes" : "No"}</td>}
                </tr>
              );
            })}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row" className={styles.first}>
                All wards
              </th>
              <td />
              {shown.map((column) => (
                <td key={column.id}>{column.total === null ? null : <Cell value={column.total} column={column} />}</td>
              ))}
              {hatched && <td />}
            </tr>
          </tfoot>
        </table>
      </ScrollRegion>
    </>
  );
}

function Cell({ value, column }: { readonly value: number; readonly column: Column }) {
  if (Number.isFinite(value)) return column.share ? hundredths(value, column.digits) : figure(value, column.digits);
  return (
    <span className={styles.muted}>
      <span aria-hidden>–</span>
      <span className="visually-hidden">cannot be said</span>
    </span>
  );
}
