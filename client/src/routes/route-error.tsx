import { type ErrorComponentProps, useRouter } from "@tanstack/react-router";
import { Button } from "../ui/button.tsx";
import page from "../ui/page.module.css";
import { TopBar } from "../ui/top-bar.tsx";

export function RouteError({ error, reset }: ErrorComponentProps) {
  const router = useRouter();
  return (
    <>
      <title>Something went wrong · Needs Map</title>
      <TopBar />
      <main id="main" className={page.page}>
        <h1>This page did not work</h1>
        <p>Something went wrong in the browser. Nothing was lost.</p>
        <p className={page.muted}>{error instanceof Error ? error.message : String(error)}</p>
        <Button
          look="primary"
          onClick={() => {
            reset();
            void router.invalidate();
          }}
        >
          Try again
        </Button>
      </main>
    </>
  );
}
