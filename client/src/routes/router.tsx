import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from "@tanstack/react-router";
import { parseView, readQuery, viewQuery, writeQuery } from "../view/view.ts";
import { NotFoundPage } from "./not-found.tsx";
import { PlaceFrame } from "./place-frame.tsx";
import { PlacesPage } from "./places.tsx";
import { RootFrame } from "./root-frame.tsx";
import { RouteError } from "./route-error.tsx";

/** The query in its one form: keys in order, start values and unknown keys gone. */
const canonical = (query: Record<string, unknown>) => viewQuery(parseView(query));

const root = createRootRoute({ component: RootFrame, notFoundComponent: NotFoundPage, errorComponent: RouteError });

const places = createRoute({ getParentRoute: () => root, path: "/", component: PlacesPage });

const accessibility = createRoute({
  getParentRoute: () => root,
  path: "/accessibility",
  component: lazyRouteComponent(() => import("./accessibility.tsx"), "AccessibilityPage"),
});

const signIn = createRoute({
  getParentRoute: () => root,
  path: "/sign-in",
  component: lazyRouteComponent(() => import("./sign-in.tsx"), "SignInPage"),
});

const place = createRoute({
  getParentRoute: () => root,
  path: "/$place",
  component: PlaceFrame,
  validateSearch: canonical,
  search: { middlewares: [({ search, next }) => canonical(next(search))] },
});

const placeStart = createRoute({
  getParentRoute: () => place,
  path: "/",
  component: lazyRouteComponent(() => import("./start.tsx"), "PlaceStartPage"),
});

const map = createRoute({
  getParentRoute: () => place,
  path: "/map",
  component: lazyRouteComponent(() => import("./map.tsx"), "MapPage"),
});

const gaps = createRoute({
  getParentRoute: () => place,
  path: "/gaps",
  component: lazyRouteComponent(() => import("./gaps.tsx"), "GapsPage"),
});

const wards = createRoute({
  getParentRoute: () => place,
  path: "/wards",
  component: lazyRouteComponent(() => import("./wards.tsx"), "WardsPage"),
});

const ward = createRoute({
  getParentRoute: () => place,
  path: "/wards/$code",
  component: lazyRouteComponent(() => import("./ward.tsx"), "WardPage"),
});

const compare = createRoute({
  getParentRoute: () => place,
  path: "/wards/compare",
  component: lazyRouteComponent(() => import("./compare.tsx"), "ComparePage"),
});

const services = createRoute({
  getParentRoute: () => place,
  path: "/services",
  component: lazyRouteComponent(() => import("./services.tsx"), "ServicesPage"),
});

const equity = createRoute({
  getParentRoute: () => place,
  path: "/equity",
  component: lazyRouteComponent(() => import("./equity.tsx"), "EquityRoute"),
});

const method = createRoute({
  getParentRoute: () => place,
  path: "/method",
  component: lazyRouteComponent(() => import("./method.tsx"), "MethodPage"),
});

const data = createRoute({
  getParentRoute: () => place,
  path: "/data",
  component: lazyRouteComponent(() => import("./data.tsx"), "DataPage"),
});

export const router = createRouter({
  routeTree: root.addChildren([
    places,
    accessibility,
    signIn,
    place.addChildren([placeStart, map, gaps, wards, compare, ward, services, equity, method, data]),
  ]),
  parseSearch: readQuery,
  stringifySearch: writeQuery,
  defaultNotFoundComponent: NotFoundPage,
  scrollRestoration: true,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
