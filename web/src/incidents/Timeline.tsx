import { useLanguage } from "#platform/i18n/preferences.ts";
import { useText } from "#platform/i18n/text.ts";
import { serverNow } from "#platform/ui/now.ts";
import { momentOf } from "#platform/ui/time.ts";
import { type IncidentHistory, openSteps, type Step } from "./incident.ts";
import { incidentText, sourceName } from "./text.ts";

const loop: readonly Step[] = [...openSteps, "closed"];

/** The six steps of the closed loop: done with time and actor, the one in hand, those to come. */
export function Timeline({ of, timeZone }: { readonly of: IncidentHistory; readonly timeZone: string }) {
  const text = useText(incidentText);
  const language = useLanguage();
  const reached = loop.indexOf(of.step);
  return (
    <ol className="timeline" aria-label={text.timeline}>
      {loop.map((step, index) => {
        const entry = of.steps.findLast((row) => row.to === step);
        const done = entry !== undefined && index <= reached;
        const state = index === reached ? "current" : done ? "done" : "waiting";
        return (
          <li key={step} className={`timeline-${state}`} aria-current={state === "current" ? "step" : undefined}>
            <span className="timeline-dot" aria-hidden="true">
              {index + 1}
            </span>
            <span className="timeline-step">{text.step[step]}</span>
            <span className="timeline-time">
              {done ? momentOf(entry.at, serverNow(), timeZone, language) : text.waiting}
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
