import type { Theme } from "../cartography/palettes.ts";

/** Colours of everything on the map but the ward fills. */
export interface MapColours {
  readonly outside: string;
  readonly shadow: string;
  readonly land: string;
  readonly urban: string;
  readonly green: string;
  readonly water: string;
  readonly waterLine: string;
  readonly building: string;
  readonly roadMinor: string;
  readonly roadMajor: string;
  readonly roadCase: string;
  readonly railway: string;
  readonly wardLine: string;
  readonly wardLineNoFill: string;
  readonly label: string;
  readonly labelHalo: string;
  readonly waterLabel: string;
  readonly ink: string;
  readonly paper: string;
  readonly service: string;
}

export const mapColours: Record<Theme, MapColours> = {
  light: {
    outside: "#eceee7",
    shadow: "#55625c",
    land: "#fbfaf6",
    urban: "#f3f1ea",
    green: "#d9e6cb",
    water: "#c5dde8",
    waterLine: "#9cc3d5",
    building: "#e0dccf",
    roadMinor: "#ffffff",
    roadMajor: "#fff6dd",
    roadCase: "#d3cec0",
    railway: "#82908b",
    wardLine: "#ffffff",
    wardLineNoFill: "#c9cfc8",
    label: "#16211f",
    labelHalo: "#ffffff",
    waterLabel: "#1b5b7d",
    ink: "#16211f",
    paper: "#ffffff",
    service: "#1b6694",
  },
  dark: {
    outside: "#0e1412",
    shadow: "#000000",
    land: "#18211f",
    urban: "#1b2523",
    green: "#1f2f22",
    water: "#1d3a47",
    waterLine: "#2c5366",
    building: "#28332f",
    roadMinor: "#33403c",
    roadMajor: "#4a4633",
    roadCase: "#0e1412",
    railway: "#70807a",
    wardLine: "#0e1412",
    wardLineNoFill: "#4a5853",
    label: "#eef3f0",
    labelHalo: "#0e1412",
    waterLabel: "#8fc1da",
    ink: "#eef3f0",
    paper: "#0e1412",
    service: "#7db8e0",
  },
};
