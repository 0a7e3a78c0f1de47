import { countedServices, formCounts, withForm } from "@needs-map/client/analysis/provider-counts";
import type { Service } from "@needs-map/shared/contract/service";
import { noSuchServices, providersWords, restingWords } from "@needs-map/shared/domain/gap/providers-words";
import { describe, expect, test } from "vitest";

const service = (legalForm: Service["legalForm"], checked = true): Service => ({
  id: `${legalForm}`,
  type: "clubs",
  name: "A club",
  organisation: null,
  legalForm,
  address: null,
  postcode: null,
  lon: 1,
  lat: 52,
  ward: null,
  capacity: null,
  checked,
  checkedOn: null,
  times: null,
  cost: null,
  phone: null,
  website: null,
});
const services = [service("voluntary"), service("public"), service("voluntary", false), service(null)];

describe("the choice of providers", () => {
  const offered = formCounts(services, null);

  test("offers the forms that occur with their counts, and those a link chose", () => {
    expect(offered).toEqual([
      { form: "public", count: 1 },
      { form: "voluntary", count: 2 },
      { form: "unknown", count: 1 },
    ]);
    expect(formCounts(services, ["sme"])[1]).toEqual({ form: "sme", count: 0 });
  });

  test("put out one by one leaves the rest, and the last one stays", () => {
    expect(withForm(null, offered, "public", false)).toEqual(["voluntary", "unknown"]);
    expect(withForm(["unknown"], offered, "unknown", false)).toEqual(["unknown"]);
  });

  test("is no choice once every form that occurs counts", () => {
    expect(withForm(["public", "voluntary"], offered, "unknown", true)).toBeNull();
  });

  test("shows only what counts", () => {
    expect(countedServices(services, { forms: ["voluntary"], unchecked: false })).toEqual([services[0]]);
    expect(countedServices(services, { forms: null, unchecked: true })).toBe(services);
  });
});

describe("the words about providers", () => {
  test("name the kinds that count and what is left out", () => {
    expect(providersWords({ forms: null, unchecked: true })).toEqual([]);
    expect(providersWords({ forms: ["voluntary", "community"], unchecked: false })).toEqual([
      "Only voluntary and community services are counted.",
      "Records that nobody has checked lately are left out.",
    ]);
    expect(providersWords({ forms: ["public", "unknown"], unchecked: true })).toEqual([
      "Only public services, and those whose legal form is not known, are counted.",
    ]);
    expect(providersWords({ forms: ["unknown"], unchecked: true })).toEqual([
      "Only services whose legal form is not known are counted.",
    ]);
  });

  test("name the wards whose answers rest on unchecked records", () => {
    expect(restingWords([], 4)).toBeNull();
    expect(restingWords(["A"], 4)).toBe("1 ward's answer rests on unchecked records: A.");
    expect(restingWords(["A", "B", "C"], 4)).toBe("3 wards' answers rest on unchecked records: A, B, C.");
    expect(restingWords(["A", "B"], 2)).toBe("All 2 wards' answers rest on unchecked records.");
    expect(noSuchServices("youth clubs")).toBe(
      "None of the youth clubs listed here is of these kinds, so none counts.",
    );
  });
});
