import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { readDownloaded } from "@needs-map/server/imports/files/download";
import { readPlace } from "@needs-map/server/imports/read/place";
import { afterEach, expect, test } from "vitest";
import { crowded, tinyFiles, tinyRecipe } from "../fixtures/tiny-place.ts";

let server: Server | null = null;
const folder = mkdtempSync(join(tmpdir(), "needs-map-downloads-"));
afterEach(async () => {
  server?.closeAllConnections();
  await new Promise((done) => (server ? server.close(done) : done(null)));
  server = null;
  rmSync(folder, { recursive: true, force: true });
});

/** A server on loopback that answers as it is told; gives its address and the requests it had. */
async function serve(answer: (request: IncomingMessage, response: ServerResponse, count: number) => void) {
  const requests: IncomingMessage[] = [];
  server = createServer((request, response) => answer(request, response, requests.push(request)));
  await new Promise<void>((done) => server?.listen(0, "127.0.0.1", done));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, requests };
}

const files = crowded(5000);
const body = Buffer.from(files.postcodes);
const postcodesFile = (url: string) => {
  const file = tinyRecipe(files, "tiny-place", url).files.find(({ role }) => role === "postcodes");
  if (!file) throw new Error("The tiny recipe has no postcodes");
  return file;
};
const patient = { folder, pauseMilliseconds: 1 };
const download = (url: string, options = {}) =>
  readDownloaded({ ...patient, ...options }, postcodesFile(url), () => {});

/** Sends the rest from where the request asks, as a server that knows ranges does. */
function sendRange(request: IncomingMessage, response: ServerResponse) {
  const from = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? "")?.[1] ?? 0);
  response.writeHead(from > 0 ? 206 : 200, {
    "content-length": body.length - from,
    "content-range": `bytes ${from}-${body.length - 1}/${body.length}`,
  });
  response.end(body.subarray(from));
}

test("a file comes whole, with its progress, and is kept for the next time", async () => {
  const { url, requests } = await serve((request, response) => sendRange(request, response));
  const seen: number[] = [];
  const bytes = await readDownloaded(patient, postcodesFile(url), ({ done }) => seen.push(done));
  expect(bytes.equals(body)).toBe(true);
  expect(seen.at(-1)).toBe(body.length);
  expect((await download(url)).equals(body)).toBe(true);
  expect(requests).toHaveLength(1);
});

test("a download that breaks off goes on where it stopped", async () => {
  let broken: ServerResponse | null = null;
  const { url, requests } = await serve((request, response, count) => {
    if (count > 1) return sendRange(request, response);
    broken = response;
    response.writeHead(200, { "content-length": body.length });
    response.write(body.subarray(0, 40_000));
  });
  const bytes = await readDownloaded(patient, postcodesFile(url), () => broken?.destroy());
  expect(bytes.equals(body)).toBe(true);
  expect(requests).toHaveLength(2);
  expect(Number(/\d+/.exec(requests[1]?.headers.range ?? "")?.[0])).toBeGreaterThan(0);
});

test("a part left by a killed command is gone on with", async () => {
  const { url, requests } = await serve((request, response) => sendRange(request, response));
  await download(url);
  const whole = join(folder, postcodesFile(url).sha256);
  rmSync(whole);
  writeFileSync(`${whole}.part`, body.subarray(0, 1000));
  expect((await download(url)).equals(body)).toBe(true);
  expect(requests.at(-1)?.headers.range).toBe("bytes=1000-");
});

test("a server that knows no ranges sends the whole file again", async () => {
  const { url } = await serve((_, response, count) => {
    response.writeHead(200, { "content-length": body.length });
    if (count === 1) response.write(body.subarray(0, 40_000), () => response.destroy());
    else response.end(body);
  });
  expect((await download(url)).equals(body)).toBe(true);
});

test("a part with wrong bytes is thrown away and the file fetched afresh", async () => {
  const { url } = await serve((request, response) => sendRange(request, response));
  await download(url);
  const whole = join(folder, postcodesFile(url).sha256);
  rmSync(whole);
  writeFileSync(`${whole}.part`, "x".repeat(1000));
  expect((await download(url)).equals(body)).toBe(true);
});

test("a kept file that was altered is not trusted", async () => {
  const { url, requests } = await serve((request, response) => sendRange(request, response));
  await download(url);
  const whole = join(folder, postcodesFile(url).sha256);
  writeFileSync(whole, "altered");
  expect((await download(url)).equals(body)).toBe(true);
  expect(requests).toHaveLength(2);
  expect(readFileSync(whole).equals(body)).toBe(true);
});

test("wrong bytes end in a message with both checksums, after one request, and nothing is kept", async () => {
  const { url, requests } = await serve((_, response) => response.end(body.toString().replace("TY1", "TY9")));
  await expect(download(url)).rejects.toThrow(/postcodes\.csv .* expected sha256 [0-9a-f]{64}, found [0-9a-f]{64}/);
  expect(requests).toHaveLength(1);
  expect(readdirSync(folder)).toEqual([]);
});

test("a file that is shorter than named ends in a message with both lengths", async () => {
  const { url } = await serve((_, response) => response.end(body.subarray(0, 1000)));
  await expect(download(url)).rejects.toThrow(/is truncated: expected [\d,]+ bytes, found 1,000/);
});

test("a server that sends far more than the file is stopped", async () => {
  const { url } = await serve((_, response) => response.end(Buffer.concat([body, Buffer.alloc(2_000_000)])));
  await expect(download(url)).rejects.toThrow(/the server sent more than the \d+ bytes of the file/);
  expect(readdirSync(folder)).toEqual([]);
});

test("a server that stalls is given up, asked again, and named", async () => {
  const { url, requests } = await serve((_, response) => {
    response.writeHead(200, { "content-length": body.length });
    response.write(body.subarray(0, 10));
  });
  await expect(download(url, { tries: 2, stallMilliseconds: 50 })).rejects.toThrow(
    /the server sent nothing for 0\.05 seconds/,
  );
  expect(requests).toHaveLength(2);
});

test("an answer that trying again will not change is told at once", async () => {
  const { url, requests } = await serve((_, response) => response.writeHead(404).end());
  await expect(download(url)).rejects.toThrow(/the server answered 404 Not Found/);
  expect(requests).toHaveLength(1);
});

test("a server that is busy is asked again", async () => {
  const { url } = await serve((request, response, count) =>
    count < 3 ? response.writeHead(503).end() : sendRange(request, response),
  );
  expect((await download(url)).equals(body)).toBe(true);
});

test("a server that is away ends in a message with the reason", async () => {
  const { url } = await serve(() => {});
  await new Promise((done) => server?.close(done));
  server = null;
  await expect(download(url, { tries: 2 })).rejects.toThrow(/ECONNREFUSED/);
});

test("a file published gzipped is checked by its contents", async () => {
  const { url } = await serve((_, response) => response.end(gzipSync(body)));
  expect((await download(url)).equals(body)).toBe(true);
});

test("a whole place is built from downloads", async () => {
  const { url } = await serve((request, response) => {
    const name = (request.url ?? "/").slice(1).split(".")[0] as keyof typeof tinyFiles;
    response.end(tinyFiles[name]);
  });
  const place = await readPlace(tinyRecipe(tinyFiles, "tiny-place", url), { download: patient }, () => {});
  expect(place.wards.units).toHaveLength(2);
});

test("a file without an address is named before anything is downloaded", async () => {
  const { url, requests } = await serve((_, response) => response.end());
  const recipe = tinyRecipe(tinyFiles, "tiny-place", url);
  const unpublished = recipe.files.map((file) =>
    file.role === "services" ? { ...file, url: null, note: "Ask the council for its list and use --mirror." } : file,
  );
  const attempt = readPlace({ ...recipe, files: unpublished }, { download: patient }, () => {});
  await expect(attempt).rejects.toThrow(/services\.csv .* has no address to download from\. Ask the council/);
  expect(requests).toHaveLength(0);
  expect(existsSync(folder)).toBe(false);
});
