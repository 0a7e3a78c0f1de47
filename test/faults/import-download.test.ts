import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import {
  createServer,
  type IncomingMessage,
  type OutgoingHttpHeaders,
  type Server,
  type ServerResponse,
} from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { download } from "@needs-map/server/imports/files/download";
import type { LocalFile } from "@needs-map/server/imports/files/local-file";
import { readPlace } from "@needs-map/server/imports/read/place";
import { afterEach, describe, expect, test } from "vitest";
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
  if (!file?.sha256) throw new Error("The tiny recipe has no postcodes");
  return { ...file, sha256: file.sha256 };
};
const patient = { folder, pauseMilliseconds: 1 };
const fetched = (url: string, options = {}) => download({ ...patient, ...options }, postcodesFile(url), () => {});

/** The uncompressed bytes of a download on disk. */
function bytesOf({ at, bytes }: LocalFile): Buffer {
  const kept = readFileSync(at);
  const contents = kept[0] === 0x1f ? gunzipSync(kept) : kept;
  expect(contents).toHaveLength(bytes);
  return contents;
}

/** The same file in a recipe that names neither its checksum nor its length. */
function freeFile(url: string) {
  const { sha256: _, bytes: __, ...free } = postcodesFile(url);
  return free;
}
const fetchedFree = (url: string) => download(patient, freeFile(url), () => broken?.destroy());

/** An answer that breaks off when its first bytes have come, for a caller that tells its progress. */
let broken: ServerResponse | null = null;
function beginOnly(response: ServerResponse, headers: OutgoingHttpHeaders = {}) {
  broken = response;
  response.writeHead(200, { "content-length": body.length, ...headers });
  response.write(body.subarray(0, 40_000));
}

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
  const local = await download(patient, postcodesFile(url), ({ done }) => seen.push(done));
  expect(bytesOf(local).equals(body)).toBe(true);
  expect(seen.at(-1)).toBe(body.length);
  expect(bytesOf(await fetched(url)).equals(body)).toBe(true);
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
  const local = await download(patient, postcodesFile(url), () => broken?.destroy());
  expect(bytesOf(local).equals(body)).toBe(true);
  expect(requests).toHaveLength(2);
  expect(Number(/\d+/.exec(requests[1]?.headers.range ?? "")?.[0])).toBeGreaterThan(0);
});

test("a part left by a killed command is gone on with", async () => {
  const { url, requests } = await serve((request, response) => sendRange(request, response));
  await fetched(url);
  const whole = join(folder, postcodesFile(url).sha256);
  rmSync(whole);
  writeFileSync(`${whole}.part`, body.subarray(0, 1000));
  expect(bytesOf(await fetched(url)).equals(body)).toBe(true);
  expect(requests.at(-1)?.headers.range).toBe("bytes=1000-");
});

test("a server that knows no ranges sends the whole file again", async () => {
  const { url } = await serve((_, response, count) => {
    response.writeHead(200, { "content-length": body.length });
    if (count === 1) response.write(body.subarray(0, 40_000), () => response.destroy());
    else response.end(body);
  });
  expect(bytesOf(await fetched(url)).equals(body)).toBe(true);
});

test("a part with wrong bytes is thrown away and the file fetched afresh", async () => {
  const { url } = await serve((request, response) => sendRange(request, response));
  await fetched(url);
  const whole = join(folder, postcodesFile(url).sha256);
  rmSync(whole);
  writeFileSync(`${whole}.part`, "x".repeat(1000));
  expect(bytesOf(await fetched(url)).equals(body)).toBe(true);
});

test("a kept file that was altered is not trusted", async () => {
  const { url, requests } = await serve((request, response) => sendRange(request, response));
  await fetched(url);
  const whole = join(folder, postcodesFile(url).sha256);
  writeFileSync(whole, "altered");
  expect(bytesOf(await fetched(url)).equals(body)).toBe(true);
  expect(requests).toHaveLength(2);
  expect(readFileSync(whole).equals(body)).toBe(true);
});

test("wrong bytes end in a message with both checksums, after one request, and nothing is kept", async () => {
  const { url, requests } = await serve((_, response) => response.end(body.toString().replace("TY1", "TY9")));
  await expect(fetched(url)).rejects.toThrow(/postcodes\.csv .* expected sha256 [0-9a-f]{64}, found [0-9a-f]{64}/);
  expect(requests).toHaveLength(1);
  expect(readdirSync(folder)).toEqual([]);
});

test("a file that is shorter than named ends in a message with both lengths", async () => {
  const { url } = await serve((_, response) => response.end(body.subarray(0, 1000)));
  await expect(fetched(url)).rejects.toThrow(/is truncated: expected [\d,]+ bytes, found 1,000/);
});

test("a server that sends far more than the file is stopped", async () => {
  const { url } = await serve((_, response) => response.end(Buffer.concat([body, Buffer.alloc(2_000_000)])));
  await expect(fetched(url)).rejects.toThrow(/the server sent more than the [\d,]+ bytes of the file/);
  expect(readdirSync(folder)).toEqual([]);
});

test("a server that stalls is given up, asked again, and named", async () => {
  const { url, requests } = await serve((_, response) => {
    response.writeHead(200, { "content-length": body.length });
    response.write(body.subarray(0, 10));
  });
  await expect(fetched(url, { tries: 2, stallMilliseconds: 50 })).rejects.toThrow(
    /the server sent nothing for 0\.05 seconds/,
  );
  expect(requests).toHaveLength(2);
});

test("an answer that trying again will not change is told at once", async () => {
  const { url, requests } = await serve((_, response) => response.writeHead(404).end());
  await expect(fetched(url)).rejects.toThrow(/the server answered 404 Not Found/);
  expect(requests).toHaveLength(1);
});

test("a server that is busy is asked again", async () => {
  const { url } = await serve((request, response, count) =>
    count < 3 ? response.writeHead(503).end() : sendRange(request, response),
  );
  expect(bytesOf(await fetched(url)).equals(body)).toBe(true);
});

test("a server that is away ends in a message with the reason", async () => {
  const { url } = await serve(() => {});
  await new Promise((done) => server?.close(done));
  server = null;
  await expect(fetched(url, { tries: 2 })).rejects.toThrow(/ECONNREFUSED/);
});

describe("a server that answers something else", () => {
  test("a web page by its type is told as one, after one request, and a part that came before stays", async () => {
    const { url, requests } = await serve((_, response) => {
      response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end("<p>Sign in to the network</p>");
    });
    const { sha256 } = postcodesFile(url);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, `${sha256}.part`), body.subarray(0, 1000));
    await expect(fetched(url)).rejects.toThrow(
      new RegExp(
        `postcodes\\.csv could not be downloaded from ${url}.*: the server answered a web page instead of the file\\.`,
      ),
    );
    expect(requests).toHaveLength(1);
    expect(readdirSync(folder)).toEqual([`${sha256}.part`]);
  });

  test.each(["<!DOCTYPE html><html></html>", "\n<!-- moved --><HTML lang='en'>", "\uFEFF<html>"])(
    "a web page that is not said to be one is known by how it begins: %j",
    async (page) => {
      const { url } = await serve((_, response) => response.end(page));
      await expect(fetchedFree(url)).rejects.toThrow("the server answered a web page instead of the file.");
      expect(readdirSync(folder)).toEqual([]);
    },
  );

  test("a file that is cut off each time is refused with the reason, and its part is kept for the next time", async () => {
    const { url, requests } = await serve((_, response) => {
      response.writeHead(200, { "content-length": body.length });
      response.write(body.subarray(0, 40_000), () => response.destroy());
    });
    await expect(fetched(url, { tries: 2 })).rejects.toThrow(
      /could not be downloaded from .*: .*(other side closed|ECONNRESET)/,
    );
    expect(requests).toHaveLength(2);
    expect(readdirSync(folder)).toEqual([`${postcodesFile(url).sha256}.part`]);
  });

  test("a gzipped file that is damaged is told as such", async () => {
    const { url } = await serve((_, response) => response.end(gzipSync(body).subarray(0, -20)));
    await expect(fetched(url)).rejects.toThrow(/the compressed file is truncated or damaged/);
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe("a file that changes on the server", () => {
  const other = Buffer.from(body.toString().replaceAll("High Street", "Long Street"));
  const stamped = (etag: string, contents: Buffer, more = {}) => ({ etag, "content-length": contents.length, ...more });

  test("a part of the file as it was is thrown away when the server sends the new one whole", async () => {
    const { url, requests } = await serve((_, response, count) => {
      if (count > 1) return response.writeHead(200, stamped('"new"', other)).end(other);
      beginOnly(response, { etag: '"old"' });
    });
    expect(bytesOf(await fetchedFree(url)).equals(other)).toBe(true);
    expect(requests[1]?.headers["if-range"]).toBe('"old"');
  });

  test("a part is not mixed with the rest of another state, which the server sends for all that", async () => {
    const { url, requests } = await serve((request, response, count) => {
      const from = Number(/\d+/.exec(request.headers.range ?? "")?.[0] ?? 0);
      const range = `bytes ${from}-${other.length - 1}/${other.length}`;
      if (count === 1) {
        beginOnly(response, { etag: '"old"' });
      } else if (from > 0) {
        response.writeHead(206, stamped('"new"', other.subarray(from), { "content-range": range }));
        response.end(other.subarray(from));
      } else response.writeHead(200, stamped('"new"', other)).end(other);
    });
    expect(bytesOf(await fetchedFree(url)).equals(other)).toBe(true);
    expect(requests.map(({ headers }) => headers.range !== undefined)).toEqual([false, true, false]);
  });

  test("a last day of change tells states apart as well", async () => {
    const { url, requests } = await serve((_, response, count) => {
      const headers = { "last-modified": `Mon, 0${count} Jun 2026 10:00:00 GMT` };
      if (count > 1) return response.writeHead(200, headers).end(other);
      beginOnly(response, headers);
    });
    expect(bytesOf(await fetchedFree(url)).equals(other)).toBe(true);
    expect(requests[1]?.headers["if-range"]).toBe("Mon, 01 Jun 2026 10:00:00 GMT");
  });

  test("without checksum and stamp a broken download begins anew", async () => {
    const { url, requests } = await serve((_, response, count) => {
      if (count > 1) return response.end(other);
      beginOnly(response);
    });
    expect(bytesOf(await fetchedFree(url)).equals(other)).toBe(true);
    expect(requests[1]?.headers.range).toBeUndefined();
  });

  test("of a file without a checksum the server is asked whether it has a newer one", async () => {
    let now = body;
    const { url, requests } = await serve((request, response) => {
      const etag = now === body ? '"old"' : '"new"';
      if (request.headers["if-none-match"] === etag) response.writeHead(304).end();
      else response.writeHead(200, stamped(etag, now)).end(now);
    });
    const first = await fetchedFree(url);
    expect(await fetchedFree(url)).toEqual(first);
    expect(requests[1]?.headers["if-none-match"]).toBe('"old"');
    now = other;
    const newer = await fetchedFree(url);
    expect(bytesOf(newer).equals(other)).toBe(true);
    expect(newer.sha256).not.toBe(first.sha256);
  });
});

test("a download that its caller stops keeps the part, and is gone on with the next time", async () => {
  const { url, requests } = await serve((request, response) => sendRange(request, response));
  const stop = () => {
    throw new Error("stopped by hand");
  };
  await expect(download(patient, postcodesFile(url), stop)).rejects.toThrow("stopped by hand");
  expect(requests).toHaveLength(1);
  expect(readdirSync(folder)).toEqual([`${postcodesFile(url).sha256}.part`]);
  expect(bytesOf(await fetched(url)).equals(body)).toBe(true);
  expect(requests[1]?.headers.range).toMatch(/^bytes=[1-9]/);
});

test("a file published gzipped is checked by its contents", async () => {
  const { url } = await serve((_, response) => response.end(gzipSync(body)));
  expect(bytesOf(await fetched(url)).equals(body)).toBe(true);
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
