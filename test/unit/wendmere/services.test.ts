import { pointInPolygon } from "@needs-map/shared/domain/geo/inside";
import { expect, test } from "vitest";
import { sampleRecipe, sampleShapes, sampleTable } from "./read-sample.ts";

const services = sampleTable("services.csv");
const wards = sampleShapes("wards.geojson").features;
const types = sampleRecipe().serviceTypes;
const wardAt = ({ lon, lat }: Record<string, string>) =>
  wards.find(({ geometry }) => pointInPolygon(Number(lon), Number(lat), geometry))?.properties.name;

test("there are twelve types, each with services", () => {
  expect(types).toHaveLength(12);
  for (const { id } of types) expect(services.filter(({ type }) => type === id).length, id).toBeGreaterThan(4);
});

test("every service stands in a ward, at a postcode of the borough, under an id of its own", () => {
  const postcodes = new Set(sampleTable("postcodes.csv").map(({ postcode }) => postcode));
  expect(new Set(services.map(({ id }) => id)).size).toBe(services.length);
  for (const service of services) {
    expect(wardAt(service), service.name).toBeDefined();
    expect(postcodes).toContain(service.postcode);
  }
});

test("places are given where the type counts places, but for a few that are missing, and never where it counts sites", () => {
  for (const { id, unit } of types) {
    const own = services.filter(({ type }) => type === id);
    const given = own.filter(({ capacity }) => capacity !== "").length;
    if (unit === "sites") expect(given, id).toBe(0);
    else expect(given, id).toBeGreaterThan(own.length - 3);
  }
  expect(services.some(({ type, capacity }) => type === "youth-clubs" && capacity === "")).toBe(true);
});

test("some records are unchecked, with an old date or none", () => {
  const unchecked = services.filter(({ checked }) => checked === "no");
  expect(unchecked.length).toBeGreaterThan(10);
  expect(unchecked.length).toBeLessThan(services.length / 5);
  for (const { checked_on = "" } of unchecked) expect(checked_on === "" || checked_on < "2025").toBe(true);
});

test("the poor east has no youth club, the well-off south-west has many", () => {
  const withClub = new Set(services.filter(({ type }) => type === "youth-clubs").map(wardAt));
  for (const ward of ["Eastgate", "Riverside", "Hawthorn", "Old Docks"]) expect(withClub).not.toContain(ward);
  for (const ward of ["Ashdown Green", "Brookside", "Castle Hill", "Copse End"]) expect(withClub).toContain(ward);
});

test("telephone numbers and addresses on the web are of the kinds kept for fiction", () => {
  for (const { phone, website } of services) {
    expect(phone).toMatch(/^01632 960\d{3}$/);
    expect(website).toMatch(/^https:\/\/[a-z0-9-]+\.example\/[a-z0-9-]+$/);
  }
  expect(new Set(services.map(({ phone }) => phone)).size).toBe(services.length);
});
