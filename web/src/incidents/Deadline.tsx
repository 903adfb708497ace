import { useLanguage } from "#platform/i18n/preferences.ts";
import { useText } from "#platform/i18n/text.ts";
import { useNow } from "#platform/ui/now.ts";
import { duration } from "#platform/ui/time.ts";
import { type Incident, isOpen } from "./incident.ts";
import { incidentText } from "./text.ts";

const soon = 30 * 60_000;

/** Time left until the deadline, or how far past it; counts by the second. */
export function Deadline({ of }: { readonly of: Pick<Incident, "dueAt" | "step"> }) {
  const text = useText(incidentText);
  const language = useLanguage();
  const now = useNow();
  if (of.dueAt === null || !isOpen(of.step)) return <span className="deadline">{text.noDeadline}</span>;
  const left = of.dueAt - now;
  if (left < 0) return <span className="deadline deadline-over">{text.overdueBy(duration(-left, language))}</span>;
  return (
    <span className={left < soon ? "deadline deadline-soon" : "deadline"}>{text.dueIn(duration(left, language))}</span>
  );
}
