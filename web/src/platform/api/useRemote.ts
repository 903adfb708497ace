import { useCallback, useEffect, useState } from "react";
import type { Parser } from "./parse.ts";
import { ReadError, readJson } from "./readJson.ts";

export type Remote<T> =
  | { readonly kind: "loading" }
  | { readonly kind: "ready"; readonly value: T }
  | { readonly kind: "failed"; readonly error: ReadError };

type Held<T> = { readonly path: string; readonly remote: Remote<T> };

/**
 * What `path` answers. A new `revision` reads again while the last answer stays on screen; a new `path` starts over.
 */
export function useRemote<T>(path: string, parser: Parser<T>, revision: unknown): readonly [Remote<T>, () => void] {
  const [held, setHeld] = useState<Held<T>>({ path, remote: { kind: "loading" } });
  const [attempt, setAttempt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: attempt and revision only ask for another reading
  useEffect(() => {
    const abort = new AbortController();
    readJson(path, parser, abort.signal).then(
      (value) => setHeld({ path, remote: { kind: "ready", value } }),
      (error: unknown) => {
        if (abort.signal.aborted || !(error instanceof ReadError)) return;
        setHeld((last) =>
          last.path === path && last.remote.kind === "ready" ? last : { path, remote: { kind: "failed", error } },
        );
      },
    );
    return () => abort.abort();
  }, [path, parser, attempt, revision]);
  const retry = useCallback(() => {
    setHeld({ path, remote: { kind: "loading" } });
    setAttempt((count) => count + 1);
  }, [path]);
  return [held.path === path ? held.remote : { kind: "loading" }, retry];
}
