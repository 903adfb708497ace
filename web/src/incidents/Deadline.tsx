import { useLanguage } from "#platform/i18n/preferences.ts";
import { useText } from "#platform/i18n/text.ts";
import { useNow } from "#platform/ui/now.ts";
import { duration } from "#platform/ui/time.ts";
import { type Incident, isOpen } from "./incident.ts";
import { incidentText } from "./text.ts";

const soon = 30 * 60_000;

/** Half run down, and run out. */
const shapes = {
  soon: "M3 1h10v3L9.500 8l3.500 4v3H3v-3l3.500-4L3 4zm2 12h6l-3-3.500z",
  over: "M8 .8 15.200 8 8 15.200.8 8z",
};

function Mark({ of }: { readonly of: keyof typeof shapes }) {
  return (
    <svg width="12" height="12" viewBox="0 0 16 16" aria-hidden="true">
      <path d={shapes[of]} fill="currentColor" />
    </svg>
  );
}

/** Time left until the deadline, or how far past it, in colour, shape and words; counts by the second. */
export function Deadline({ of }: { readonly of: Pick<Incident, "dueAt" | "step"> }) {
  const text = useText(incidentText);
  const language = useLanguage();
  const now = useNow();
  if (of.dueAt === null || !isOpen(of.step)) return <span className="deadline">{text.noDeadline}</span>;
  const left = of.dueAt - now;
  if (left >= soon) return <span className="deadline">{text.dueIn(duration(left, language))}</span>;
  const state = left < 0 ? "over" : "soon";
  return (
    <span className={`deadline deadline-${state}`}>
      <Mark of={state} /> {(left < 0 ? text.overdueBy : text.dueSoon)(duration(Math.abs(left), language))}
    </span>
  );
}
