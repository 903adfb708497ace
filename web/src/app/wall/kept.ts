import { useEffect, useState } from "react";
import type { Remote } from "../../platform/api/useQuery.ts";
import { readEvery } from "../../wall/freshness.ts";

type Kept = { readonly value: unknown; readonly readAt: number };

/** The last answer of each scene, so that a scene that comes back shows what it knew while it reads anew. One of each: it does not grow. */
const kept = new Map<string, Kept>();

export type Told<T> = { readonly remote: Remote<T>; readonly readAt: number | null };

/** What is known of a scene's answer, and since when; `name` says whose it is, and of what question. */
export function useKept<T>(scene: string, key: string, remote: Remote<T>): Told<T> {
  const name = `${scene} ${key}`;
  if (remote.kind === "ready" && kept.get(name)?.value !== remote.value) {
    for (const other of kept.keys()) if (other.startsWith(`${scene} `)) kept.delete(other);
    kept.set(name, { value: remote.value, readAt: Date.now() });
  }
  const held = kept.get(name);
  if (held === undefined) return { remote, readAt: null };
  return { remote: { kind: "ready", value: held.value as T }, readAt: held.readAt };
}

const sooner = 10_000;

/** Counts the times that a scene is to be read anew: each minute, sooner while there is nothing to show. */
export function useTick(): readonly [tick: number, onMissing: (isMissing: boolean) => void] {
  const [tick, setTick] = useState(0);
  const [isMissing, setMissing] = useState(false);
  useEffect(() => {
    const timer = setInterval(() => setTick((last) => last + 1), isMissing ? sooner : readEvery);
    return () => clearInterval(timer);
  }, [isMissing]);
  return [tick, setMissing];
}
