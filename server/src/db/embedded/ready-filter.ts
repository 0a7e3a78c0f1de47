const READY = 0x5a;
const READY_BYTES = 6;
const HEADER_BYTES = 5;

/** Takes the "ready for query" messages out of an answer, so that it can end with exactly one. */
export interface ReadyFilter {
  /** What to send on of the next bytes of the answer. */
  pass(data: Uint8Array): Buffer;
  /** State of the transaction that the last of them told ("I" for none); null when there was none. */
  state(): number | null;
}

/**
 * PGlite says that it is ready at the fault of an extended query and again at its sync, which a client takes for the
 * answer to its next question. This follows the messages of one answer, however its bytes are cut.
 */
export function readyFilter(): ReadyFilter {
  let held: Buffer = Buffer.alloc(0);
  let rest = 0;
  let state: number | null = null;

  return {
    state: () => state,
    pass(data) {
      const bytes = held.length === 0 ? Buffer.from(data) : Buffer.concat([held, data]);
      const kept: Buffer[] = [];
      let at = Math.min(rest, bytes.length);
      let from = 0;
      rest -= at;
      while (bytes.length - at >= HEADER_BYTES) {
        const length = 1 + bytes.readInt32BE(at + 1);
        if (bytes[at] !== READY) {
          rest = Math.max(0, at + length - bytes.length);
          at = Math.min(at + length, bytes.length);
          continue;
        }
        if (bytes.length - at < READY_BYTES) break;
        state = bytes[at + HEADER_BYTES] ?? null;
        kept.push(bytes.subarray(from, at));
        at += READY_BYTES;
        from = at;
      }
      kept.push(bytes.subarray(from, at));
      held = bytes.subarray(at);
      return Buffer.concat(kept);
    },
  };
}

/** A "ready for query" message. */
export const readyMessage = (state: number): Buffer => Buffer.from([READY, 0, 0, 0, HEADER_BYTES, state]);
