import { useCallback, useLayoutEffect, useRef, useState } from "react";
import { coverageAnswer } from "#documents/coverage/CoverageAnswer.ts";
import type { CoverageAnswerQuery } from "#documents/documents.ts";
import { query } from "#platform/api/query.ts";
import { ReadError } from "#platform/api/readJson.ts";
import type { Remote } from "#platform/api/useQuery.ts";
import { addressOf, type Question } from "./question.ts";

export type Answer = CoverageAnswerQuery["coverage"];

/** As the server takes it: the time of the reader's clock becomes an instant. */
export function inputOf({ asItWas, ...question }: Question) {
  const at = question.at === null ? null : new Date(question.at).toISOString();
  return {
    ...question,
    at,
    asOf: asItWas ? at : null,
    changes: question.changes.map((change) => ({ ...change })),
  };
}

/**
 * The answer to a question. While a pin is dragged one question is under way and the latest one waits, so that answers come as fast as they can and none is
 * shown out of turn; the last answer stays until the next one is there.
 */
export function useCoverage(question: Question, revision: number): readonly [Remote<Answer>, () => void] {
  const [remote, setRemote] = useState<Remote<Answer>>({ kind: "loading" });
  const [attempt, setAttempt] = useState(0);
  const wanted = useRef<Question | null>(null);
  const isAsking = useRef(false);
  const isThere = useRef(true);
  const ask = useCallback(async () => {
    if (isAsking.current) return;
    isAsking.current = true;
    while (wanted.current !== null && isThere.current) {
      const next = wanted.current;
      wanted.current = null;
      try {
        const { coverage } = await query(coverageAnswer, { input: inputOf(next) });
        if (isThere.current) setRemote({ kind: "ready", value: coverage });
      } catch (error) {
        if (isThere.current && error instanceof ReadError) setRemote({ kind: "failed", error });
      }
    }
    isAsking.current = false;
  }, []);
  useLayoutEffect(() => {
    isThere.current = true;
    return () => {
      isThere.current = false;
    };
  }, []);
  const key = addressOf(question);
  const latest = useRef(question);
  latest.current = question;
  // Asked while the step is drawn, not after it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the question; attempt and revision only ask again
  useLayoutEffect(() => {
    wanted.current = latest.current;
    void ask();
  }, [key, revision, attempt, ask]);
  return [remote, useCallback(() => setAttempt((count) => count + 1), [])];
}
