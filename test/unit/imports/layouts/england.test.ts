import { type Council, englandsCouncils } from "@needs-map/server/imports/layouts/england/councils";
import { englandRecipe } from "@needs-map/server/imports/layouts/england/england-recipe";
import { findCouncil } from "@needs-map/server/imports/layouts/england/find-council";
import { PlaceId } from "@needs-map/shared/contract/place";
import { Recipe } from "@needs-map/shared/contract/recipe";
import { describe, expect, test } from "vitest";

const known = await englandsCouncils();
const { councils, former } = known;

function named(name: string): Council {
  const found = councils.find((council) => council.name === name);
  if (!found) throw new Error(`There is no ${name} in the list.`);
  return found;
}

describe("a council is found", () => {
  test("by its code, its name, and a part of its name that no other has", () => {
    for (const asked of ["E06000010", "e06000010 ", "Kingston upon Hull, City of", "kingston UPON hull", "Hull"])
      expect(findCouncil(known, asked)).toMatchObject({ council: { code: "E06000010" } });
    expect(findCouncil(known, "City of London")).toMatchObject({ council: { code: "E09000001" } });
    expect(findCouncil(known, "Manchester")).toMatchObject({ council: { code: "E08000003" } });
  });

  test("or the nearest names are told", () => {
    expect(findCouncil(known, "Westminister")).toEqual({
      why: expect.stringMatching(
        /^No council of England is called "Westminister"\. Nearest: Westminster \(E09000033\)/,
      ),
    });
    expect(findCouncil(known, "Northamptonshire")).toEqual({
      why: '"Northamptonshire" may be North Northamptonshire (E06000061), West Northamptonshire (E06000062).',
    });
  });

  test("or what became of a former code or name, and why others are none", () => {
    expect(findCouncil(known, "E08000016")).toEqual({
      why: "E08000016 is the former code of Barnsley: use Barnsley (E08000038).",
    });
    expect(findCouncil(known, "Daventry")).toEqual({
      why: "Daventry is now part of West Northamptonshire (E06000062).",
    });
    expect(findCouncil(known, "E10000012")).toEqual({ why: expect.stringContaining("is a county") });
    expect(findCouncil(known, "W06000001")).toEqual({ why: expect.stringContaining("is not in England") });
    expect(findCouncil(known, "E09000034")).toEqual({ why: expect.stringContaining("Westminster (E09000033)") });
  });
});

describe("the recipe of a council from the England-wide files", () => {
  test("is valid for all 296, each under an id of its own", () => {
    expect(councils).toHaveLength(296);
    const recipes = councils.map((council) => Recipe.parse(englandRecipe(council, ["trafford", "wendmere"])));
    const ids = recipes.map(({ place }) => place.id);
    expect(new Set(ids).size).toBe(296);
    for (const id of ids) expect(PlaceId.safeParse(id).success).toBe(true);
    expect(ids).toContain("bristol");
    expect(ids).toContain("trafford-england");
  });

  test("picks the council's wards and small areas, under the older code where they still carry one", () => {
    const only = (council: Council) =>
      Object.fromEntries(englandRecipe(council, []).files.map(({ id, only: rows }) => [id, rows]));
    expect(only(named("Westminster"))).toMatchObject({
      wards: { LAD25CD: "E09000033" },
      "small-areas": { LADCD_ACTIVE: "E09000033" },
    });
    expect(only(named("Sheffield"))).toMatchObject({
      wards: { LAD25CD: "E08000039" },
      "small-areas": { LADCD_ACTIVE: "E08000019" },
    });
  });

  test("says of every file that it has no address, and where the original is", () => {
    for (const file of englandRecipe(named("Leeds"), []).files) {
      expect(file.url).toBeNull();
      expect(file.note).toMatch(/^It is not published in this form: .+\. Bring it with --mirror/);
    }
  });

  test("starts from the place's own average and tells what is missing", () => {
    const { serviceTypes, missing, needWeights } = englandRecipe(named("Westminster"), []);
    expect(serviceTypes[1]).toMatchObject({
      id: "pharmacies",
      target: 3.99,
      targetFrom:
        "Starting point: the place's own average, 95 pharmacies for 238,047 people of these ages (mid-2015). It is not a standard.",
    });
    expect(missing[0]).toContain("mid-2015");
    expect(missing.join(" ")).not.toContain("do not fit");
    expect(Object.values(needWeights).reduce((sum, weight) => sum + weight)).toBe(100);
  });

  test("tells people whose point lies elsewhere, so that the file's total can be made up again", () => {
    const unlike = councils.filter(({ people, peopleByBand: [a, b, c] }) => a + b + c !== people);
    expect(unlike).toHaveLength(33);
    const sutton = englandRecipe(named("Sutton"), []).missing.find((sentence) => sentence.includes("do not fit"));
    expect(sutton).toBe(
      "The points do not fit Sutton exactly: E01004129 (1,908 people) has its point in Merton and is counted there. The file has 199,870 people for the council, and 197,962 are counted.",
    );
    const merton = englandRecipe(named("Merton"), []).missing.find((sentence) => sentence.includes("do not fit"));
    expect(merton).toContain("1,908 people of a council next to it have their point inside");
  });

  test("takes the people of a council without any point by their small area", () => {
    const { files } = englandRecipe(named("Isles of Scilly"), []);
    expect(files.find(({ id }) => id === "people")?.role).toBe("people-small-areas");
  });
});

test("a former council's area belongs to one of today's", () => {
  const codes = new Set(councils.map(({ code }) => code));
  for (const { now } of former) expect(codes.has(now)).toBe(true);
});
