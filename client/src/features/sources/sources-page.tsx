import type { PlaceDetail } from "@needs-map/shared/contract/place";
import { useQuery } from "@tanstack/react-query";
import { serviceTypesQuery } from "../../api/queries.ts";
import page from "../../ui/page.module.css";
import { PageFrame } from "../../ui/page-frame.tsx";
import { ScrollRegion } from "../../ui/scroll-region.tsx";
import { date, dated, figure, list } from "../../words/numbers.ts";
import { VersionsTable } from "./versions-table.tsx";

const bandWords = ([from, to]: readonly [number, number]) => (to >= 90 ? `${from} and over` : `${from} to ${to}`);

const webAddress = (url: string | null) => (url && /^https?:\/\//.test(url) ? url : null);

/** Where every figure comes from: files with publisher, licence, date and rows, and what could not be read in them. */
export function SourcesPage({ place }: { readonly place: PlaceDetail }) {
  const today = new Date().toISOString().slice(0, 10);
  const { data: types } = useQuery(serviceTypesQuery(place.id, place.dataVersion));
  return (
    <PageFrame title="Data" place={place} wide>
      <h1>Data of {place.name}</h1>
      <p>
        {figure(place.people)} people ({dated(place.peopleDate)}) in {figure(place.wards)} wards and{" "}
        {figure(place.smallAreas)} small areas, at {figure(place.demandPoints)} points. Version {place.dataVersion},
        loaded on {date(place.loadedAt)}. {place.attribution}
      </p>
      {place.ageBands && (
        <p>
          People are known in {place.ageBands.length} age bands ({list(place.ageBands.map(bandWords))}). A narrower
          range of ages is an estimate: a band's people are shared among its years in proportion.
        </p>
      )}
      {place.neighbours && (
        <p>
          {figure(place.neighbours.people)} people over the border ({dated(place.neighbours.date)}) count for services
          near it, where the services there are listed too.
        </p>
      )}
      {place.missing.length > 0 && (
        <>
          <h2>What is missing</h2>
          <ul>
            {place.missing.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        </>
      )}
      {place.sample && <p>This place is invented. Its people, services and figures are sample data.</p>}

      <h2>Files</h2>
      <ScrollRegion label="Files">
        <table>
          <thead>
            <tr>
              <th scope="col">File</th>
              <th scope="col">Publisher</th>
              <th scope="col">Licence</th>
              <th scope="col">Date of the figures</th>
              <th scope="col" className={page.number}>
                Rows
              </th>
              <th scope="col" className={page.number}>
                Wards matched
              </th>
              <th scope="col">Next due</th>
            </tr>
          </thead>
          <tbody>
            {place.sources.map((source) => (
              <tr key={source.id}>
                <th scope="row">
                  {webAddress(source.url) ? <a href={webAddress(source.url) ?? ""}>{source.title}</a> : source.title}
                  {source.note && <div className={page.muted}>{source.note}</div>}
                </th>
                <td>{source.publisher}</td>
                <td>{source.licence}</td>
                <td>{dated(source.vintage)}</td>
                <td className={page.number}>{figure(source.rows)}</td>
                <td className={page.number}>
                  {source.wardsMatched === null ? "" : `${figure(source.wardsMatched)} of ${figure(place.wards)}`}
                </td>
                <td>
                  {source.due ? dated(source.due) : ""}
                  {source.due && source.due < today && <strong className={page.stale}> overdue</strong>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>

      <h2>Services</h2>
      <ScrollRegion label="Services">
        <table>
          <thead>
            <tr>
              <th scope="col">Service</th>
              <th scope="col" className={page.number}>
                Listed
              </th>
              <th scope="col" className={page.number}>
                Places
              </th>
              <th scope="col" className={page.number}>
                Not checked
              </th>
              <th scope="col">Date</th>
              <th scope="col">Over the border</th>
            </tr>
          </thead>
          <tbody>
            {types?.map((type) => (
              <tr key={type.id}>
                <th scope="row">{type.title}</th>
                <td className={page.number}>{figure(type.count)}</td>
                <td className={page.number}>
                  {type.unit === "sites"
                    ? "counted as sites"
                    : `${figure(type.capacity ?? 0)}${type.withoutCapacity > 0 ? `, ${type.withoutCapacity} not given` : ""}`}
                </td>
                <td className={page.number}>{figure(type.unchecked)}</td>
                <td>{dated(type.vintage)}</td>
                <td>{type.neighboursKnown ? `${figure(type.neighbours)} listed` : "not known"}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>

      <h2>Versions</h2>
      <VersionsTable place={place} />

      <h2>Rows that could not be read</h2>
      {place.faults.length === 0 ? (
        <p>None. Every row of every file was read.</p>
      ) : (
        <ScrollRegion label="Rows that could not be read">
          <table>
            <thead>
              <tr>
                <th scope="col">File</th>
                <th scope="col" className={page.number}>
                  Row
                </th>
                <th scope="col">Column</th>
                <th scope="col">Reason</th>
              </tr>
            </thead>
            <tbody>
              {place.faults.map((fault) => (
                <tr key={`${fault.file} ${fault.row} ${fault.field} ${fault.reason}`}>
                  <th scope="row">{fault.file}</th>
                  <td className={page.number}>{fault.row}</td>
                  <td>{fault.field}</td>
                  <td>{fault.reason}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      )}
    </PageFrame>
  );
}
