import type { GapResult } from "@needs-map/shared/domain/gap/result";
import { useQuery } from "@tanstack/react-query";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { gapsQuery } from "../api/queries.ts";
import type { Answer, Ask } from "./messages.ts";
import { type Question, questionQuery } from "./question.ts";
import { fromServer } from "./server-gaps.ts";
import { sourceOf } from "./source.ts";

/** The figures with the question they answer, which may be an earlier one while the next is worked out. */
export interface Answered {
  readonly asked: Question;
  readonly result: GapResult;
  /** Ward codes in the order of the figures. */
  readonly codes: readonly string[];
  /** What was left out or assumed, told by the server; null when the browser worked it out. */
  readonly caveats: readonly string[] | null;
  /** Rows of the wards whose answer rests on unchecked records; null until that is known. */
  readonly resting: readonly number[] | null;
}

export interface GapState {
  /** The last figures, or null before the first. */
  readonly last: Answered | null;
  /** "working": figures for the question are on their way; "error": they did not come, `last` is old. */
  readonly state: "ready" | "working" | "error";
  readonly reason: string | null;
  readonly retry: () => void;
}

function startWorker(): Worker | null {
  try {
    return new Worker(new URL("./worker.ts", import.meta.url), { type: "module", name: "gaps" });
  } catch {
    return null;
  }
}

type Held = {
  readonly last: Answered | null;
  readonly failed: { readonly key: string; readonly reason: string } | null;
};

/**
 * The gaps that a question has: worked out in a worker, newest question first; by the server when the worker
 * does not start or cannot load its arrays.
 */
export function useGaps(place: string, version: number, asked: Question | null): GapState {
  const [held, setHeld] = useState<Held>({ last: null, failed: null });
  const [byServer, setByServer] = useState(false);
  const [tries, setTries] = useState(0);
  const worker = useRef<Worker | null>(null);
  const waiting = useRef<{ id: number; asked: Question; key: string } | null>(null);
  const key = asked ? `${place} ${version} ${questionQuery(asked)}` : "";
  const question = useRef(asked);
  question.current = asked;

  useEffect(() => {
    const started = startWorker();
    worker.current = started;
    if (!started) {
      setByServer(true);
      return;
    }
    started.addEventListener("message", (event: MessageEvent<Answer>) => {
      const answer = event.data;
      const about = waiting.current;
      if (!about || answer.id !== about.id) return;
      if (answer.kind === "result") {
        performance.mark("gaps:result", { detail: { id: answer.id, milliseconds: answer.milliseconds } });
        const { result, codes } = answer;
        setHeld({ last: { asked: about.asked, result, codes, caveats: null, resting: null }, failed: null });
      } else if (answer.kind === "resting") {
        setHeld((now) => (now.last ? { ...now, last: { ...now.last, resting: answer.rows } } : now));
      } else if (answer.kind === "refused") {
        setHeld(({ last }) => ({ last, failed: { key: about.key, reason: answer.reason } }));
      } else setByServer(true);
    });
    started.addEventListener("error", () => setByServer(true));
    return () => started.terminate();
  }, []);

  useEffect(() => {
    const about = question.current;
    if (!key || !about || byServer || !worker.current) return;
    const id = (waiting.current?.id ?? 0) + 1;
    waiting.current = { id, asked: about, key };
    performance.mark("gaps:ask", { detail: { id, tries } });
    const ask: Ask = {
      id,
      ...sourceOf(place, about),
      settings: about.settings,
    };
    worker.current.postMessage(ask);
  }, [key, byServer, place, tries]);

  useEffect(() => {
    const backOnline = () => {
      if (!worker.current) return;
      setByServer(false);
      setTries((count) => count + 1);
    };
    addEventListener("online", backOnline);
    return () => removeEventListener("online", backOnline);
  }, []);

  const { data, error, refetch } = useQuery({
    ...gapsQuery(place, version, asked ? questionQuery(asked) : ""),
    enabled: byServer && asked !== null,
  });
  const served = useMemo(() => {
    const about = question.current;
    if (!data || !about || !key) return null;
    const codes = data.wards.map((ward) => ward.code);
    return { asked: about, result: fromServer(data), codes, caveats: data.caveats, resting: null };
  }, [data, key]);
  useEffect(() => {
    if (served) setHeld({ last: served, failed: null });
  }, [served]);

  const retry = useCallback(() => {
    setHeld(({ last }) => ({ last, failed: null }));
    if (byServer) void refetch();
    else setTries((count) => count + 1);
  }, [byServer, refetch]);

  const last = served ?? held.last;
  const failed = byServer && error ? error.message : held.failed?.key === key ? held.failed.reason : null;
  const answersThis = last !== null && asked !== null && sameQuestion(last.asked, asked);
  return { last, state: failed ? "error" : answersThis ? "ready" : "working", reason: failed, retry };
}

const sameQuestion = (a: Question, b: Question) => a.type.id === b.type.id && questionQuery(a) === questionQuery(b);
