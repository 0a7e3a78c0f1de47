import { recognise } from "@needs-map/server/imports/layouts/recognise";
import { survey } from "@needs-map/server/imports/layouts/survey";
import { describe, expect, test } from "vitest";
import { onDisk } from "../formats/on-disk.ts";

const put = onDisk();

/** What a file is taken for; a name that tells nothing unless one is given. */
async function taken(contents: string | Buffer, name = "file.csv") {
  return recognise(await survey(await put(name, contents), () => {}));
}

const lines = (...rows: string[]) => rows.join("\n");
const square = [
  [
    [0, 52],
    [0.1, 52],
    [0.1, 52.1],
    [0, 52.1],
    [0, 52],
  ],
];
const areasWith = (...rows: object[]) =>
  JSON.stringify({
    type: "FeatureCollection",
    features: rows.map((properties) => ({
      type: "Feature",
      properties,
      geometry: { type: "Polygon", coordinates: square },
    })),
  });
const YEARS = Array.from({ length: 90 }, (_, age) => age);

describe("boundaries", () => {
  test.each([
    [{ WD25CD: "E05000001", WD25NM: "A", WD25NMW: " ", LAD25CD: "E07000001" }, "wards", 2025, "LAD25CD"],
    [{ wd17cd: "W05000001", wd17nm: "A" }, "wards", 2017, null],
    [{ area_code: "E05000001", area_name: "A", lat: 53, lon: -2 }, "wards", null, null],
    [{ LSOA11CD: "E01000001", LSOA11NM: "A" }, "small-areas", 2011, null],
    [{ OA21CD: "E00000001", LSOA21CD: "E01000001" }, "output-areas", 2021, null],
  ] as const)("%o", async (properties, of, year, council) => {
    const known = await taken(areasWith(properties), "x.geojson");
    expect(known).toMatchObject({ sure: "certain", draft: { role: "boundaries", of, year, council } });
  });

  test("of codes of a council's own are told from its words, and are a guess", async () => {
    const known = await taken(
      areasWith({ code: "A1", name: "North" }, { code: "A2", name: "South" }),
      "our_wards.geojson",
    );
    expect(known).toMatchObject({ sure: "guess", draft: { of: "wards", code: "code", name: "name" } });
  });

  test("without a code each are not understood, and why is told", async () => {
    const known = await taken(areasWith({ area_name: "North" }, { area_name: "South" }), "x.geojson");
    expect(known).toEqual({ path: "x.geojson", why: expect.stringContaining("have no code each") });
  });
});

describe("people by age", () => {
  test("in single years with rows of persons and of each sex (Trafford Data Lab)", async () => {
    const row = (sex: string) => `2024-06-30,E01000001,A,LSOA,${sex},182,2,2,2,${YEARS.map(() => 2).join()},2`;
    const known = await taken(
      lines(
        `period,area_code,area_name,geography,sex,all_ages,aged_0_to_15,aged_16_to_64,aged_65_and_over,${YEARS.join()},90+`,
        row("Persons"),
        row("Females"),
        row("Males"),
      ),
    );
    expect(known).toMatchObject({
      sure: "certain",
      draft: {
        role: "people",
        of: "small-areas",
        ages: { as: "years", oldest: "90+", prefix: "" },
        only: { sex: "Persons" },
        date: "2024-06-30",
      },
    });
  });

  test("in single years of men and of women alone (ONS small-area estimates), which together are everyone", async () => {
    const known = await taken(
      lines(
        [
          "LSOA 2021 Code",
          "LSOA 2021 Name",
          "Total",
          ...["F", "M"].flatMap((sex) => [...YEARS, "90+"].map((age) => `${sex}${age}`)),
        ].join(),
        ["E01000001", "A", 364, ...Array<number>(182).fill(2)].join(),
      ),
    );
    expect(known).toMatchObject({ draft: { role: "people", ages: { as: "bands" } } });
    if (!("draft" in known) || known.draft.role !== "people" || known.draft.ages.as !== "bands")
      throw new Error("no people");
    expect(known.draft.ages.bands).toHaveLength(182);
    expect(known.draft.ages.bands).toContainEqual({ column: "M90+", ages: [90, 90] });
  });

  test("in wide bands with numbers of people of working age beside them (Indices of Deprivation 2019, File 6)", async () => {
    const known = await taken(
      lines(
        "\uFEFFLSOA code (2011),LSOA name (2011),Local Authority District code (2019),Local Authority District name (2019),Total population: mid 2015 (excluding prisoners),Dependent Children aged 0-15: mid 2015 (excluding prisoners),Population aged 16-59: mid 2015 (excluding prisoners),Older population aged 60 and over: mid 2015 (excluding prisoners),Working age population 18-59/64: for use with Employment Deprivation Domain (excluding prisoners)",
        'E01000001,City of London 001A,E09000001,City of London,"1,296",175,656,465,715',
        'E01000002,City of London 001B,E09000001,City of London,"1,156",182,580,394,620',
      ),
    );
    expect(known).toMatchObject({
      sure: "likely",
      draft: { role: "people", code: "LSOA code (2011)", date: "mid-2015" },
    });
    if ("draft" in known && known.draft.role === "people" && known.draft.ages.as === "bands")
      expect(known.draft.ages.bands.map(({ ages }) => ages)).toEqual([
        [0, 15],
        [16, 59],
        [60, 90],
      ]);
  });

  test("one band a row, with sexes and shares beside the counts (Nomis)", async () => {
    const rows = ["E01000001", "E01000002"].flatMap((code) =>
      ["Total", "Male"].flatMap((sex) =>
        ["All Ages", "Aged 0 to 15", "Aged 16 to 64", "Aged 65+"].flatMap((age) => [
          `2023,${code},A,${sex},${age},Value,10`,
          `2023,${code},A,${sex},${age},Percent,3.4`,
        ]),
      ),
    );
    const known = await taken(
      lines("DATE,GEOGRAPHY_CODE,GEOGRAPHY_NAME,GENDER_NAME,C_AGE_NAME,MEASURES_NAME,OBS_VALUE", ...rows),
    );
    expect(known).toMatchObject({
      draft: {
        role: "people",
        code: "GEOGRAPHY_CODE",
        date: "2023",
        ages: {
          as: "rows",
          band: "C_AGE_NAME",
          value: "OBS_VALUE",
          bands: { "Aged 0 to 15": [0, 15], "Aged 65+": [65, 90] },
        },
        only: { GENDER_NAME: "Total", MEASURES_NAME: "Value" },
      },
    });
  });

  test("in bands with what Nomis writes around their names (bulk Census tables)", async () => {
    const known = await taken(
      lines(
        "date,geography,geography code,Age: Total; measures: Value,Age: Aged 15 years and under; measures: Value,Age: Aged 16 to 64 years; measures: Value,Age: Aged 65 years and over; measures: Value",
        "2021,A,E05000001,6,1,2,3",
        "2021,B,E05000002,6,1,2,3",
      ),
    );
    expect(known).toMatchObject({ draft: { role: "people", of: "wards", date: "2021" } });
  });
});

describe("where areas and postcodes are", () => {
  test("the ONS Postcode Directory, by degrees and with the small areas of 2021", async () => {
    const known = await taken(
      lines(
        "pcd,pcd2,pcds,dointr,oscty,osward,oseast1m,osnrth1m,lsoa11,lsoa21,lat,long",
        "AB1 0AA,AB1  0AA,AB1 0AA,198001,E99999999,E05000001,385386,801193,E01000001,E01000009,57.101474,-2.242851",
        "AB1 0AB,AB1  0AB,AB1 0AB,198001,E99999999,E05000001,385177,801314,E01000001,E01000009,57.102554,-2.246308",
      ),
    );
    expect(known).toMatchObject({
      draft: {
        role: "postcodes",
        columns: { postcode: "pcds", lon: "long", lat: "lat", ward: "osward", area: "lsoa21" },
        crs: "EPSG:4326",
      },
    });
  });

  test("postcodes with the headings of longitude and latitude the wrong way round go by their values", async () => {
    const known = await taken(
      lines("postcode,lat,lon,lsoa_code", "M1 1AA,-2.2,53.4,E01000001", "M1 1AB,-2.3,53.5,E01000001"),
    );
    expect(known).toMatchObject({ sure: "likely", draft: { role: "postcodes", columns: { lon: "lat", lat: "lon" } } });
  });

  test("points of areas, and lookups between small areas and wards", async () => {
    expect(
      await taken(
        lines("LSOACD,latitude,longitude,lsoa11cd", "E01000001,51.5,-0.1,E01000001", "E01000002,51.6,-0.1,E01000002"),
      ),
    ).toMatchObject({
      draft: { role: "points", code: "LSOACD", lon: "longitude", lat: "latitude" },
    });
    expect(
      await taken(
        lines(
          "lsoa21cd,lsoa21nm,wd22cd,wd22nm,lad22cd",
          "E01000001,A,E05000001,W,E07000001",
          "E01000002,B,E05000001,W,E07000001",
        ),
      ),
    ).toMatchObject({ draft: { role: "lookup", area: "lsoa21cd", ward: "wd22cd" } });
  });
});

describe("figures of need", () => {
  test("ranks of 2019 with a byte-order mark and thousands separators: lower is more need, tenths are passed over", async () => {
    const known = await taken(
      lines(
        "\uFEFFLSOA code (2011),LSOA name (2011),Index of Multiple Deprivation (IMD) Rank,Index of Multiple Deprivation (IMD) Decile,Living Environment Rank (where 1 is most deprived)",
        'E01000001,A,"29,199",9,"1,234"',
        'E01000002,B,"30,379",10,55',
      ),
      "File_2_IoD2019.csv",
    );
    expect(known).toMatchObject({ sure: "certain", draft: { role: "indicators", theme: "Deprivation 2019" } });
    if ("draft" in known && known.draft.role === "indicators")
      expect(known.draft.indicators.map(({ id, higherIsMoreNeed }) => [id, higherIsMoreNeed])).toEqual([
        ["imd-rank", false],
        ["environment-rank", false],
      ]);
  });

  test("scores of 2025 go before ranks of the same, by both kinds of headings", async () => {
    for (const headings of [
      "lsoa21_code,IMD_decile,IMD_rank,IMD_score,Housing_and_Services_score",
      "LSOA code (2021),Index of Multiple Deprivation (IMD) Decile,Index of Multiple Deprivation (IMD) Rank,Index of Multiple Deprivation (IMD) Score,Barriers to Housing and Services Score",
    ]) {
      const known = await taken(lines(headings, "E01000001,1,10,44.1,12.2", "E01000002,2,20,33.1,11.3"));
      if (!("draft" in known) || known.draft.role !== "indicators") throw new Error("no indicators");
      expect(known.draft.indicators.map(({ id }) => id)).toEqual(["imd", "housing"]);
      expect(known.draft.series?.year).toBe(2025);
    }
  });

  test("any other numbers beside a code are figures whose direction is a guess", async () => {
    const known = await taken(lines("lsoa,Households without a car (%)", "E01000001,12.5", "E01000002,33"));
    expect(known).toMatchObject({
      sure: "guess",
      draft: { indicators: [{ id: "households-without-a-car", unit: "%", higherIsMoreNeed: true }] },
    });
  });

  test("counts by category of a Census table become the share that is known, without the row of totals", async () => {
    const known = await taken(
      lines(
        "area_code,area_name,geography,period,indicator,general_health,measure,unit,value",
        ...["E01000001", "E01000002"].flatMap((code) =>
          ["Total", "Good health", "Bad health", "Very bad health"].map(
            (health) => `${code},A,Lower-layer Super Output Area,2021-03-21,About health,${health},Count,Persons,5`,
          ),
        ),
      ),
    );
    expect(known).toMatchObject({
      sure: "certain",
      draft: {
        role: "counts",
        of: "small-areas",
        category: "general_health",
        theme: "Census 2021",
        only: { general_health: ["Good health", "Bad health", "Very bad health"] },
        indicators: [{ id: "bad-health", categories: ["Bad health", "Very bad health"] }],
      },
    });
  });

  test("figures by ward are told to be of no use yet", async () => {
    expect(await taken(lines("WD25CD,Score", "E05000001,1.5", "E05000002,2"))).toMatchObject({
      why: expect.stringContaining("figures by ward"),
    });
  });
});

describe("services", () => {
  test("the NHS list of practices without headings: 27 fields, active practices alone", async () => {
    const row = (code: string, status: string, setting: string) =>
      `"${code}","THE SURGERY","Y63","QHM","1 HIGH STREET","","TOWN","","","TS18 1HU","19740401","","${status}","B","16C","20200401","","01642 672351","","","","0","","16C","","${setting}",""`;
    const known = await taken(lines(row("A81001", "A", "4"), row("A81002", "C", "4"), row("A81003", "A", "1")));
    expect(known).toMatchObject({
      draft: {
        role: "services",
        title: "General practices",
        columns: { id: "organisation code", name: "name", postcode: "postcode", phone: "telephone" },
        only: { status: "A", "prescribing setting": "4" },
      },
    });
  });

  test("NHS Choices: parted by the not sign, in ISO-8859-1", async () => {
    const known = await taken(
      Buffer.from(
        lines(
          "OrganisationID¬OrganisationCode¬OrganisationType¬OrganisationName¬OrganisationStatus¬Address1¬City¬Postcode¬Latitude¬Longitude¬Phone",
          "1¬A1¬Pharmacy¬Café Chemist¬Visible¬1 High St¬Town¬BB9 5NP¬53.8¬-2.2¬01282 1",
          "2¬A2¬Pharmacy¬Other¬Hidden¬2 High St¬Town¬BB9 5NQ¬¬¬",
        ),
        "latin1",
      ),
    );
    expect(known).toMatchObject({
      file: { reading: { encoding: "iso-8859-1", delimiter: "¬" } },
      draft: {
        title: "Pharmacy",
        columns: {
          id: "OrganisationID",
          name: "OrganisationName",
          lon: "Longitude",
          lat: "Latitude",
          address: ["Address1", "City"],
        },
        only: { OrganisationStatus: ["Visible"] },
      },
    });
  });

  test("schools of the national register: metres of the National Grid, places, open ones alone", async () => {
    const known = await taken(
      lines(
        "URN,LA (name),EstablishmentName,EstablishmentStatus (name),SchoolCapacity,Postcode,Street,Town,TelephoneNum,SchoolWebsite,Easting,Northing",
        "1,Here,First School,Open,210,M33 2AA,High St,Sale,0161 1,http://a.example,377038,388251",
        "2,Here,Second School,Closed,,M33 2AB,Low St,Sale,,,377138,388351",
      ),
    );
    expect(known).toMatchObject({
      draft: {
        title: "EstablishmentName",
        crs: "EPSG:27700",
        columns: { id: "URN", name: "EstablishmentName", capacity: "SchoolCapacity", lon: "Easting", lat: "Northing" },
        only: { "EstablishmentStatus (name)": ["Open"] },
      },
    });
  });

  test("care homes of the regulator: beds, coordinates, and whether it is a care home", async () => {
    const known = await taken(
      lines(
        "Location ID,Location Name,Care home?,Care homes beds,Location Postal Code,Location Latitude,Location Longitude,Provider Name",
        "1-1,The Elms,Y,30,M33 2AA,53.4,-2.3,Elms Ltd",
        "1-2,Help at Home,N,0,M33 2AB,53.5,-2.3,Help Ltd",
      ),
    );
    expect(known).toMatchObject({
      draft: {
        title: "Care homes",
        columns: {
          id: "Location ID",
          name: "Location Name",
          capacity: "Care homes beds",
          organisation: "Provider Name",
        },
        only: { "Care home?": ["Y"] },
      },
    });
  });

  test("charities are organisations, with no place on the map", async () => {
    const known = await taken(
      lines(
        "registered_charity_number,charity_name,charity_activities,charity_contact_postcode",
        "1,Help,Helps,M33 2AA",
        "2,Aid,Aids,M33 2AB",
      ),
    );
    expect(known).toMatchObject({ draft: { role: "organisations", columns: { id: "registered_charity_number" } } });
  });

  test("a list of several kinds is parted by its column, a list of one kind is not", async () => {
    const rows = ["A,Food bank,M1 1AA", "B,Warm space,M1 1AB", "C,Food bank,M1 1AD", "D,Warm space,M1 1AE"];
    const several = await taken(lines("name,type,postcode", ...rows), "directory.csv");
    expect(several).toMatchObject({ draft: { typeColumn: "type" } });
    expect(await taken(lines("name,type,postcode", ...rows), "libraries.csv")).toMatchObject({
      draft: { typeColumn: null },
    });
  });
});

test("a table without codes, names or places is not understood, and why is told", async () => {
  expect(await taken(lines("month,spend", "January,10", "May,20"))).toEqual({
    path: "file.csv",
    why: expect.stringContaining("Its columns: month, spend"),
  });
});
