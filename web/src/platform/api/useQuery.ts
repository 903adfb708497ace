import { useCallback, useEffect, useState } from "react";
import { query, type TrustedDocument } from "./query.ts";
import { ReadError } from "./readJson.ts";

export type Remote<T> =
  | { readonly kind: "loading" }
  | { readonly kind: "ready"; readonly value: T }
  | { readonly kind: "failed"; readonly error: ReadError };

type Held<T> = { readonly key: string; readonly remote: Remote<T> };

const nothing = new ReadError(404, "NOT_FOUND", "", "");

/**
 * What a document answers; null where the thing asked for is not there. A new `revision` asks again while the last answer stays on screen; other variables
 * start over, and without any nothing is asked.
 */
export function useQuery<R, V>(
  document: TrustedDocument<R, V>,
  variables: V | null,
  revision: unknown,
): readonly [Remote<R>, () => void] {
  const key = JSON.stringify(variables);
  const [held, setHeld] = useState<Held<R>>({ key, remote: { kind: "loading" } });
  const [attempt, setAttempt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: attempt and revision only ask again
  useEffect(() => {
    if (key === "null") return;
    const abort = new AbortController();
    query(document, JSON.parse(key) as V, abort.signal).then(
      (value) => setHeld({ key, remote: { kind: "ready", value } }),
      (error: unknown) => {
        if (abort.signal.aborted || !(error instanceof ReadError)) return;
        setHeld((last) =>
          last.key === key && last.remote.kind === "ready" ? last : { key, remote: { kind: "failed", error } },
        );
      },
    );
    return () => abort.abort();
  }, [document, key, attempt, revision]);
  const retry = useCallback(() => {
    setHeld({ key, remote: { kind: "loading" } });
    setAttempt((count) => count + 1);
  }, [key]);
  return [held.key === key ? held.remote : { kind: "loading" }, retry];
}

/** The part of an answer that is wanted; a failure where it is null. */
export function part<R, T>(remote: Remote<R>, pick: (answer: R) => T | null): Remote<T> {
  if (remote.kind !== "ready") return remote;
  const value = pick(remote.value);
  return value === null ? { kind: "failed", error: nothing } : { kind: "ready", value };
}
