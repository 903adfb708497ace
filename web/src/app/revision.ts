import { useStore } from "zustand";
import { useCalm } from "./calm.ts";
import { watch } from "./watch.ts";

/** A number that changes when the feed has told of one of these topics, at most once in two seconds. */
export function useRevision(...topics: readonly string[]): number {
  return useCalm(useStore(watch, ({ revisions }) => topics.reduce((sum, topic) => sum + (revisions[topic] ?? 0), 0)));
}
