import { useEffect, useState } from "react";
import { readJson } from "#platform/api/readJson.ts";
import { type Found, longestQuery, searchAnswer } from "./found.ts";

export type SearchState =
  | { readonly kind: "idle" }
  | { readonly kind: "searching"; readonly query: string }
  | { readonly kind: "found"; readonly query: string; readonly items: readonly Found[] }
  | { readonly kind: "failed"; readonly query: string };

const typingPause = 160;

/** What matches the query, once the typing pauses; only the newest query's answer is shown. */
export function useSearch(typed: string): SearchState {
  const query = typed.trim().slice(0, longestQuery);
  const [state, setState] = useState<SearchState>({ kind: "idle" });
  useEffect(() => {
    if (query === "") return;
    const abort = new AbortController();
    const timer = setTimeout(() => {
      setState((last) => (last.kind === "found" ? last : { kind: "searching", query }));
      readJson(`/api/search?limit=12&q=${encodeURIComponent(query)}`, searchAnswer, abort.signal).then(
        ({ items }) => setState({ kind: "found", query, items }),
        () => {
          if (!abort.signal.aborted) setState({ kind: "failed", query });
        },
      );
    }, typingPause);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [query]);
  return query === "" ? { kind: "idle" } : state;
}
