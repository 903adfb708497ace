import { useMemo } from "react";
import { useText } from "#platform/i18n/text.ts";
import { useQuarterMinute } from "#platform/ui/now.ts";
import { IncidentRow } from "./IncidentRow.tsx";
import { useIncidents } from "./incidentStore.ts";
import { arrangeQueue, wholeQueue } from "./queue.ts";
import { incidentText } from "./text.ts";

/** What is open in one grid, the most pressing first; nothing when nothing is. */
export function OpenHere({ gridId, timeZone }: { readonly gridId: string; readonly timeZone: string }) {
  const text = useText(incidentText);
  const open = useIncidents((state) => state.book.open);
  const fresh = useIncidents((state) => state.book.fresh);
  const now = useQuarterMinute();
  const items = useMemo(() => {
    const here = [...open.values()].filter((item) => item.gridId === gridId);
    return arrangeQueue(here, wholeQueue, now);
  }, [open, gridId, now]);
  if (items.length === 0) return null;
  return (
    <>
      <h3>{text.openHere}</h3>
      <ul className="plain-list heap">
        {items.map((item) => (
          <li key={item.id}>
            <IncidentRow incident={item} fresh={fresh.has(item.id)} selected={false} timeZone={timeZone} />
          </li>
        ))}
      </ul>
    </>
  );
}
