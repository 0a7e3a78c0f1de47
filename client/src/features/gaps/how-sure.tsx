import { hasShortfall } from "@needs-map/shared/domain/gap/settings";
import { canBeStable } from "@needs-map/shared/domain/gap/stability";
import { type Question, questionQuery } from "../../analysis/question.ts";
import type { RankedWard } from "../../analysis/ranking.ts";
import { sourceOf } from "../../analysis/source.ts";
import { useSureness } from "../../analysis/use-sureness.ts";
import { Button } from "../../ui/button.tsx";
import { sensitivityWords, shareWords, stabilityWords } from "../../words/sureness.ts";
import styles from "./ranked-wards.module.css";

interface Props {
  readonly place: string;
  readonly question: Question;
  readonly ranked: readonly RankedWard[];
}

/** How often each ward stays among the worst five when settings move, and which setting moves the answer most. */
export function HowSure({ place, question, ranked }: Props) {
  const key = `${place} ${questionQuery(question)}`;
  const { told, start, stop } = useSureness(key, {
    ...sourceOf(place, question),
    settings: question.settings,
  });
  const possible = canBeStable(ranked.length, hasShortfall(question.settings.method));
  return (
    <details className={styles.sure}>
      <summary>How sure is this order?</summary>
      {!possible && (
        <p>
          {hasShortfall(question.settings.method)
            ? "With fewer than six wards, five worst ones say nothing."
            : "This measure has no amount to be short of, so there is no order of it."}
        </p>
      )}
      {possible && told.state === "idle" && (
        <>
          <p>
            The question is asked 200 times with target, longest journey, pull and weights moved by chance, up to a
            quarter either way.
          </p>
          <Button onClick={start}>Work it out</Button>
        </>
      )}
      {told.state === "working" && (
        <p role="status">
          <progress max={told.of || 1} value={told.done} aria-label="Questions asked" /> {told.done} of{" "}
          {told.of || "about 200"} <Button onClick={stop}>Stop</Button>
        </p>
      )}
      {told.state === "error" && (
        <p role="status">
          It could not be worked out. {told.reason} <Button onClick={start}>Try again</Button>
        </p>
      )}
      {told.state === "ready" && <Told told={told} question={question} ranked={ranked} />}
    </details>
  );
}

type Ready = Extract<ReturnType<typeof useSureness>["told"], { state: "ready" }>;

function Told({ told: { sureness, codes }, question, ranked }: Omit<Props, "place"> & { readonly told: Ready }) {
  const names = new Map(ranked.map(({ code, name }) => [code, name]));
  const wards = codes
    .map((code, row) => ({ code, name: names.get(code) ?? code, share: sureness.worst[row] ?? 0 }))
    .filter(({ share }) => share > 0)
    .sort((a, b) => b.share - a.share);
  const [most] = sureness.sensitivities;
  return (
    <div role="status">
      <p>{stabilityWords(wards, sureness.draws)}</p>
      {wards.length > 0 && (
        <table className={styles.sureTable}>
          <thead>
            <tr>
              <th scope="col">Ward</th>
              <th scope="col">Among the five worst</th>
            </tr>
          </thead>
          <tbody>
            {wards.map(({ code, name, share }) => (
              <tr key={code}>
                <th scope="row">{name}</th>
                <td>{shareWords(share)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {most && <h3>What moves the answer most</h3>}
      <ul>
        {sureness.sensitivities.map((one) => (
          <li key={one.setting}>{sensitivityWords(question, one)}</li>
        ))}
      </ul>
    </div>
  );
}
