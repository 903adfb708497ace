import { useEffect, useState } from "react";
import { startLive } from "#platform/live/client.ts";

/** Goes up when a facility, a border or the place has changed. */
export function useRevision(): number {
  const [revision, setRevision] = useState(0);
  useEffect(() => {
    const again = () => setRevision((last) => last + 1);
    const nothing = () => undefined;
    const live = startLive({
      onWelcome: nothing,
      onResync: again,
      onChanges: (changes) => {
        if (changes.some(({ topic }) => topic === "facility" || topic === "area" || topic === "place")) again();
      },
      onPositions: nothing,
      onGone: nothing,
      onServerTime: nothing,
      onBye: nothing,
    });
    return () => live.stop();
  }, []);
  return revision;
}
