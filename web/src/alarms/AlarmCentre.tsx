import { useEffect, useRef, useState } from "react";
import { acknowledgeAlarm } from "#documents/alarms/AcknowledgeAlarm.ts";
import { acknowledgeAlarms } from "#documents/alarms/AcknowledgeAlarms.ts";
import { alarmHistory } from "#documents/alarms/AlarmHistory.ts";
import { useMay } from "#platform/access/access.ts";
import { query } from "#platform/api/query.ts";
import { useQuery } from "#platform/api/useQuery.ts";
import { useText } from "#platform/i18n/text.ts";
import { Icon } from "#platform/ui/Icon.tsx";
import { navigate } from "#platform/ui/location.ts";
import { RemoteView } from "#platform/ui/RemoteView.tsx";
import { AlarmRow } from "./AlarmRow.tsx";
import { type Alarm, endOf } from "./alarm.ts";
import { Mutes } from "./Mutes.tsx";
import { isAudible } from "./sound.ts";
import { alarmText } from "./text.ts";
import type { Alarms } from "./useAlarms.ts";
import { type Perform, usePerform } from "./usePerform.ts";

type Props = { readonly alarms: Alarms; readonly timeZone: string };

type ListProps = {
  readonly title: string;
  readonly of: readonly Alarm[];
  readonly timeZone: string;
  readonly perform: Perform | null;
};

function List({ title, of, timeZone, perform }: ListProps) {
  if (of.length === 0) return null;
  const acknowledge = (alarm: Alarm) => void perform?.(() => query(acknowledgeAlarm, { id: alarm.id }));
  return (
    <section>
      <h3>{title}</h3>
      <ul className="plain-list">
        {of.map((alarm) => (
          <AlarmRow
            key={alarm.id}
            alarm={alarm}
            timeZone={timeZone}
            onAcknowledge={perform === null ? null : acknowledge}
          />
        ))}
      </ul>
    </section>
  );
}

function Present({ alarms, timeZone }: Props) {
  const text = useText(alarmText);
  const mayAcknowledge = useMay("dispatch");
  const [perform, complaint] = usePerform(alarms.refresh);
  const raised = alarms.open.filter(({ state }) => state === "RAISED");
  const acknowledged = alarms.open.filter(({ state }) => state === "ACKNOWLEDGED");
  return (
    <RemoteView remote={alarms.remote} onRetry={alarms.retry}>
      {({ alarmMutes }) => (
        <>
          {!isAudible() && raised.length > 0 && <p className="alarm-note">{text.inaudible}</p>}
          {complaint !== null && (
            <p className="alarm-note" role="alert">
              <strong>{text.refused}</strong> {complaint}
            </p>
          )}
          {alarms.open.length === 0 && (
            <div className="empty">
              <strong>{text.allQuiet}</strong>
              <p>{text.allQuietHint}</p>
            </div>
          )}
          {mayAcknowledge && raised.length > 1 && (
            <button
              type="button"
              className="button button-strong alarm-all"
              onClick={() => void perform(() => query(acknowledgeAlarms, { raisedUntil: endOf(raised) }))}
            >
              {text.acknowledgeAll(raised.length)}
            </button>
          )}
          <List title={text.raised} of={raised} timeZone={timeZone} perform={mayAcknowledge ? perform : null} />
          {!mayAcknowledge && raised.length > 0 && <p className="alarm-look">{text.lookOnly}</p>}
          <List title={text.acknowledged} of={acknowledged} timeZone={timeZone} perform={null} />
          <Mutes of={alarmMutes} timeZone={timeZone} perform={perform} />
        </>
      )}
    </RemoteView>
  );
}

function Past({ timeZone, news }: { readonly timeZone: string; readonly news: number }) {
  const text = useText(alarmText);
  const [remote, retry] = useQuery(alarmHistory, {}, news);
  return (
    <RemoteView remote={remote} onRetry={retry}>
      {({ alarms }) =>
        alarms.nodes.length === 0 ? (
          <div className="empty">
            <strong>{text.noHistory}</strong>
          </div>
        ) : (
          <List title={text.history} of={alarms.nodes} timeZone={timeZone} perform={null} />
        )
      }
    </RemoteView>
  );
}

/** What must not be overlooked: the alarms that are open, who silenced what, and those of the past. */
export function AlarmCentre({ alarms, timeZone, news }: Props & { readonly news: number }) {
  const text = useText(alarmText);
  const [past, setPast] = useState(false);
  const centre = useRef<HTMLElement>(null);
  const holdsFocus = useRef(false);
  // The button that was pressed goes with its alarm; the next one is under the same hands.
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked at whenever the list has changed
  useEffect(() => {
    if (holdsFocus.current && document.activeElement === document.body) centre.current?.focus();
  }, [alarms.open]);
  return (
    <aside
      ref={centre}
      className="panel card alarm-centre"
      aria-label={text.title}
      tabIndex={-1}
      onFocus={() => {
        holdsFocus.current = true;
      }}
      onBlur={() => {
        holdsFocus.current = false;
      }}
    >
      <div className="card-bar">
        <span>{text.title}</span>
        <div className="alarm-tabs">
          <button type="button" className="chip" aria-pressed={!past} onClick={() => setPast(false)}>
            {text.now}
          </button>
          <button type="button" className="chip" aria-pressed={past} onClick={() => setPast(true)}>
            {text.history}
          </button>
          <button type="button" className="icon-button" aria-label={text.close} onClick={() => navigate("/")}>
            <Icon name="close" />
          </button>
        </div>
      </div>
      <div className="card-body">
        {past ? <Past timeZone={timeZone} news={news} /> : <Present alarms={alarms} timeZone={timeZone} />}
      </div>
    </aside>
  );
}
