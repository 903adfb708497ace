import { type RefObject, useEffect, useRef } from "react";
import { useStore } from "zustand";
import { page } from "#platform/api/query.ts";
import { buildOf, isCalm } from "./renewal.ts";

const askEvery = 300_000;
const look = 500;

async function servedBuild(): Promise<string | null> {
  try {
    const answer = await fetch("/wall", { cache: "no-store", headers: { accept: "text/html" } });
    return answer.ok ? buildOf(await answer.text()) : null;
  } catch {
    return null;
  }
}

function wornBuild(): string | null {
  return document.querySelector('script[type="module"][src]')?.getAttribute("src") ?? null;
}

type Terms = {
  readonly isLive: boolean;
  readonly turnedAt: number;
  readonly usedAt: RefObject<number>;
  /** The page shows another place, or cannot draw any more. */
  readonly isBroken: boolean;
};

/** Loads the page anew, at a calm moment, when the server has another build of it or it shows what is no more. */
export function useRenewal(terms: Terms): void {
  const { isLive, isBroken } = terms;
  const isOutdated = useStore(page, (state) => state.isOutdated);
  const latest = useRef(terms);
  latest.current = terms;
  const wantedAt = useRef<number | null>(null);
  useEffect(() => {
    if (isBroken || isOutdated) wantedAt.current ??= performance.now();
  }, [isBroken, isOutdated]);
  useEffect(() => {
    if (!isLive) return;
    // A server that has just come back may be a new one.
    const ask = async () => {
      const served = await servedBuild();
      const worn = wornBuild();
      if (served !== null && worn !== null && served !== worn) wantedAt.current ??= performance.now();
    };
    void ask();
    const timer = setInterval(() => void ask(), askEvery);
    return () => clearInterval(timer);
  }, [isLive]);
  useEffect(() => {
    const timer = setInterval(() => {
      const { isLive: isThere, turnedAt, usedAt } = latest.current;
      const now = performance.now();
      if (isCalm({ wantedAt: wantedAt.current, turnedAt, usedAt: usedAt.current, isLive: isThere, now }))
        globalThis.location.reload();
    }, look);
    return () => clearInterval(timer);
  }, []);
}
