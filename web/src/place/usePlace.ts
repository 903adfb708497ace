import { useEffect, useState } from "react";
import { ReadError, readJson } from "#platform/api/readJson.ts";
import { setServerTime } from "#platform/ui/now.ts";
import { type Place, place } from "./place.ts";

export type PlaceState =
  | { readonly kind: "loading" }
  | { readonly kind: "waiting"; readonly error: ReadError; readonly attempt: number }
  | { readonly kind: "ready"; readonly place: Place };

/** The place this server is a map of; asked for until the server answers. */
export function usePlace(): readonly [PlaceState, () => void] {
  const [state, setState] = useState<PlaceState>({ kind: "loading" });
  const [asked, setAsked] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked only asks again
  useEffect(() => {
    const abort = new AbortController();
    let timer: ReturnType<typeof setTimeout>;
    const ask = async (attempt: number): Promise<void> => {
      try {
        const found = await readJson("/api/place", place, abort.signal);
        setServerTime(found.serverTime, Date.now());
        setState({ kind: "ready", place: found });
      } catch (error) {
        if (abort.signal.aborted || !(error instanceof ReadError)) return;
        setState({ kind: "waiting", error, attempt });
        timer = setTimeout(() => void ask(attempt + 1), Math.min(4000, 1000 * attempt));
      }
    };
    void ask(1);
    return () => {
      abort.abort();
      clearTimeout(timer);
    };
  }, [asked]);
  return [state, () => setAsked((count) => count + 1)];
}
