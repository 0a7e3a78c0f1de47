import type { Place } from "@needs-map/shared/contract/place";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { placesQuery } from "../api/queries.ts";
import { useTheme } from "../view/theme.ts";
import { useView } from "../view/use-view.ts";
import { LinkFaults } from "./link-faults.tsx";
import page from "./page.module.css";
import { ThemeMenu } from "./theme-menu.tsx";
import { TopBar } from "./top-bar.tsx";

interface Props {
  readonly title: string;
  readonly place: Place;
  readonly wide?: boolean;
  readonly children: ReactNode;
}

/** A page of words about a place, with the bar above. */
export function PageFrame({ title, place, wide = false, children }: Props) {
  const [view, change] = useView();
  const theme = useTheme(view.theme);
  const { data: places } = useQuery(placesQuery);
  return (
    <>
      <title>{`${title} · ${place.name} · Needs Map`}</title>
      <TopBar place={place} places={places ?? []}>
        <ThemeMenu
          choice={theme.choice}
          onChoose={(choice) => {
            theme.choose(choice);
            void change({ theme: choice === "system" ? null : choice });
          }}
        />
      </TopBar>
      <main id="main" className={`${page.page} ${wide ? page.wide : ""}`}>
        <LinkFaults />
        {children}
      </main>
    </>
  );
}
