import { type KeyboardEvent, type PointerEvent, useState } from "react";
import { useStore } from "zustand";
import { reportsByHour } from "#documents/replay/ReportsByHour.ts";
import { useQuery } from "#platform/api/useQuery.ts";
import { useText } from "#platform/i18n/text.ts";
import { clock, serverNow } from "#platform/ui/now.ts";
import { shortTime } from "#platform/ui/time.ts";
import { HourTip } from "./HourTip.tsx";
import { countsOf, hoursUntil, momentOn } from "./hours.ts";
import { hourText } from "./hourText.ts";
import "./hours.css";

type Props = {
  readonly timeZone: string;
  /** Another one when incidents have changed. */
  readonly revision: number;
  /** The reader wants to see how it was at a moment. */
  readonly onEnter: (at: number) => void;
};

const filterOf = (from: number, until: number) => ({
  from: new Date(from).toISOString(),
  until: new Date(until).toISOString(),
});

function useHours(timeZone: string, revision: number) {
  const minute = useStore(clock, ({ now }) => Math.floor(now / 60_000));
  const hours = hoursUntil(minute * 60_000, timeZone);
  const filter = filterOf(hours[0]?.from ?? 0, hours.at(-1)?.until ?? 0);
  // What was reported may be counted a moment after it was heard of.
  const [remote] = useQuery(reportsByHour, { filter }, `${revision}/${minute}`);
  const groups = remote.kind === "ready" ? remote.value.responseReport.groups : [];
  return { hours, counts: countsOf(hours, groups, timeZone), isKnown: remote.kind === "ready" };
}

/** How many incidents each of the last 24 hours brought: what one points at is told, what one clicks or drags to is played back. */
export function HourStrip({ timeZone, revision, onEnter }: Props) {
  const text = useText(hourText);
  const { hours, counts, isKnown } = useHours(timeZone, revision);
  const [at, setAt] = useState<number | null>(null);
  const most = Math.max(1, ...counts);
  const present = hours.length - 1;
  const shareOf = (event: PointerEvent<HTMLElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    return (event.clientX - box.left) / box.width;
  };
  const point = (event: PointerEvent<HTMLElement>) =>
    setAt(Math.min(present, Math.max(0, Math.floor(shareOf(event) * hours.length))));
  const obey = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const from = at ?? present;
    const places: Readonly<Record<string, number>> = {
      ArrowLeft: Math.max(0, from - 1),
      ArrowDown: Math.max(0, from - 1),
      ArrowRight: Math.min(present, from + 1),
      ArrowUp: Math.min(present, from + 1),
      Home: 0,
      End: present,
    };
    const place = places[event.key];
    if (place !== undefined) setAt(place);
    else if (event.key === "Enter" || event.key === " ") onEnter(hours[from]?.from ?? serverNow());
    else return;
    event.preventDefault();
  };
  const told = hours[at ?? present];
  const range = told === undefined ? "" : text.range(shortTime(told.from, timeZone), shortTime(told.until, timeZone));
  return (
    <section className="panel hour-strip" aria-label={text.title} data-known={isKnown}>
      <p>
        {text.title} <b>{isKnown ? text.sum(counts.reduce((sum, count) => sum + count, 0)) : "…"}</b>
      </p>
      <div
        className="hour-bars"
        role="slider"
        tabIndex={0}
        aria-label={text.slider}
        aria-valuemin={0}
        aria-valuemax={present}
        aria-valuenow={at ?? present}
        aria-valuetext={`${range} ${text.sum(counts[at ?? present] ?? 0)}`}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          point(event);
        }}
        onPointerMove={point}
        onPointerUp={(event) => onEnter(momentOn(hours, shareOf(event), serverNow()))}
        onPointerLeave={() => setAt(null)}
        onFocus={() => setAt((known) => known ?? present)}
        onBlur={() => setAt(null)}
        onKeyDown={obey}
      >
        {hours.map(({ from }, index) => (
          <span key={from} className="hour" data-count={counts[index]} data-told={index === at}>
            <i style={{ height: `${((counts[index] ?? 0) / most) * 100}%` }} />
          </span>
        ))}
      </div>
      <div className="hour-marks" aria-hidden="true">
        {hours.map(({ from }, index) => (
          <span key={from}>{index % 3 === 0 ? shortTime(from, timeZone) : ""}</span>
        ))}
      </div>
      {at !== null && told !== undefined && isKnown && (
        <HourTip
          filter={filterOf(told.from, told.until)}
          title={range}
          count={counts[at] ?? 0}
          place={(at + 0.5) / hours.length}
        />
      )}
    </section>
  );
}
