import { nearbyServices } from "@needs-map/client/features/gaps/nearby-services";
import type { Service } from "@needs-map/shared/contract/service";
import { describe, expect, test } from "vitest";

/** A service so many metres north of 54° north on the meridian. */
const service = (id: string, metres: number, ward: string): Service => ({
  id,
  type: "youth-clubs",
  name: id,
  organisation: null,
  legalForm: null,
  address: null,
  postcode: null,
  lon: 0,
  lat: 54 + metres / 111_195,
  ward,
  capacity: null,
  checked: true,
  checkedOn: null,
  times: null,
  cost: null,
  phone: null,
  website: null,
});

const walk = { mode: "walk", minutes: 15 } as const;
const ids = (found: ReturnType<typeof nearbyServices>) => found.map(({ service: { id } }) => id);

describe("services near a starting point", () => {
  const services = [service("far-inside", 3000, "W"), service("near-outside", 500, "V"), service("beyond", 5000, "V")];

  test("are those of the ward and those within the longest journey, nearest first", () => {
    expect(ids(nearbyServices(services, "W", [0, 54], walk))).toEqual(["near-outside", "far-inside"]);
  });

  test("are the three nearest beyond it where there are none, and told as such", () => {
    const found = nearbyServices(services, "X", [0, 53.9], walk);
    expect(ids(found)).toEqual(["near-outside", "far-inside", "beyond"]);
    expect(found.some(({ within }) => within)).toBe(false);
  });

  test("are those of the ward alone where there is no starting point", () => {
    expect(ids(nearbyServices(services, "W", null, walk))).toEqual(["far-inside"]);
  });
});
