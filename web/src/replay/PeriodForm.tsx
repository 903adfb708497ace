import { useState } from "react";
import { useText } from "#platform/i18n/text.ts";
import { serverNow } from "#platform/ui/now.ts";
import { momentAt, wallTime } from "#platform/ui/zone.ts";
import type { Period } from "./playhead.ts";
import { replayText } from "./text.ts";

const hour = 3_600_000;
const spans = ["1", "6", "12", "24"] as const;

type Props = Period & { readonly onPeriod: (period: Period) => void; readonly timeZone: string };

/** Which period is played back: so many hours until a moment on the clock of the place. */
export function PeriodForm({ from, until, onPeriod, timeZone }: Props) {
  const text = useText(replayText);
  const hours = (until - from) / hour;
  const [span, setSpan] = useState<string>(spans.find((known) => Number(known) >= hours) ?? "24");
  const [end, setEnd] = useState(() => wallTime(until, timeZone));
  return (
    <form
      className="replay-period"
      onSubmit={(event) => {
        event.preventDefault();
        const wanted = Math.min(momentAt(end, timeZone) ?? until, serverNow());
        onPeriod({ from: wanted - Number(span) * hour, until: wanted });
      }}
    >
      <select aria-label={text.period} value={span} onChange={(event) => setSpan(event.target.value)}>
        {spans.map((known) => (
          <option key={known} value={known}>
            {text.spans[known]}
          </option>
        ))}
      </select>
      <label>
        {text.until}
        <input
          type="datetime-local"
          value={end}
          max={wallTime(serverNow(), timeZone)}
          onChange={(event) => setEnd(event.target.value)}
        />
      </label>
      <button type="submit" className="button">
        {text.show}
      </button>
    </form>
  );
}
