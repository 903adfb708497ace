/** What the header says about the feed. */
export type Badge =
  | { readonly kind: "connecting" }
  | { readonly kind: "live" }
  | { readonly kind: "delayed"; readonly seconds: number }
  | { readonly kind: "disconnected"; readonly since: number };

export type FeedState = {
  readonly open: boolean;
  /** When the last frame came, by the local clock; null before the first. */
  readonly lastFrameAt: number | null;
  /** How much longer the last frame was under way than the fastest one. */
  readonly lagMilliseconds: number;
  readonly startedAt: number;
};

/** A heartbeat comes every 2 s: one may be late before we say so, two mean the line is dead whatever the socket says. */
const lateAfter = 3000;
const deadAfter = 4500;

export function badgeOf(feed: FeedState, now: number): Badge {
  if (feed.lastFrameAt === null) {
    return now - feed.startedAt > deadAfter ? { kind: "disconnected", since: feed.startedAt } : { kind: "connecting" };
  }
  const silence = now - feed.lastFrameAt;
  if (!feed.open || silence >= deadAfter) return { kind: "disconnected", since: feed.lastFrameAt };
  const delay = Math.max(
    silence >= lateAfter ? silence : 0,
    feed.lagMilliseconds >= lateAfter ? feed.lagMilliseconds : 0,
  );
  return delay > 0 ? { kind: "delayed", seconds: Math.round(delay / 1000) } : { kind: "live" };
}
