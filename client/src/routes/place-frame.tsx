import { useQuery } from "@tanstack/react-query";
import { Link, Outlet, useParams } from "@tanstack/react-router";
import { ApiError } from "../api/client.ts";
import { CurrentPlace } from "../api/current-place.ts";
import { placeQuery } from "../api/queries.ts";
import { Button } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";
import page from "../ui/page.module.css";
import { TopBar } from "../ui/top-bar.tsx";

/** Loads the place of the address and says plainly when there is none. */
export function PlaceFrame() {
  const { place: id } = useParams({ from: "/$place" });
  const { data, error, refetch } = useQuery(placeQuery(id));
  if (data) {
    return (
      <CurrentPlace value={data}>
        <Outlet />
      </CurrentPlace>
    );
  }
  if (!error) return <Waiting />;
  const unknown = error instanceof ApiError && (error.status === 404 || error.status === 400);
  return (
    <>
      <title>{`${unknown ? "Place not found" : "Not loaded"} · Needs Map`}</title>
      <TopBar />
      <main id="main" className={page.page}>
        <h1>{unknown ? `There is no place called “${id}” here` : "The place did not load"}</h1>
        {unknown ? (
          <p>
            The link may be old or mistyped. <Link to="/">See the places that are here</Link>
          </p>
        ) : (
          <Notice tone="error" action={<Button onClick={() => void refetch()}>Try again</Button>}>
            {error.message}
          </Notice>
        )}
      </main>
    </>
  );
}

function Waiting() {
  return (
    <>
      <TopBar />
      <main id="main" className={page.page} aria-busy>
        <p role="status">Opening the place…</p>
      </main>
    </>
  );
}
