import { type DestinationStream, type Logger, pino } from "pino";

export type Log = Logger;

/** The process's log: JSON lines on standard error, so that standard output stays for what a person waits for. */
export const createLog = (level: string, to: DestinationStream = pino.destination(2)): Log => pino({ level }, to);
