import { useText } from "#platform/i18n/text.ts";
import { count } from "#platform/ui/numbers.ts";
import { openSteps } from "./incident.ts";
import type { QueueCounts, QueueFilter } from "./queue.ts";
import { SeverityMark } from "./Severity.tsx";
import { incidentText } from "./text.ts";

type Props = {
  readonly filter: QueueFilter;
  readonly counts: QueueCounts;
  readonly onChange: (filter: QueueFilter) => void;
};

/** Chips that narrow the queue; each says how many it would leave. */
export function IncidentFilters({ filter, counts, onChange }: Props) {
  const text = useText(incidentText);
  const toggle = <K extends "step" | "severity">(name: K, value: QueueFilter[K]) =>
    onChange({ ...filter, [name]: filter[name] === value ? null : value });
  return (
    <div className="filters">
      <fieldset className="chips">
        <legend className="visually-hidden">{text.filterBySeverity}</legend>
        {(["urgent", "overdue"] as const).map((severity) => (
          <button
            key={severity}
            type="button"
            className="chip"
            aria-pressed={filter.severity === severity}
            onClick={() => toggle("severity", severity)}
          >
            <SeverityMark severity={severity} size={13} />
            {text.severity[severity]} <b>{count(counts[severity])}</b>
          </button>
        ))}
        <button
          type="button"
          className="chip chip-order"
          aria-label={`${text.order}: ${filter.order === "urgency" ? text.byUrgency : text.byNewest}`}
          onClick={() => onChange({ ...filter, order: filter.order === "urgency" ? "newest" : "urgency" })}
        >
          {filter.order === "urgency" ? text.byUrgency : text.byNewest} ⇅
        </button>
      </fieldset>
      <fieldset className="chips chips-steps">
        <legend className="visually-hidden">{text.filterByStep}</legend>
        {openSteps.map((step) => (
          <button
            key={step}
            type="button"
            className="chip"
            aria-pressed={filter.step === step}
            onClick={() => toggle("step", step)}
          >
            {text.step[step]} <b>{count(counts.steps[step])}</b>
          </button>
        ))}
      </fieldset>
    </div>
  );
}
