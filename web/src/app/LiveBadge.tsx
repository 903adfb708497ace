import { useStore } from "zustand";
import { useText } from "../platform/i18n/text.ts";
import type { Badge } from "../platform/live/badge.ts";
import { liveBadge } from "../platform/live/client.ts";
import { clockTime } from "../platform/ui/time.ts";
import { appText } from "./text.ts";

const shapes: Readonly<Record<Badge["kind"], string>> = {
  live: "M8 2.500a5.500 5.500 0 1 1 0 11 5.500 5.500 0 0 1 0-11",
  connecting: "M8 2.500a5.500 5.500 0 1 1 0 11 5.500 5.500 0 0 1 0-11m0 2a3.500 3.500 0 1 0 0 7 3.500 3.500 0 0 0 0-7",
  delayed: "M8 2 15 14H1z",
  disconnected:
    "M3.800 2.400 8 6.600l4.200-4.200 1.400 1.400L9.400 8l4.200 4.200-1.400 1.400L8 9.400l-4.200 4.200-1.400-1.400L6.600 8 2.400 3.800z",
};

/** Whether what is on screen is true now: in colour, in shape and in words. */
export function LiveBadge({ timeZone }: { readonly timeZone: string }) {
  const text = useText(appText);
  const badge = useStore(liveBadge);
  const words = () => {
    switch (badge.kind) {
      case "live":
        return text.live;
      case "connecting":
        return text.connecting;
      case "delayed":
        return text.delayed(badge.seconds);
      case "disconnected":
        return text.disconnected(clockTime(badge.since, timeZone));
    }
  };
  return (
    <span
      className={`badge badge-${badge.kind}`}
      role="status"
      aria-label={`${text.feedState}: ${words()}`}
      data-state={badge.kind}
    >
      <svg width="14" height="14" viewBox="0 0 16 16" aria-hidden="true">
        <path d={shapes[badge.kind]} fill="currentColor" fillRule="evenodd" />
      </svg>
      <span>{words()}</span>
    </span>
  );
}
