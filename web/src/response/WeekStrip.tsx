import { type KeyboardEvent, type PointerEvent, useRef, useState } from "react";
import { useText } from "#platform/i18n/text.ts";
import { count } from "#platform/ui/numbers.ts";
import { percent } from "./lines.ts";
import { responseText } from "./text.ts";

type Props = {
  /** By hour of the week, of all hours whether chosen or not: incidents, or the share of the time that patrols were there. */
  readonly values: ReadonlyMap<number, number>;
  readonly of: "incidents" | "presence";
  readonly chosen: readonly number[];
  readonly onChoose: (hours: readonly number[]) => void;
};

type Corner = { readonly day: number; readonly hour: number };

function block(from: Corner, to: Corner): readonly number[] {
  const [firstDay, lastDay] = [Math.min(from.day, to.day), Math.max(from.day, to.day)];
  const [firstHour, lastHour] = [Math.min(from.hour, to.hour), Math.max(from.hour, to.hour)];
  return Array.from({ length: lastDay - firstDay + 1 }, (_, day) =>
    Array.from({ length: lastHour - firstHour + 1 }, (__, hour) => (firstDay + day) * 24 + firstHour + hour),
  ).flat();
}

/** Seven days of 24 hours, darker where more was reported; hours are chosen by dragging, or by arrow keys with shift. */
export function WeekStrip({ values, of, chosen, onChoose }: Props) {
  const text = useText(responseText);
  const start = useRef<Corner | null>(null);
  const [focus, setFocus] = useState<Corner>({ day: 0, hour: 8 });
  const [drawn, setDrawn] = useState<readonly number[] | null>(null);
  const most = of === "presence" ? 1 : Math.max(1, ...values.values());
  const told = (value: number) => (of === "presence" ? percent(value) : `n = ${count(value)}`);
  const marked = new Set(drawn ?? chosen);
  const cornerAt = (event: PointerEvent<HTMLElement>): Corner => {
    const box = event.currentTarget.getBoundingClientRect();
    const hour = Math.floor(((event.clientX - box.left) / box.width) * 24);
    const day = Math.floor(((event.clientY - box.top) / box.height) * 7);
    return { day: Math.min(6, Math.max(0, day)), hour: Math.min(23, Math.max(0, hour)) };
  };
  const finish = (hours: readonly number[]) => {
    const same = hours.length === chosen.length && hours.every((hour, index) => chosen[index] === hour);
    setDrawn(null);
    start.current = null;
    onChoose(same ? [] : hours);
  };
  const move = (event: KeyboardEvent<HTMLElement>) => {
    const steps: Readonly<Record<string, readonly [number, number]>> = {
      ArrowUp: [-1, 0],
      ArrowDown: [1, 0],
      ArrowLeft: [0, -1],
      ArrowRight: [0, 1],
    };
    const step = steps[event.key];
    if (event.key === "Escape" && chosen.length > 0) {
      event.stopPropagation();
      onChoose([]);
      return;
    }
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      finish(block(start.current ?? focus, focus));
      return;
    }
    if (step === undefined) return;
    event.preventDefault();
    const next = {
      day: Math.min(6, Math.max(0, focus.day + step[0])),
      hour: Math.min(23, Math.max(0, focus.hour + step[1])),
    };
    if (event.shiftKey) start.current ??= focus;
    else start.current = null;
    setFocus(next);
    setDrawn(block(start.current ?? next, next));
  };
  return (
    <section className="week" aria-label={text.week}>
      <div className="week-days" aria-hidden="true">
        {text.days.split(" ").map((day) => (
          <span key={day}>{day}</span>
        ))}
      </div>
      <div
        className="week-hours"
        role="application"
        aria-label={text.weekHelp}
        aria-description={chosen.length === 0 ? text.allHours : text.hoursChosen(chosen.length)}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the strip is a tool of its own, worked by arrow keys
        tabIndex={0}
        onKeyDown={move}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          start.current = cornerAt(event);
          setDrawn(block(start.current, start.current));
        }}
        onPointerMove={(event) => {
          if (start.current !== null && event.buttons > 0) setDrawn(block(start.current, cornerAt(event)));
        }}
        onPointerUp={(event) => {
          if (start.current !== null) finish(block(start.current, cornerAt(event)));
        }}
        onPointerCancel={() => {
          start.current = null;
          setDrawn(null);
        }}
      >
        {Array.from({ length: 168 }, (_, hour) => {
          const then = values.get(hour) ?? 0;
          return (
            <span
              // biome-ignore lint/suspicious/noArrayIndexKey: an hour of the week is its number
              key={hour}
              className="week-hour"
              data-chosen={marked.size === 0 || marked.has(hour)}
              style={{ opacity: 0.08 + (0.92 * then) / most }}
              title={`${text.days.split(" ")[Math.floor(hour / 24)]} ${hour % 24}:00 · ${told(then)}`}
            />
          );
        })}
      </div>
      <div className="week-scale" aria-hidden="true">
        {[0, 6, 12, 18, 24].map((hour) => (
          <span key={hour}>{hour}</span>
        ))}
      </div>
    </section>
  );
}
