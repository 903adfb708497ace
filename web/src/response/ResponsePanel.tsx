import { useState } from "react";
import { useStore } from "zustand";
import { useLanguage } from "#platform/i18n/preferences.ts";
import { named, useText } from "#platform/i18n/text.ts";
import { Icon } from "#platform/ui/Icon.tsx";
import { count } from "#platform/ui/numbers.ts";
import { duration } from "#platform/ui/time.ts";
import { csvOf, type Line, type LineColumn, sortLines } from "./lines.ts";
import { ask, periods, question, segments, views } from "./question.ts";
import { responseText } from "./text.ts";
import { hotColours, legendOf } from "./tint.ts";
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

type ControlProps = {
  readonly classes: readonly IncidentClassName[];
  readonly week: ReadonlyMap<number, number>;
};

/** What is asked: map, segment, period, class, hours. */
export function ResponseControls({ classes, week }: ControlProps) {
  const text = useText(responseText);
  const language = useLanguage();
  const asked = useStore(question);
  return (
    <section className="panel response-controls" aria-label={text.controls}>
      <h2>{text.title}</h2>
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
      <div className="week-title">
        <span>{text.week}</span>
        {asked.hours.length > 0 ? (
          <button type="button" className="link-button" onClick={() => ask({ hours: [] })}>
            {text.hoursChosen(asked.hours.length)} · {text.clearHours}
          </button>
        ) : (
          <span className="hint">{text.allHours}</span>
        )}
      </div>
      <WeekStrip incidents={week} chosen={asked.hours} onChoose={(hours) => ask({ hours })} />
    </section>
  );
}

function percent(share: number | null): string {
  return share === null ? "—" : `${(share * 100).toFixed(1)} %`;
}

function Summary({ all }: { readonly all: Line }) {
  const text = useText(responseText);
  const language = useLanguage();
  const time = (seconds: number | null) => (seconds === null ? "—" : duration(seconds * 1000, language));
  return (
    <div className="response-summary">
      <dl>
        {(["p50", "p80", "p90", "p95"] as const).map((name) => (
          <div key={name}>
            <dt>{name.toUpperCase()}</dt>
            <dd>{time(all[name])}</dd>
          </div>
        ))}
        <div>
          <dt>{text.onTime}</dt>
          <dd>{percent(all.onTimeShare)}</dd>
        </div>
      </dl>
      <p className="hint">
        {text.ofIncidents(count(all.count), count(all.incidents))} ·{" "}
        {text.ofDue(count(all.closedOnTime), count(all.due))}
        {all.count < 5 && all.count > 0 && ` · ${text.tooFew}`}
      </p>
    </div>
  );
}

type TableProps = { readonly lines: readonly Line[]; readonly nameOf: (key: string) => string };

function save(name: string, content: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([content], { type: "text/csv;charset=utf-8" }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

function Table({ lines, nameOf }: TableProps) {
  const text = useText(responseText);
  const language = useLanguage();
  const [by, setBy] = useState<LineColumn>("p90");
  const sorted = sortLines(lines, by, nameOf);
  const time = (seconds: number | null) => (seconds === null ? "—" : duration(seconds * 1000, language));
  const heads: readonly (readonly [LineColumn, string])[] = [
    ["name", text.community],
    ["count", "n"],
    ["p50", "P50"],
    ["p90", "P90"],
    ["onTimeShare", text.onTime],
  ];
  return (
    <>
      <div className="response-table-bar">
        <h3>{text.table}</h3>
        <button type="button" className="button" onClick={() => save("response.csv", csvOf(sorted, nameOf))}>
          {text.download}
        </button>
      </div>
      <div className="response-table">
        <table>
          <thead>
            <tr>
              {heads.map(([column, word]) => (
                <th key={column} aria-sort={column === by ? (column === "name" ? "ascending" : "descending") : "none"}>
                  <button type="button" onClick={() => setBy(column)}>
                    {word}
                    {column === by && (column === "name" ? " ↑" : " ↓")}
                  </button>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sorted.map((line) => (
              <tr key={line.key}>
                <th scope="row">{nameOf(line.key)}</th>
                <td>{count(line.count)}</td>
                <td>{time(line.p50)}</td>
                <td>{time(line.p90)}</td>
                <td title={text.ofDue(count(line.closedOnTime), count(line.due))}>{percent(line.onTimeShare)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

type FiguresProps = TableProps & { readonly all: Line; readonly asOf: string };

/** What the answer is, in numbers. */
export function ResponseFigures({ all, lines, nameOf, asOf }: FiguresProps) {
  const text = useText(responseText);
  return (
    <>
      <Summary all={all} />
      {all.incidents === 0 && all.due === 0 ? (
        <p className="response-none" role="status">
          <Icon name="alert" /> {text.none}
        </p>
      ) : (
        <Table lines={lines} nameOf={nameOf} />
      )}
      <p className="hint">{text.asOf(asOf)}</p>
    </>
  );
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
  const steps =
    view === "hotSpots"
      ? (["HOT", "COLD"] as const).map((verdict) => ({ colour: hotColours[verdict], label: text.verdicts[verdict] }))
      : legendOf(view, text.minutes);
  return (
    <section className="panel response-legend" aria-label={text.legend}>
      <h3>{text.views[view]}</h3>
      <ul>
        {steps.map(({ colour, label }) => (
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
