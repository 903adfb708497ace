import { useMemo } from "react";
import { useIncidents } from "../incidents/incidentStore.ts";
import { countQueue } from "../incidents/queue.ts";
import { useQuarterMinute } from "../platform/ui/now.ts";

/** What is open, as the head of the command screen and the wall count it; unknown until the first part is read. */
export function useQueueCounts() {
  const open = useIncidents((state) => state.book.open);
  const total = useIncidents((state) => state.book.total);
  const known = useIncidents((state) => state.book.phase !== "empty");
  const now = useQuarterMinute();
  const counts = useMemo(() => countQueue(open.values(), now), [open, now]);
  return { ...counts, total, known };
}
