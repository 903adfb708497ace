import { useText } from "#platform/i18n/text.ts";
import { serverNow } from "#platform/ui/now.ts";
import { IncidentRow } from "./IncidentRow.tsx";
import { useIncidents } from "./incidentStore.ts";
import { arrangeQueue, wholeQueue } from "./queue.ts";
import { incidentText } from "./text.ts";

/** The content of a cluster that no zoom can split. */
export function HeapCard({ ids, timeZone }: { readonly ids: readonly string[]; readonly timeZone: string }) {
  const text = useText(incidentText);
  const book = useIncidents((state) => state.book);
  const here = ids.flatMap((id) => book.open.get(id) ?? []);
  const items = arrangeQueue(here, wholeQueue, serverNow());
  return (
    <>
      <header className="card-title">
        <h2>{text.heap(items.length)}</h2>
      </header>
      <ul className="plain-list heap">
        {items.map((item) => (
          <li key={item.id}>
            <IncidentRow incident={item} fresh={book.fresh.has(item.id)} selected={false} timeZone={timeZone} />
          </li>
        ))}
      </ul>
    </>
  );
}
