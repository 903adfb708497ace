import { lower, toTime } from "#platform/api/convert.ts";
import { useLanguage } from "#platform/i18n/preferences.ts";
import { useText } from "#platform/i18n/text.ts";
import { serverNow } from "#platform/ui/now.ts";
import { momentOf } from "#platform/ui/time.ts";
import { type IncidentHistory, openSteps, type Step } from "./incident.ts";
import { incidentText, sourceName } from "./text.ts";

const loop: readonly Step[] = [...openSteps, "closed"];

type Props = { readonly step: Step; readonly history: IncidentHistory["steps"]; readonly timeZone: string };

/** The six steps of the closed loop: done with time and actor, the one in hand, those to come. */
export function Timeline({ step: present, history, timeZone }: Props) {
  const text = useText(incidentText);
  const language = useLanguage();
  const reached = loop.indexOf(present);
  return (
    <ol className="timeline" aria-label={text.timeline}>
      {loop.map((step, index) => {
        const entry = history.findLast((row) => lower(row.to) === step);
        const done = entry !== undefined && index <= reached;
        const state = index === reached ? "current" : done ? "done" : "waiting";
        return (
          <li key={step} className={`timeline-${state}`} aria-current={state === "current" ? "step" : undefined}>
            <span className="timeline-dot" aria-hidden="true">
              {index + 1}
            </span>
            <span className="timeline-step">{text.step[step]}</span>
            <span className="timeline-time">
              {done ? momentOf(toTime(entry.at), serverNow(), timeZone, language) : text.waiting}
            </span>
            {done && (
              <span className="timeline-note">
                {sourceName(text.source, entry.actor)}
                {entry.note !== null && entry.note !== "" ? ` · ${entry.note}` : ""}
              </span>
            )}
          </li>
        );
      })}
    </ol>
  );
}
