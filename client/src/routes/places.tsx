import { useQuery } from "@tanstack/react-query";
import { Link, Navigate } from "@tanstack/react-router";
import { placesQuery } from "../api/queries.ts";
import { Button } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";
import page from "../ui/page.module.css";
import { TopBar } from "../ui/top-bar.tsx";
import { dated, figure } from "../words/numbers.ts";

export function PlacesPage() {
  const { data: places, error, refetch } = useQuery(placesQuery);
  const only = places?.length === 1 ? places[0] : undefined;
  if (only) return <Navigate to="/$place" params={{ place: only.id }} search={{}} replace />;
  return (
    <>
      <title>Places · Needs Map</title>
      <TopBar />
      <main id="main" className={page.page}>
        <h1>Choose a place</h1>
        {error && (
          <Notice tone="error" action={<Button onClick={() => void refetch()}>Try again</Button>}>
            The places did not load. {error.message}
          </Notice>
        )}
        {!places && !error && <p role="status">Looking for places…</p>}
        {places?.length === 0 && <p>No place has been loaded yet. The command “needsmap place add” loads one.</p>}
        <ul className={page.cards}>
          {places?.map((place) => (
            <li key={place.id}>
              <Link className={page.card} to="/$place" params={{ place: place.id }} search={{}}>
                {place.name}
              </Link>
              <p className={page.muted}>
                {place.sample && "Sample data. "}
                {figure(place.wards)} wards, {figure(place.people)} people ({dated(place.peopleDate)})
              </p>
            </li>
          ))}
        </ul>
      </main>
    </>
  );
}
