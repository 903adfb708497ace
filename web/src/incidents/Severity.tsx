import { useText } from "#platform/i18n/text.ts";
import type { Severity } from "./incident.ts";
import { incidentText } from "./text.ts";

const shapes: Readonly<Record<Severity, string>> = {
  urgent: "M8 1.500 15 14.500H1z",
  overdue: "M8 .8 15.200 8 8 15.200.8 8z",
  normal: "M8 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2",
};

/** Colour and shape of how pressing an incident is; the same as on the map. */
export function SeverityMark({ severity, size = 16 }: { readonly severity: Severity; readonly size?: number }) {
  const text = useText(incidentText);
  return (
    <svg
      className={`severity severity-${severity}`}
      width={size}
      height={size}
      viewBox="0 0 16 16"
      role="img"
      aria-label={text.severity[severity]}
    >
      <path d={shapes[severity]} fill="currentColor" />
    </svg>
  );
}
