import { type FormEvent, useId, useState } from "react";
import { muteAlarms } from "#documents/alarms/MuteAlarms.ts";
import { unmuteAlarms } from "#documents/alarms/UnmuteAlarms.ts";
import type { OpenAlarmsQuery } from "#documents/documents.ts";
import { toTime } from "#platform/api/convert.ts";
import { newKey } from "#platform/api/newKey.ts";
import { query } from "#platform/api/query.ts";
import type { Perform } from "#platform/api/usePerform.ts";
import { useLanguage } from "#platform/i18n/preferences.ts";
import { useText } from "#platform/i18n/text.ts";
import { Chips } from "#platform/ui/Chips.tsx";
import { serverNow } from "#platform/ui/now.ts";
import { momentOf } from "#platform/ui/time.ts";
import { FormEnds } from "./FormEnds.tsx";
import { alarmText } from "./text.ts";

const lengths = [15, 30, 60, 120] as const;

type Props = {
  readonly of: OpenAlarmsQuery["alarmMutes"];
  readonly timeZone: string;
  readonly perform: Perform;
};

function MuteForm({ perform, onClose }: Pick<Props, "perform"> & { readonly onClose: () => void }) {
  const text = useText(alarmText);
  const [minutes, setMinutes] = useState<number>(30);
  const [reason, setReason] = useState("");
  // The same form sent again is the same mute.
  const [idempotencyKey] = useState(newKey);
  const [until] = useState(serverNow);
  const id = useId();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const end = new Date(until + minutes * 60_000).toISOString();
    const done = await perform(() =>
      query(muteAlarms, {
        input: { until: end, reason: reason.trim(), idempotencyKey: `${idempotencyKey}-${minutes}` },
      }),
    );
    if (done) onClose();
  };
  return (
    <form className="mute-form" onSubmit={(event) => void submit(event)}>
      <p>{text.muteHint}</p>
      <Chips
        legend={<legend>{text.muteFor}</legend>}
        of={lengths}
        name={text.minutes}
        isChosen={(length) => length === minutes}
        onChoose={setMinutes}
      />
      <label htmlFor={id}>{text.muteReason}</label>
      <input
        id={id}
        className="field"
        required
        maxLength={200}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      <FormEnds words={text.muteConfirm} onClose={onClose} />
    </form>
  );
}

/** Who hears nothing until when, and why: seen by everybody, ended by themselves. */
export function Mutes({ of, timeZone, perform }: Props) {
  const text = useText(alarmText);
  const language = useLanguage();
  const [writing, setWriting] = useState(false);
  const mine = of.some(({ isMine }) => isMine);
  return (
    <section className="mutes">
      {of.length > 0 && <h3>{text.mutes}</h3>}
      <ul className="plain-list">
        {of.map(({ id, by, isMine, reason, until }) => (
          <li key={id}>
            {text.muteUntil(by, momentOf(toTime(until), serverNow(), timeZone, language), reason)}
            {isMine && (
              <button type="button" className="button" onClick={() => void perform(() => query(unmuteAlarms, { id }))}>
                {text.unmute}
              </button>
            )}
          </li>
        ))}
      </ul>
      {writing && <MuteForm perform={perform} onClose={() => setWriting(false)} />}
      {!writing && !mine && (
        <button type="button" className="button" onClick={() => setWriting(true)}>
          {text.muteMine}
        </button>
      )}
    </section>
  );
}
