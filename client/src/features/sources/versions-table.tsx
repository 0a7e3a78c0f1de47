import type { VersionChanges } from "@needs-map/shared/contract/data-version";
import type { PlaceDetail } from "@needs-map/shared/contract/place";
import page from "../../ui/page.module.css";
import { ScrollRegion } from "../../ui/scroll-region.tsx";
import { date, figure } from "../../words/numbers.ts";

/** Every version that can be restored, newest first, with what changed in it. */
export function VersionsTable({ place }: { readonly place: PlaceDetail }) {
  return (
    <>
      <p>
        Each import is a version. An earlier one is read again with{" "}
        <code>needsmap place restore {place.id} NUMBER</code>; none is lost by that.
      </p>
      <ScrollRegion label="Versions">
        <table>
          <thead>
            <tr>
              <th scope="col">Version</th>
              <th scope="col">Loaded</th>
              <th scope="col" className={page.number}>
                People
              </th>
              <th scope="col" className={page.number}>
                Services
              </th>
              <th scope="col" className={page.number}>
                Faults
              </th>
              <th scope="col">What changed</th>
            </tr>
          </thead>
          <tbody>
            {place.versions.map(({ version, loadedAt, current, counts, faults, changes }) => (
              <tr key={version}>
                <th scope="row">
                  {version}
                  {current && <strong> in use</strong>}
                </th>
                <td>{date(loadedAt)}</td>
                <td className={page.number}>{figure(counts.people ?? Number.NaN)}</td>
                <td className={page.number}>{figure(counts.services ?? Number.NaN)}</td>
                <td className={page.number}>{figure(faults)}</td>
                <td>{changes ? changed(changes) : "The first"}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </>
  );
}

function changed({ since, wards, smallAreas, services, people }: VersionChanges): string {
  const parts = [
    part("wards", wards),
    part("small areas", smallAreas),
    part("services", services, services.moved),
    people.wards > 0 || Math.abs(people.difference) >= 0.5
      ? `people ${people.difference < 0 ? "fewer by" : "more by"} ${figure(Math.abs(people.difference))}, in ${figure(people.wards)} wards`
      : null,
  ].filter((words) => words !== null);
  return parts.length === 0
    ? `The same areas, people and services as version ${since}`
    : `Since version ${since}: ${parts.join("; ")}`;
}

function part(name: string, { added, gone }: { added: number; gone: number }, moved = 0): string | null {
  if (added + gone + moved === 0) return null;
  return `${name} ${figure(added)} added, ${figure(gone)} gone${moved > 0 ? `, ${figure(moved)} moved` : ""}`;
}
