import { type StyleSpecification, validateStyleMin } from "@maplibre/maplibre-gl-style-spec";
import { layers } from "@needs-map/client/layers/index";
import type { LayerView } from "@needs-map/client/layers/layer-view";
import { mapStyle, overStyle } from "@needs-map/client/layers/map-style";
import { type MapContents, SOURCES } from "@needs-map/client/layers/sources";
import { describe, expect, test } from "vitest";

const plain: LayerView = {
  theme: "light",
  filled: false,
  overBase: false,
  services: true,
  crowded: false,
  doubt: true,
  areas: false,
};

const square = [
  [
    [0, 0],
    [0, 1],
    [1, 1],
    [0, 0],
  ],
];
const contents: MapContents = {
  wards: {
    type: "FeatureCollection",
    features: [
      {
        type: "Feature",
        properties: { code: "W1", name: "Market", nameWelsh: "Y Farchnad", people: 8000, label: [0.3, 0.6] },
        geometry: { type: "Polygon", coordinates: square },
      },
      {
        type: "Feature",
        properties: { code: "W2", name: "Mill Lane", nameWelsh: null, people: 5000, label: [0.2, 0.4] },
        geometry: { type: "Polygon", coordinates: square },
      },
    ],
  },
  smallAreas: null,
  basemap: { type: "FeatureCollection", features: [] },
  services: { type: "FeatureCollection", features: [] },
  reach: { type: "MultiPolygon", coordinates: [square] },
  language: "en",
};

const choices = [true, false];
const views: LayerView[] = (["light", "dark"] as const).flatMap((theme) =>
  choices.flatMap((filled) =>
    choices.flatMap((areas) => choices.map((crowded) => ({ ...plain, theme, filled, areas, crowded, doubt: filled }))),
  ),
);

const ids = (view: LayerView) => layers(view).map((layer) => layer.id);

describe("drawing order", () => {
  test("the ground lies beneath the wards, the wards beneath outlines, services and names", () => {
    const order = ids({ ...plain, filled: true });
    const wanted = [
      "outside",
      "land",
      "ward-fill",
      "ward-doubt",
      "small-areas",
      "ward-lines",
      "water-thin-river",
      "major-roads-thin",
      "hovered",
      "selected",
      "ward-labels",
      "services",
    ];
    const places = wanted.map((id) => order.indexOf(id));
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  test("a crowd of services goes beneath the names", () => {
    const order = ids({ ...plain, crowded: true });
    expect(order.indexOf("services")).toBeLessThan(order.indexOf("ward-labels"));
  });

  test("the plain ground comes in the order land, urban, green, water, buildings, roads", () => {
    const order = ids(plain);
    const places = ["land", "urban", "green", "water-river", "buildings", "major-roads", "ward-lines"].map((id) =>
      order.indexOf(id),
    );
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });
});

test("beneath a colour map neither green nor buildings are drawn, and nothing lies over it but lines and water", () => {
  const filled = layers({ ...plain, filled: true });
  expect(filled.map((layer) => layer.id)).not.toContain("green");
  expect(filled.map((layer) => layer.id)).not.toContain("buildings");
  const above = filled.slice(filled.findIndex((layer) => layer.id === "ward-fill") + 1);
  const areas = above.filter((layer) => layer.type === "fill").map((layer) => layer.id);
  expect(areas).toEqual(["ward-no-figure", "ward-doubt", "water-thin-surface"]);
});

test("reach is a flat tint with an outline on the plain map, and an outline alone over ward colours", () => {
  expect(ids(plain).filter((id) => id.startsWith("reach"))).toEqual(["reach-fill", "reach-case", "reach"]);
  expect(ids({ ...plain, filled: true }).filter((id) => id.startsWith("reach"))).toEqual(["reach-case", "reach"]);
});

test.each(views)(
  "the style of $theme, filled $filled, areas $areas, crowded $crowded is valid and names no font server",
  (view) => {
    const style = mapStyle(contents, view);
    expect(validateStyleMin(style)).toEqual([]);
    expect(style.glyphs).toBeUndefined();
    expect(new Set(style.layers.map((layer) => layer.id)).size).toBe(style.layers.length);
  },
);

test("what is turned off stays in the style unseen, so that turning it on is instant", () => {
  const hidden = layers({ ...plain, filled: true, services: false, doubt: false });
  for (const id of ["services", "ward-doubt"]) {
    expect(hidden.find((layer) => layer.id === id)?.layout).toMatchObject({ visibility: "none" });
  }
});

describe("over another style", () => {
  const base: StyleSpecification = {
    version: 8,
    glyphs: "https://tiles.example/{fontstack}/{range}.pbf",
    sources: { tiles: { type: "vector", tiles: ["https://tiles.example/{z}/{x}/{y}.mvt"] } },
    layers: [
      { id: "sea", type: "background", paint: { "background-color": "#abc" } },
      {
        id: "towns",
        type: "symbol",
        source: "tiles",
        "source-layer": "towns",
        layout: { "text-field": ["get", "name"] },
      },
    ],
  };
  const style = overStyle(base, contents, { ...plain, filled: true });
  const order = style.layers.map((layer) => layer.id);

  test("the fill lies above its ground, beneath its names, and lets it through", () => {
    expect(order.indexOf("sea")).toBeLessThan(order.indexOf("ward-fill"));
    expect(order.indexOf("ward-fill")).toBeLessThan(order.indexOf("towns"));
    const fill = style.layers.find((layer) => layer.id === "ward-fill");
    expect(fill?.paint).toMatchObject({ "fill-opacity": 0.88 });
  });

  test("the place's own ground is left out, and the whole is valid", () => {
    expect(order).not.toContain("outside");
    expect(order).not.toContain("water-thin-river");
    expect(validateStyleMin(style)).toEqual([]);
    expect(Object.keys(style.sources)).toContain("tiles");
  });
});

describe("ward names", () => {
  const names = (language: string) => {
    const source = mapStyle({ ...contents, language }, plain).sources[SOURCES.wardLabels];
    const data = source?.type === "geojson" && typeof source.data === "object" ? source.data : null;
    return data?.type === "FeatureCollection" ? data.features.map((feature) => feature.properties?.name) : [];
  };

  test("are Welsh where a Welsh name is known and the page is Welsh", () => {
    expect(names("cy")).toEqual(["Y Farchnad", "Mill Lane"]);
    expect(names("en")).toEqual(["Market", "Mill Lane"]);
  });
});
