import type { ReactNode } from "react";
import { useStore } from "zustand";
import { useLanguage } from "#platform/i18n/preferences.ts";
import { named, useText } from "#platform/i18n/text.ts";
import { ask, periods, question, type ResponseView, segments, views } from "./question.ts";
import { responseText } from "./text.ts";
import { hotColours, type LegendStep, legendOf } from "./tint.ts";
import { WeekStrip } from "./WeekStrip.tsx";

export type IncidentClassName = { readonly code: string; readonly name: string; readonly nameEn: string };

function Choice<T extends string | number>(terms: {
  readonly name: string;
  readonly values: readonly T[];
  readonly current: T;
  readonly wordOf: (value: T) => string;
  readonly onChoose: (value: T) => void;
}) {
  return (
    <fieldset className="choice">
      <legend>{terms.name}</legend>
      {terms.values.map((value) => (
        <label key={value} className="choice-one">
          <input
            type="radio"
            name={terms.name}
            checked={value === terms.current}
            onChange={() => terms.onChoose(value)}
          />
          <span>{terms.wordOf(value)}</span>
        </label>
      ))}
    </fieldset>
  );
}

/** Which part of the way, and of which class; presence knows neither. */
function Filters({ classes }: { readonly classes: readonly IncidentClassName[] }) {
  const text = useText(responseText);
  const language = useLanguage();
  const asked = useStore(question);
  return (
    <>
      <label className="field">
        <span>{text.segment}</span>
        <select
          value={asked.segment}
          onChange={(event) => ask({ segment: segments.find((one) => one === event.target.value) ?? "RESPONSE" })}
        >
          {segments.map((segment) => (
            <option key={segment} value={segment}>
              {text.segments[segment]}
            </option>
          ))}
        </select>
      </label>
      <label className="field">
        <span>{text.class}</span>
        <select
          value={asked.classes[0] ?? ""}
          onChange={(event) => ask({ classes: event.target.value === "" ? [] : [event.target.value] })}
        >
          <option value="">{text.allClasses}</option>
          {classes.map(({ code, name, nameEn }) => (
            <option key={code} value={code}>
              {named(language, name, nameEn)}
            </option>
          ))}
        </select>
      </label>
    </>
  );
}

type ControlProps = {
  readonly classes: readonly IncidentClassName[];
  readonly week: ReadonlyMap<number, number>;
  /** Leads to how the numbers come about. */
  readonly methods: ReactNode;
};

/** What is asked: map, segment, period, class, hours. */
export function ResponseControls({ classes, week, methods }: ControlProps) {
  const text = useText(responseText);
  const asked = useStore(question);
  return (
    <section className="panel response-controls" aria-label={text.controls}>
      <h2>
        {text.title} {methods}
      </h2>
      <Choice
        name={text.view}
        values={views}
        current={asked.view}
        wordOf={(view) => text.views[view]}
        onChoose={(view) => ask({ view })}
      />
      <p className="hint">{text.viewHelp[asked.view]}</p>
      <Choice
        name={text.period}
        values={periods.includes(asked.days as (typeof periods)[number]) ? periods : [...periods, asked.days]}
        current={asked.days}
        wordOf={text.periodOf}
        onChoose={(days) => ask({ days })}
      />
      <label className="field">
        <span>{text.until}</span>
        <input
          type="date"
          value={asked.until ?? ""}
          onChange={(event) => ask({ until: event.target.value === "" ? null : event.target.value })}
        />
      </label>
      {asked.view !== "presence" && <Filters classes={classes} />}
      <div className="week-title">
        <span>{asked.view === "presence" ? text.weekPresence : text.week}</span>
        {asked.hours.length > 0 ? (
          <button type="button" className="link-button" onClick={() => ask({ hours: [] })}>
            {text.hoursChosen(asked.hours.length)} · {text.clearHours}
          </button>
        ) : (
          <span className="hint">{text.allHours}</span>
        )}
      </div>
      <WeekStrip
        values={week}
        of={asked.view === "presence" ? "presence" : "incidents"}
        chosen={asked.hours}
        onChoose={(hours) => ask({ hours })}
      />
    </section>
  );
}

/** The colours of a view with what they stand for. */
export function stepsOf(view: ResponseView, text: typeof responseText.zh): readonly LegendStep[] {
  if (view === "hotSpots") {
    return (["HOT", "COLD"] as const).map((verdict) => ({
      colour: hotColours[verdict],
      label: text.verdicts[verdict],
    }));
  }
  if (view === "density") {
    return [
      { colour: "#414487", label: text.few },
      { colour: "#fde725", label: text.many },
    ];
  }
  return legendOf(view, text.minutes);
}

/** What the colours on the map stand for. */
export function ResponseLegend({ unknown }: { readonly unknown: boolean }) {
  const text = useText(responseText);
  const { view } = useStore(question);
  if (view === "density") {
    return (
      <section className="panel response-legend" aria-label={text.legend}>
        <h3>{text.views[view]}</h3>
        <div className="density-scale">
          <span>{text.few}</span>
          <i />
          <span>{text.many}</span>
        </div>
      </section>
    );
  }
  return (
    <section className="panel response-legend" aria-label={text.legend}>
      <h3>{text.views[view]}</h3>
      <ul>
        {stepsOf(view, text).map(({ colour, label }) => (
          <li key={label}>
            <i style={{ background: colour }} />
            {label}
          </li>
        ))}
      </ul>
      {view === "hotSpots" && unknown && <p className="hint">{text.noVerdict}</p>}
    </section>
  );
}
