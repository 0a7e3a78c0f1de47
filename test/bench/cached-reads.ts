import { fork } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import http from "node:http";
import { fileURLToPath } from "node:url";
import autocannon from "autocannon";
import type { BareAnswer } from "./bare-route.ts";
import { atLeast, type Benchmark, median, type Verdict } from "./benchmark.ts";
import { withServer } from "./trafford-server.ts";

const ROUNDS = 5;
const SECONDS = 3;
const CONNECTIONS = 20;
const LEAST_SHARE = 0.8;
const MOST_MEGABYTES = 250;

const READS = [
  { what: "wards.geojson in brotli", path: "/wards.geojson", accept: "br" },
  { what: "gaps, asked again", path: "/gaps?min=20&target=10", accept: "br" },
] as const;

interface Answer {
  readonly headers: Record<string, string>;
  readonly body: Buffer;
}

/** The answer as it stands on the wire, still compressed. */
async function rawAnswer(url: string, accept: string): Promise<Answer> {
  const [response] = (await once(http.get(url, { headers: { "accept-encoding": accept } }), "response")) as [
    http.IncomingMessage,
  ];
  const parts: Buffer[] = [];
  for await (const part of response) parts.push(part as Buffer);
  const sent = { ...response.headers };
  for (const name of ["connection", "keep-alive", "transfer-encoding", "date"]) delete sent[name];
  if (response.statusCode !== 200) throw new Error(`${url} answered ${response.statusCode}`);
  return {
    headers: Object.fromEntries(Object.entries(sent).map(([name, value]) => [name, String(value)])),
    body: Buffer.concat(parts),
  };
}

async function requestsASecond(url: string, accept: string): Promise<number> {
  const { requests, non2xx, errors } = await autocannon({
    url,
    connections: CONNECTIONS,
    duration: SECONDS,
    headers: { "accept-encoding": accept },
  });
  if (non2xx > 0 || errors > 0) throw new Error(`${url}: ${non2xx} refused, ${errors} failed`);
  return requests.average;
}

async function against(base: string, { what, path, accept }: (typeof READS)[number]) {
  const ours = `${base}${path}`;
  const answer = await rawAnswer(ours, accept);
  const peer = fork(fileURLToPath(new URL("./bare-route.js", import.meta.url)));
  const message: BareAnswer = { body: answer.body.toString("base64"), headers: answer.headers };
  peer.send(message);
  const [port] = (await once(peer, "message")) as [number];
  const bare = `http://127.0.0.1:${port}/`;
  const same = await rawAnswer(bare, accept);
  if (!same.body.equals(answer.body)) throw new Error("The peer does not answer with the same bytes");
  const rates: { ours: number; bare: number }[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    rates.push({ ours: await requestsASecond(ours, accept), bare: await requestsASecond(bare, accept) });
  }
  const ended = once(peer, "exit");
  peer.kill();
  await ended;
  return {
    verdict: atLeast(`${what} against a bare route`, median(rates.map((rate) => rate.ours / rate.bare)), LEAST_SHARE),
    line: `${what}: ${median(rates.map((rate) => rate.ours)).toFixed(0)} a second, bare ${median(rates.map((rate) => rate.bare)).toFixed(0)}, ${answer.body.length} bytes`,
  };
}

/** Resident megabytes of one process, without its children. */
function residentMegabytes(pid: number): number {
  const [, kilobytes = "NaN"] = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
  return Number(kilobytes) / 1024;
}

function memoryVerdict(pid: number): Verdict[] {
  if (!existsSync(`/proc/${pid}/status`)) return [];
  const megabytes = residentMegabytes(pid);
  return [
    {
      what: "server process without the database, Trafford loaded and asked",
      found: `${megabytes.toFixed(0)} MB`,
      wanted: `under ${MOST_MEGABYTES} MB`,
      met: megabytes < MOST_MEGABYTES,
    },
  ];
}

/** Reads that are answered from a body built once, against a route that does nothing else; and what the server weighs. */
export const cachedReads: Benchmark = {
  name: "cached-reads",
  title: `Cached reads: ${CONNECTIONS} connections, ${ROUNDS} rounds of ${SECONDS} s in turn with a bare Hono route`,
  run: () =>
    withServer(async ({ server, base, place }) => {
      const results = [];
      for (const read of READS) results.push(await against(`${base}/api/v1/places/${place}`, read));
      const real = place === "trafford";
      const memory = real ? memoryVerdict(server.pid) : [];
      const notes = real ? [] : ["Trafford's files are absent: Wendmere was read, memory not judged"];
      return {
        verdicts: [...results.map(({ verdict }) => verdict), ...memory],
        information: [...results.map(({ line }) => line), ...notes],
      };
    }),
};
