import { hasShortfall } from "@needs-map/shared/domain/gap/settings";
import type { RankedWard } from "../../analysis/ranking.ts";
import type { Answered } from "../../analysis/use-gaps.ts";
import page from "../../ui/page.module.css";
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

/** One ward's numbers, step by step. */
export function WardWorked({ answered: { asked, result }, ward }: Props) {
  const { type, settings } = asked;
  const of = (column: Float64Array) => column[ward.row] ?? Number.NaN;
  const { wards } = result;
  const count = (value: number) => supplyCount(value, type.unit);
  const units = capital(type.unit);
  const steps: (readonly [string, string])[] = [
    [capital(groupWords(type, settings)), figure(of(wards.group))],
    ["Mean need, 0 to 1", figure(of(wards.need), 2)],
    ["In reach of a service", percent(of(wards.reach))],
  ];
  if (hasShortfall(settings.method)) {
    const [nothing, less] = roundedParts(of(wards.short), of(wards.shortOutOfReach), unitDigits(type.unit));
    const [low, high] = [count(of(wards.low)), count(of(wards.high))];
    steps.push(
      [`${units} that reach them`, count(of(wards.supply))],
      ["Share of the target that is met", percent(of(wards.coverage))],
      [`${units} short`, count(of(wards.short))],
      ["… because nothing is in reach", count(nothing)],
      ["… because there is not enough", count(less)],
      ["Likely range", low === high ? low : `${low} to ${high}`],
      [
        `Colour on the map: ${type.unit} short per ${perPeopleWords(type.unit)}`,
        figure((of(wards.short) / of(wards.group)) * perPeople(type.unit), 1),
      ],
    );
  } else steps.push(["People out of reach", figure(of(wards.outOfReach))]);
  return (
    <section className={page.scroll} aria-label={`${ward.name}, step by step`}>
      <table>
        <tbody>
          {steps.map(([what, value]) => (
            <tr key={what}>
              <th scope="row">{what}</th>
              <td className={page.number}>{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
