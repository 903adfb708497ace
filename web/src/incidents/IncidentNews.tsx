import { useText } from "#platform/i18n/text.ts";
import { Icon } from "#platform/ui/Icon.tsx";
import { markAllSeen, useIncidents } from "./incidentStore.ts";
import { incidentText } from "./text.ts";

/** How many incidents came that nobody has looked at; it has its place in the bar, so that nothing shifts when they come. */
export function IncidentNews() {
  const text = useText(incidentText);
  const fresh = useIncidents((state) => state.book.fresh.size);
  return (
    <span className="news" role="status">
      {fresh > 0 && (
        <button
          type="button"
          className="chip chip-news"
          title={text.markSeen}
          aria-keyshortcuts="n"
          onClick={markAllSeen}
        >
          {text.newOnes(fresh)} <Icon name="check" size={16} />
          <span className="visually-hidden">{text.markSeen}</span>
        </button>
      )}
    </span>
  );
}
