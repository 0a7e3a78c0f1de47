import { Link } from "@tanstack/react-router";
import page from "../ui/page.module.css";
import { TopBar } from "../ui/top-bar.tsx";

export function NotFoundPage() {
  return (
    <>
      <title>Page not found · Needs Map</title>
      <TopBar />
      <main id="main" className={page.page}>
        <h1>There is no page here</h1>
        <p>The address may be mistyped, or the page may have moved.</p>
        <p>
          <Link to="/">Go to the start</Link>
        </p>
      </main>
    </>
  );
}
