import {
  decodePlaceArrays,
  decodeServiceArrays,
  encodePlaceArrays,
  encodeServiceArrays,
} from "@needs-map/shared/domain/arrays-codec";
import { describe, expect, test } from "vitest";
import { randomPlace } from "./random-place.ts";

const bufferOf = (bytes: Uint8Array) => bytes.slice().buffer as ArrayBuffer;

describe("arrays as bytes", () => {
  const { place, services } = randomPlace(5, { points: 33, services: 7, wards: 3, areas: 5 });
  const named = { ...place, wards: ["Trelái – “north”", "W1", "W2"] };

  test("come back as they were, missing values and accents too", () => {
    expect(decodePlaceArrays(bufferOf(encodePlaceArrays(named)))).toEqual(named);
    expect(decodeServiceArrays(bufferOf(encodeServiceArrays(services)))).toEqual(services);
  });

  test("are views into the buffer, not copies", () => {
    const buffer = bufferOf(encodePlaceArrays(place));
    expect(decodePlaceArrays(buffer).people.lon.buffer).toBe(buffer);
  });

  test("of an empty place come back empty", () => {
    const empty = randomPlace(1, { points: 0, services: 0, wards: 0, areas: 0 });
    expect(decodePlaceArrays(bufferOf(encodePlaceArrays(empty.place)))).toEqual(empty.place);
    expect(decodeServiceArrays(bufferOf(encodeServiceArrays(empty.services)))).toEqual(empty.services);
  });

  test("that are cut short, too long, of the other kind or no arrays at all are refused", () => {
    const bytes = encodeServiceArrays(services);
    expect(() => decodeServiceArrays(bufferOf(bytes.slice(0, -8)))).toThrow(RangeError);
    expect(() => decodeServiceArrays(bufferOf(bytes.slice(0, 20)))).toThrow("cut short");
    expect(() => decodeServiceArrays(bufferOf(new Uint8Array([...bytes, 0, 0, 0, 0, 0, 0, 0, 0])))).toThrow(RangeError);
    expect(() => decodePlaceArrays(bufferOf(bytes))).toThrow('arrays of "services"');
    expect(() => decodePlaceArrays(new ArrayBuffer(0))).toThrow("not arrays of a place");
    expect(() => decodePlaceArrays(bufferOf(new TextEncoder().encode('{"error":"not found"}')))).toThrow(RangeError);
  });
});
