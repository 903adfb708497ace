import { useEffect, useState } from "react";
import { search } from "#documents/search/Search.ts";
import { query } from "#platform/api/query.ts";
import { type Found, longestQuery, toFound } from "./found.ts";

export type SearchState =
  | { readonly kind: "idle" }
  | { readonly kind: "searching"; readonly query: string }
  | { readonly kind: "found"; readonly query: string; readonly items: readonly Found[] }
  | { readonly kind: "failed"; readonly query: string };

const typingPause = 160;

/** What matches the query, once the typing pauses; only the newest query's answer is shown. */
export function useSearch(typed: string): SearchState {
  const text = typed.trim().slice(0, longestQuery);
  const [state, setState] = useState<SearchState>({ kind: "idle" });
  useEffect(() => {
    if (text === "") return;
    const abort = new AbortController();
    const timer = setTimeout(() => {
      setState((last) => (last.kind === "found" ? last : { kind: "searching", query: text }));
      query(search, { text }, abort.signal).then(
        (answer) => setState({ kind: "found", query: text, items: answer.search.map(toFound) }),
        () => {
          if (!abort.signal.aborted) setState({ kind: "failed", query: text });
        },
      );
    }, typingPause);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [text]);
  return text === "" ? { kind: "idle" } : state;
}
