import { hasShortfall } from "@needs-map/shared/domain/gap/settings";
import type { RankedWard } from "../../analysis/ranking.ts";
import type { Answered } from "../../analysis/use-gaps.ts";
import page from "../../ui/page.module.css";
import type { MethodPart } from "../../words/method-parts.ts";
import {
  figure,
  percent,
  perPeople,
  perPeopleWords,
  roundedParts,
  supplyCount,
  unitDigits,
} from "../../words/numbers.ts";
import { capital, groupWords } from "../../words/question.ts";

interface Props {
  readonly answered: Answered;
  readonly ward: RankedWard;
}

/** One ward's figures as they are shown elsewhere, each with the way to the part that works it out. */
export function WardAnswer({ answered: { asked, result, codes }, ward }: Props) {
  const { type, settings } = asked;
  const { unit } = type;
  const { wards } = result;
  const of = (column: Float64Array) => column[ward.row] ?? Number.NaN;
  const count = (value: number) => supplyCount(value, unit);
  const units = capital(unit);
  const rows: (readonly [string, string, MethodPart])[] = [
    [capital(groupWords(type, settings)), figure(of(wards.group)), "people"],
    ["In reach of a service", percent(of(wards.reach)), "reach"],
    ["People out of reach", figure(of(wards.outOfReach)), "reach"],
    ["Minutes to the nearest, on average", figure(of(wards.nearestMinutes)), "reach"],
    ["Need, 0 to 100", figure(of(wards.need) * 100), "need"],
  ];
  if (hasShortfall(settings.method)) {
    const [nothing, less] = roundedParts(of(wards.short), of(wards.shortOutOfReach), unitDigits(unit));
    const [low, high] = [count(of(wards.low)), count(of(wards.high))];
    rows.push(
      [settings.method === "ratio" ? `${units} inside` : `${units} that reach them`, count(of(wards.supply)), "access"],
      [
        `${units} per ${perPeopleWords(unit)}`,
        figure(of(wards.access) * perPeople(unit), unit === "places" ? 1 : 2),
        "access",
      ],
      ["Share of the target that is met", percent(of(wards.coverage)), "coverage"],
      [`${units} short`, count(of(wards.short)), "short"],
      ["… because nothing is in reach", count(nothing), "causes"],
      ["… because there is not enough", count(less), "causes"],
      ["Likely range", low === high ? low : `${low} to ${high}`, "range"],
      [
        `Colour on the map: ${unit} short per ${perPeopleWords(unit)}`,
        figure((of(wards.short) / of(wards.group)) * perPeople(unit), 1),
        "short",
      ],
    );
  }
  if (settings.method === "raam") rows.push(["Crowding and journey", figure(of(wards.cost), 2), "access"]);
  rows.push([
    "Place in the list of wards",
    ward.rank === null ? "cannot be said" : `${ward.rank} of ${codes.length}`,
    "answer",
  ]);
  return (
    <>
      <table>
        <caption className="visually-hidden">{ward.name}, every figure</caption>
        <tbody>
          {rows.map(([what, value, part]) => (
            <tr key={what}>
              <th scope="row">{part === "answer" ? what : <a href={`#${part}`}>{what}</a>}</th>
              <td className={page.number}>{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {hasShortfall(settings.method) && (
        <p className={page.muted}>
          What is short and its two causes are rounded together, so that the causes add up to it; a cause may differ
          from its own rounding by 1 in the last figure.
        </p>
      )}
    </>
  );
}
