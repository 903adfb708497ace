/** A number is read anew every minute: one reading may fail, two may not. */
export const readEvery = 60_000;
export const staleAfter = 150_000;

export type Freshness =
  | { readonly kind: "fresh" }
  /** `since` is the last moment that what is shown is known to have been true. */
  | { readonly kind: "stale"; readonly since: number; readonly why: "feed" | "reading" };

type Known = {
  /** The feed: until when it was heard; null while it is. */
  readonly cutAt: number | null;
  /** When the numbers of the scene were last read; null while they come with the feed, or have not come yet. */
  readonly readAt: number | null;
  readonly now: number;
};

/** Whether what is on the wall may be believed. Without the feed nobody can tell what has changed, whatever the scene. */
export function freshnessOf({ cutAt, readAt, now }: Known): Freshness {
  const isOld = readAt !== null && now - readAt > staleAfter;
  if (isOld && (cutAt === null || readAt < cutAt)) return { kind: "stale", since: readAt, why: "reading" };
  return cutAt === null ? { kind: "fresh" } : { kind: "stale", since: cutAt, why: "feed" };
}
