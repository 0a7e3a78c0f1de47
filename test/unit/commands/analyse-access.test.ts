import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { runCommand } from "@needs-map/server/commands/run-command";
import { afterAll, describe, expect, test } from "vitest";

const CLI = fileURLToPath(new URL("../../../server/dist/cli.js", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "needs-map-analyse-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const write = (name: string, text: string) => {
  writeFileSync(join(folder, name), text);
  return name;
};
const needsmap = (...args: string[]) => spawnSync(process.execPath, [CLI, ...args], { cwd: folder, encoding: "utf8" });

/** The same command line within this process, since starting Node for every fault takes long. */
async function inProcess(...args: string[]) {
  const stdout: string[] = [];
  const stderr: string[] = [];
  const status = await runCommand(
    {
      out: (text) => void stdout.push(text),
      err: (text) => void stderr.push(text),
      live: false,
      ask: async () => null,
      path: (written) => resolve(folder, written),
      env: {},
    },
    args,
  );
  return { status, stdout: stdout.join(""), stderr: stderr.join("") };
}

const demand = write("demand.csv", "id,value\nt1,100\nt2,50\nt3,10\n");
const supply = write("supply.csv", "id,value\nh1,15\nh2,20\nh3,100\n");
/** The hospital example of pysal/access: own tract 1, tracts 1 and 2 to 3 and back `near`, 1 to 2 and back `far`. */
const journeys = (name: string, near: number, far: number) =>
  write(
    name,
    [
      "origin,destination,cost",
      "t1,h1,1",
      "t2,h2,1",
      "t3,h3,1",
      ...["t1,h3", "t2,h3", "t3,h1", "t3,h2"].map((pair) => `${pair},${near}`),
      ...["t1,h2", "t2,h1"].map((pair) => `${pair},${far}`),
      "",
    ].join("\n"),
  );
const cost = journeys("cost.csv", 40, 80);
const halved = journeys("halved.csv", 20, 40);
const tables = (costs: string) => ["analyse", "access", "--demand", demand, "--supply", supply, "--cost", costs];
const people4 = write("people4.csv", "id,value\na,50000\nb,150000\nc,10000\n");
const jobs4 = write("jobs4.csv", "id,value\nx,100000\ny,100000\nz,10000\n");
const between4 = write(
  "between4.csv",
  `origin,destination,cost\n${[
    ["a", [15, 30, 100]] as const,
    ["b", [30, 15, 100]] as const,
    ["c", [100, 100, 15]] as const,
  ]
    .flatMap(([from, to]) => to.map((minutes, at) => `${from},${"xyz"[at]},${minutes}\n`))
    .join("")}`,
);
const two = write("two.csv", "id,value\ntown,100000\n");
const clinics = write("clinics.csv", "id,value\nnear,2\nfar,1\n");
const toClinics = write("to-clinics.csv", "origin,destination,cost\ntown,far,10\ntown,near,0\n");
const figuresOf = (stdout: string) =>
  stdout
    .trimEnd()
    .split("\n")
    .slice(1)
    .map((row) => Number(row.split(",")[1]));
const access = (costs: string, ...rest: string[]) => needsmap(...tables(costs), ...rest);
const attempt = (costs: string, ...rest: string[]) => inProcess(...tables(costs), ...rest);

const published: [string, string, string[], number[]][] = [
  [
    "2SFCA with weight 1/t",
    cost,
    ["--method", "2sfca", "--decay", "power:1,-1,1", "--max", "60"],
    [0.331444, 0.579828, 7.286418],
  ],
  [
    "E2SFCA in steps",
    cost,
    ["--method", "e2sfca", "--decay", "step:20=1,40=.68,60=.22"],
    [0.747592, 0.959256, 1.227799],
  ],
  ["binary 40", cost, ["--method", "2sfca", "--decay", "binary:40"], [0.761364, 0.958333, 1.094697]],
  [
    "2SFCA with journeys halved",
    halved,
    ["--method", "2sfca", "--decay", "power:1,-1,1", "--max", "60"],
    [0.442568, 0.666758, 5.740525],
  ],
  [
    "E2SFCA with journeys halved",
    halved,
    ["--method", "e2sfca", "--decay", "step:20=1,40=.68,60=.22"],
    [0.835417, 0.852083, 0.885417],
  ],
  ["binary 40 with journeys halved", halved, ["--method", "2sfca", "--max", "40"], [0.84375, 0.84375, 0.84375]],
  [
    "3SFCA with weight 1/t",
    cost,
    ["--method", "3sfca", "--decay", "power:1,-1,1", "--max", "60"],
    [0.156332, 0.406293, 9.905212],
  ],
  [
    "3SFCA with journeys halved",
    halved,
    ["--method", "3sfca", "--decay", "power:1,-1,1", "--max", "60"],
    [0.174802, 0.424036, 9.631801],
  ],
  ["RAAM", cost, ["--method", "raam", "--tau", "60"], [1.498148, 1.498148, 0.848148]],
  ["RAAM with journeys halved", halved, ["--method", "raam", "--tau", "60"], [1.251235, 1.251235, 0.934568]],
];

describe("needsmap analyse access", () => {
  test.each(published)("gives the published figures of %s", async (_, costs, options, figures) => {
    const { stdout, status } = await attempt(costs, ...options);
    expect(status).toBe(0);
    const [heading, ...rows] = stdout.trimEnd().split("\n");
    expect(heading).toBe("id,access");
    expect(rows.map((row) => row.split(",")[0])).toEqual(["t1", "t2", "t3"]);
    rows.forEach((row, at) => {
      expect(Number(row.split(",")[1])).toBeCloseTo(figures[at] ?? 0, 6);
    });
  });

  test("people times access add up to the supply, to the last digits that are printed", () => {
    const { stdout } = access(cost, "--method", "2sfca", "--decay", "power:1,-1,1", "--max", "60");
    const [t1 = 0, t2 = 0, t3 = 0] = stdout
      .trimEnd()
      .split("\n")
      .slice(1)
      .map((row) => Number(row.split(",")[1]));
    expect(100 * t1 + 50 * t2 + 10 * t3).toBeCloseTo(135, 12);
  });

  test("spatial availability is told as the supply that each row has (V4)", async () => {
    const files = ["--demand", people4, "--supply", jobs4, "--cost", between4, "--decay", "exponential:.1"];
    const counted = figuresOf((await inProcess("analyse", "access", ...files, "--method", "availability")).stdout);
    expect(counted.map(Math.round)).toEqual([66_833, 133_203, 9963]);
    const perHead = figuresOf((await inProcess("analyse", "access", ...files, "--method", "e2sfca")).stdout);
    expect(perHead.map((value) => Number(value.toFixed(6)))).toEqual([1.336669, 0.888022, 0.996317]);
  });

  test("RAAM of one demand between two services costs the same at both, in any order of the pairs (V2)", async () => {
    const files = ["--demand", two, "--supply", clinics, "--cost", toClinics];
    const { stdout } = await inProcess("analyse", "access", ...files, "--method", "raam", "--tau", "60");
    expect(figuresOf(stdout)[0]).toBeCloseTo(19 / 18, 9);
  });

  test("RAAM leaves empty, null in JSON, who has no way to any service within --max", async () => {
    const options = ["--method", "raam", "--tau", "60", "--max", "50"];
    const lone = write("lone.csv", "origin,destination,cost\nt1,h1,40\nt2,h1,60\n");
    expect((await attempt(lone, ...options)).stdout).toMatch(/^id,access\nt1,[\d.]+\nt2,\nt3,\n$/);
    const answer = JSON.parse((await attempt(lone, ...options, "--json")).stdout);
    expect(answer).toMatchObject({ method: "raam", tau: 60, max: 50 });
    expect(answer.access.map((row: { access: number | null }) => row.access === null)).toEqual([false, true, true]);
  });

  test("the installed command starts and answers", () => {
    const { stdout, status } = access(cost, "--method", "3sfca", "--max", "60");
    expect(status).toBe(0);
    expect(figuresOf(stdout)).toHaveLength(3);
  });

  test("--json gives the same numbers for machines", () => {
    const { stdout } = access(cost, "--method", "2sfca", "--decay", "binary:40", "--json");
    const answer = JSON.parse(stdout);
    expect(answer).toMatchObject({ method: "2sfca", max: null });
    expect(answer.access[2].access).toBeCloseTo(1.094697, 6);
  });

  test("a pair that is not listed cannot be travelled, and someone who reaches nothing has access 0", () => {
    const own = write("own.csv", "origin,destination,cost\nt2,h2,1\n");
    expect(access(own, "--method", "2sfca", "--max", "60").stdout).toBe("id,access\nt1,0\nt2,0.4\nt3,0\n");
  });

  test("--max is inclusive", () => {
    const edge = write("edge.csv", "origin,destination,cost\nt1,h1,40\nt2,h2,40.001\n");
    expect(access(edge, "--method", "2sfca", "--max", "40").stdout).toBe("id,access\nt1,0.15\nt2,0\nt3,0\n");
  });

  const faults: [string, () => ReturnType<typeof inProcess>, RegExp][] = [
    [
      "an id that comes twice",
      () => run({ demand: "id,value\nt1,1\nt1,2\n" }),
      /demand\.csv, row 3: the id "t1" comes twice/,
    ],
    [
      "a value that is no number",
      () => run({ demand: "id,value\nt1,many\n" }),
      /^\S*demand\.csv, row 2: the value "many" is not a number\.?\s*$/,
    ],
    ["a value below 0", () => run({ supply: "id,value\nh1,-1\n" }), /supply\.csv, row 2: the value -1 is below 0/],
    ["an empty value", () => run({ supply: "id,value\nh1,\n" }), /supply\.csv, row 2: the value "" is not a number/],
    [
      "an unknown origin",
      () => run({ cost: "origin,destination,cost\nt9,h1,1\n" }),
      /cost\.csv, row 2: the origin "t9" is not an id of .*demand\.csv/,
    ],
    [
      "an unknown destination",
      () => run({ cost: "origin,destination,cost\nt1,h9,1\n" }),
      /cost\.csv, row 2: the destination "h9"/,
    ],
    [
      "a negative cost",
      () => run({ cost: "origin,destination,cost\nt1,h1,-3\n" }),
      /cost\.csv, row 2: the cost -3 is below 0/,
    ],
    [
      "a pair that comes twice",
      () => run({ cost: "origin,destination,cost\nt1,h1,3\nt1,h1,4\n" }),
      /cost\.csv, row 3: the pair "t1" to "h1" comes twice/,
    ],
    [
      "a row of another length",
      () => run({ cost: "origin,destination,cost\nt1,h1\n" }),
      /cost\.csv, row 2: The row has 2 fields/,
    ],
    [
      "another heading",
      () => run({ cost: "from,to,minutes\nt1,h1,3\n" }),
      /has no column "origin"\. Its columns are: from, to, minutes/,
    ],
    [
      "a file that is not there",
      () => attempt("nowhere.csv", "--method", "2sfca", "--max", "9"),
      /nowhere\.csv does not exist/,
    ],
    [
      "a decay that cannot be read",
      () => attempt(cost, "--method", "e2sfca", "--decay", "linear:3"),
      /--decay: "linear:3" is no decay/,
    ],
    ["e2sfca without a decay", () => attempt(cost, "--method", "e2sfca", "--max", "30"), /e2sfca needs --decay/],
    ["2sfca without a limit", () => attempt(cost, "--method", "2sfca"), /2sfca needs --max or --decay/],
    ["3sfca without a limit", () => attempt(cost, "--method", "3sfca"), /3sfca needs --max or --decay/],
    ["availability without a limit", () => attempt(cost, "--method", "availability"), /availability needs --max or/],
    [
      "a method that is not there",
      () => attempt(cost, "--method", "4sfca", "--max", "9"),
      /Allowed choices are 2sfca, e2sfca, 3sfca, raam, availability/,
    ],
    ["raam without --tau", () => attempt(cost, "--method", "raam", "--max", "9"), /raam needs --tau/],
    ["a --tau of 0", () => attempt(cost, "--method", "raam", "--tau", "0"), /--tau must be above 0/],
    ["a --tau below 0", () => attempt(cost, "--method", "raam", "--tau", "-5"), /Write a number of 0 or more/],
    [
      "raam with a decay",
      () => attempt(cost, "--method", "raam", "--tau", "9", "--decay", "binary:3"),
      /raam takes no --decay/,
    ],
    [
      "--tau of another measure",
      () => attempt(cost, "--method", "2sfca", "--max", "9", "--tau", "9"),
      /takes no --tau/,
    ],
    ["supply that is NaN", () => run({ supply: "id,value\nh1,NaN\n" }), /the value "NaN" is not a number/],
    ["supply that is nowhere above 0", () => run({ supply: "id,value\nh1,0\n" }), /supply\.csv: no value is above 0/],
    ["no pairs", () => run({ cost: "origin,destination,cost\n" }), /cost\.csv has headings and no rows/],
    ["a limit below 0", () => attempt(cost, "--method", "2sfca", "--max", "-1"), /Write a number of 0 or more/],
    ["an option that is not there", () => attempt(cost, "--method", "2sfca", "--rho", "9"), /unknown option '--rho'/],
    [
      "no demand",
      () => inProcess("analyse", "access", "--method", "2sfca"),
      /required option '--demand <file>' not specified/,
    ],
  ];
  const run = (tables: { demand?: string; supply?: string; cost?: string }) => {
    const own = mkdtempSync(join(folder, "bad-"));
    const plain = {
      demand: "id,value\nt1,1\n",
      supply: "id,value\nh1,1\n",
      cost: "origin,destination,cost\nt1,h1,1\n",
    };
    for (const [name, text] of Object.entries({ ...plain, ...tables })) writeFileSync(join(own, `${name}.csv`), text);
    const files = ["demand", "supply", "cost"].flatMap((name) => [`--${name}`, join(own, `${name}.csv`)]);
    return inProcess("analyse", "access", ...files, "--method", "2sfca", "--max", "60");
  };

  test.each(faults)("%s ends with code 2 and a message that says where", async (_, run, message) => {
    const { status, stdout, stderr } = await run();
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/\n {4}at /);
    expect(stdout).toBe("");
    expect(status).toBe(2);
  });
});
