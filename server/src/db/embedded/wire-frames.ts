const PROTOCOL_3 = 196_608;
const SSL_REQUEST = 80_877_103;
const GSS_REQUEST = 80_877_104;

const QUERY = 0x51;
const SYNC = 0x53;
const FUNCTION_CALL = 0x46;
const TERMINATE = 0x58;

/** What a client sent: a batch that must run as one, or a wish that is answered without the database. */
export type Frame = { readonly kind: "batch"; readonly bytes: Buffer } | { readonly kind: "refuse-encryption" | "end" };

/**
 * Cuts what arrives on one connection into batches of the PostgreSQL protocol.
 *
 * A batch ends with a query or a sync. PGlite has one session for all connections, so the messages of an extended
 * query (parse, bind, execute, sync) must never be mixed with another connection's: the batch is what runs at once.
 *
 * @returns a function that takes the bytes that came and gives the frames they complete
 */
export function frameReader(): (chunk: Buffer) => Frame[] {
  let waiting: Buffer = Buffer.alloc(0);
  let read = 0;
  let started = false;

  const startFrame = (): Frame | null => {
    if (waiting.length < 8) return null;
    const length = waiting.readInt32BE(0);
    const code = waiting.readInt32BE(4);
    if (waiting.length < length) return null;
    const bytes = waiting.subarray(0, length);
    waiting = waiting.subarray(length);
    if (code === SSL_REQUEST || code === GSS_REQUEST) return { kind: "refuse-encryption" };
    if (code !== PROTOCOL_3) return { kind: "end" };
    started = true;
    return { kind: "batch", bytes };
  };

  const batchFrame = (): Frame | null => {
    while (waiting.length >= read + 5) {
      const type = waiting[read];
      const end = read + 1 + waiting.readInt32BE(read + 1);
      if (type === TERMINATE) return { kind: "end" };
      if (waiting.length < end) return null;
      read = end;
      if (type !== QUERY && type !== SYNC && type !== FUNCTION_CALL) continue;
      const bytes = waiting.subarray(0, read);
      waiting = waiting.subarray(read);
      read = 0;
      return { kind: "batch", bytes };
    }
    return null;
  };

  return (chunk) => {
    waiting = waiting.length === 0 ? chunk : Buffer.concat([waiting, chunk]);
    const frames: Frame[] = [];
    for (let frame = started ? batchFrame() : startFrame(); frame; frame = started ? batchFrame() : startFrame()) {
      frames.push(frame);
      if (frame.kind === "end") break;
    }
    return frames;
  };
}
