import { type FormEvent, useId, useState } from "react";
import { setQuietHours } from "#documents/alarms/SetQuietHours.ts";
import type { AlarmSettingsQuery } from "#documents/documents.ts";
import { query } from "#platform/api/query.ts";
import type { Perform } from "#platform/api/usePerform.ts";
import { useText } from "#platform/i18n/text.ts";
import { Chips } from "#platform/ui/Chips.tsx";
import { FormEnds } from "./FormEnds.tsx";
import { settingsText } from "./settingsText.ts";

type Hours = AlarmSettingsQuery["quietHours"][number];

const days = [1, 2, 3, 4, 5, 6, 7] as const;
type Day = (typeof days)[number];
const everyDay: readonly number[] = days;

type FormProps = { readonly mine: Hours | null; readonly perform: Perform; readonly onClose: () => void };

function HoursForm({ mine, perform, onClose }: FormProps) {
  const text = useText(settingsText);
  const id = useId();
  const [weekdays, setWeekdays] = useState(mine?.weekdays ?? everyDay);
  const [startsAt, setStart] = useState(mine?.startsAt ?? "22:00");
  const [endsAt, setEnd] = useState(mine?.endsAt ?? "06:00");
  const [silencesUrgent, setUrgent] = useState(mine?.silencesUrgent ?? false);
  const toggle = (day: Day) =>
    setWeekdays((before) => (before.includes(day) ? before.filter((other) => other !== day) : [...before, day].sort()));
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const hours = { weekdays: [...weekdays], startsAt, endsAt, silencesUrgent };
    if (await perform(() => query(setQuietHours, { hours }))) onClose();
  };
  return (
    <form className="mute-form" onSubmit={(event) => void submit(event)}>
      <p>{text.quietHint}</p>
      <Chips
        legend={<legend>{text.weekdays}</legend>}
        of={days}
        name={(day) => text.day[`d${day}`]}
        isChosen={(day) => weekdays.includes(day)}
        onChoose={toggle}
      />
      <label htmlFor={`${id}-from`}>{text.from}</label>
      <input
        id={`${id}-from`}
        className="field"
        type="time"
        required
        value={startsAt}
        onChange={(event) => setStart(event.target.value)}
      />
      <label htmlFor={`${id}-until`}>{text.until}</label>
      <input
        id={`${id}-until`}
        className="field"
        type="time"
        required
        value={endsAt}
        onChange={(event) => setEnd(event.target.value)}
      />
      <label>
        <input type="checkbox" checked={silencesUrgent} onChange={(event) => setUrgent(event.target.checked)} />{" "}
        {text.urgentToo}
      </label>
      <FormEnds words={text.save} disabled={weekdays.length === 0} onClose={onClose} />
    </form>
  );
}

/** The quiet hours of everybody; one's own can be set and taken away. */
export function QuietHours({ of, perform }: { readonly of: readonly Hours[]; readonly perform: Perform }) {
  const text = useText(settingsText);
  const [writing, setWriting] = useState(false);
  const mine = of.find(({ isMine }) => isMine) ?? null;
  const named = (weekdays: readonly number[]) =>
    days
      .filter((day) => weekdays.includes(day))
      .map((day) => text.day[`d${day}`])
      .join(" ");
  return (
    <section className="mutes">
      <h3>{text.quiet}</h3>
      {of.length === 0 && <p className="alarm-look">{text.noQuiet}</p>}
      <ul className="plain-list">
        {of.map((hours) => (
          <li key={hours.login}>
            {text.quietOf(hours.by, named(hours.weekdays), hours.startsAt, hours.endsAt)}
            {hours.silencesUrgent && ` · ${text.withUrgent}`}
            {hours.isMine && (
              <button
                type="button"
                className="button"
                onClick={() => void perform(() => query(setQuietHours, { hours: null }))}
              >
                {text.removeMine}
              </button>
            )}
          </li>
        ))}
      </ul>
      {writing ? (
        <HoursForm mine={mine} perform={perform} onClose={() => setWriting(false)} />
      ) : (
        <button type="button" className="button" onClick={() => setWriting(true)}>
          {text.setMine}
        </button>
      )}
    </section>
  );
}
