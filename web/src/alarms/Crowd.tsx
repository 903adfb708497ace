import type { ReactNode } from "react";
import { lower } from "#platform/api/convert.ts";
import { useText } from "#platform/i18n/text.ts";
import { AlarmMark } from "./AlarmRow.tsx";
import type { Alarm } from "./alarm.ts";
import { settingsText } from "./settingsText.ts";
import { alarmText } from "./text.ts";

type Props = {
  readonly of: readonly Alarm[];
  /** Null where the reader may not. */
  readonly onAcknowledge: (() => void) | null;
  readonly children: ReactNode;
};

/** Many alarms of one kind and severity as one, with the rest a click away. */
export function Crowd({ of, onAcknowledge, children }: Props) {
  const text = useText(settingsText);
  const { acknowledgeAll } = useText(alarmText);
  const [first] = of;
  if (first === undefined) return null;
  return (
    <li className="alarm-crowd">
      <details>
        <summary>
          <AlarmMark severity={first.severity} />
          <strong>{text.crowd(text.kind[lower(first.kind)], of.length)}</strong>
        </summary>
        <ul className="plain-list">{children}</ul>
      </details>
      {first.state === "RAISED" && onAcknowledge !== null && (
        <button type="button" className="button" onClick={onAcknowledge}>
          {acknowledgeAll(of.length)}
        </button>
      )}
    </li>
  );
}
