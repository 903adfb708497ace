import { useMemo } from "react";
import { useText } from "#platform/i18n/text.ts";
import { useQuarterMinute } from "#platform/ui/now.ts";
import { count } from "#platform/ui/numbers.ts";
import { RemoteView } from "#platform/ui/RemoteView.tsx";
import { VirtualList } from "#platform/ui/VirtualList.tsx";
import { IncidentFilters } from "./IncidentFilters.tsx";
import { IncidentRow } from "./IncidentRow.tsx";
import type { Incident } from "./incident.ts";
import { readOpenIncidents, useIncidents } from "./incidentStore.ts";
import { arrangeQueue, countQueue, type QueueFilter, wholeQueue } from "./queue.ts";
import { incidentText } from "./text.ts";

const keyOf = (item: Incident) => item.id;
const retry = () => void readOpenIncidents();

type Props = {
  readonly filter: QueueFilter;
  readonly onFilter: (filter: QueueFilter) => void;
  readonly selected: string | null;
  readonly stale: boolean;
  readonly timeZone: string;
};

function NothingOpen({ filtered, onClear }: { readonly filtered: boolean; readonly onClear: () => void }) {
  const text = useText(incidentText);
  if (!filtered) {
    return (
      <div className="empty">
        <strong>{text.nothingOpen}</strong>
        <p>{text.nothingOpenHint}</p>
      </div>
    );
  }
  return (
    <div className="empty">
      <strong>{text.nothingFiltered}</strong>
      <button type="button" className="button" onClick={onClear}>
        {text.clearFilter}
      </button>
    </div>
  );
}

/** Everything open, the most pressing first. It fills by itself and never takes the focus. */
export function IncidentQueue({ filter, onFilter, selected, stale, timeZone }: Props) {
  const text = useText(incidentText);
  const book = useIncidents((state) => state.book);
  const failure = useIncidents((state) => state.failure);
  const now = useQuarterMinute();
  const items = useMemo(() => arrangeQueue(book.open.values(), filter, now), [book.open, filter, now]);
  const counts = useMemo(() => countQueue(book.open.values(), now), [book.open, now]);
  if (book.phase === "empty") {
    return (
      <RemoteView remote={failure === null ? { kind: "loading" } : { kind: "failed", error: failure }} onRetry={retry}>
        {() => null}
      </RemoteView>
    );
  }
  return (
    <>
      <IncidentFilters filter={filter} counts={counts} onChange={onFilter} />
      {stale && <p className="notice notice-stale">{text.stale}</p>}
      {book.total > book.open.size && <p className="notice">{text.limited(book.open.size, book.total)}</p>}
      {items.length === 0 ? (
        <NothingOpen filtered={book.open.size > 0} onClear={() => onFilter(wholeQueue)} />
      ) : (
        <VirtualList
          items={items}
          rowHeight={64}
          keyOf={keyOf}
          label={`${text.queue}: ${count(items.length)}`}
          row={(item) => (
            <IncidentRow
              incident={item}
              fresh={book.fresh.has(item.id)}
              selected={selected === item.number || selected === item.id}
              timeZone={timeZone}
            />
          )}
        />
      )}
    </>
  );
}
