import { useEffect, useRef, useState } from "react";
import { acknowledgeAlarm } from "#documents/alarms/AcknowledgeAlarm.ts";
import { acknowledgeAlarms } from "#documents/alarms/AcknowledgeAlarms.ts";
import { alarmById } from "#documents/alarms/AlarmById.ts";
import { alarmHistory } from "#documents/alarms/AlarmHistory.ts";
import { useMay } from "#platform/access/access.ts";
import { query } from "#platform/api/query.ts";
import { type Perform, usePerform } from "#platform/api/usePerform.ts";
import { part, useQuery } from "#platform/api/useQuery.ts";
import { useText } from "#platform/i18n/text.ts";
import { Icon } from "#platform/ui/Icon.tsx";
import { navigate } from "#platform/ui/location.ts";
import { RemoteView } from "#platform/ui/RemoteView.tsx";
import { AlarmRow, type Show } from "./AlarmRow.tsx";
import { AlarmSettings } from "./AlarmSettings.tsx";
import { type Alarm, endOf } from "./alarm.ts";
import { Crowd } from "./Crowd.tsx";
import { groupAlarms } from "./groups.ts";
import { Mutes } from "./Mutes.tsx";
import { settingsText } from "./settingsText.ts";
import { isAudible } from "./sound.ts";
import { alarmText } from "./text.ts";
import type { Alarms } from "./useAlarms.ts";

type Props = { readonly alarms: Alarms; readonly timeZone: string; readonly onShow: Show };

type ListProps = {
  readonly title: string;
  readonly of: readonly Alarm[];
  readonly timeZone: string;
  readonly perform: Perform | null;
  readonly onShow: Show;
};

function List({ title, of, timeZone, perform, onShow }: ListProps) {
  if (of.length === 0) return null;
  const acknowledge = (alarm: Alarm) => void perform?.(() => query(acknowledgeAlarm, { id: alarm.id }));
  const acknowledgeKind = (kind: Alarm["kind"], alarms: readonly Alarm[]) =>
    void perform?.(() => query(acknowledgeAlarms, { raisedUntil: endOf(alarms), kinds: [kind] }));
  return (
    <section>
      <h3>{title}</h3>
      <ul className="plain-list">
        {groupAlarms(of).map(({ kind, alarms }) => {
          const rows = alarms.map((alarm) => (
            <AlarmRow
              key={alarm.id}
              alarm={alarm}
              timeZone={timeZone}
              onAcknowledge={perform === null ? null : acknowledge}
              onShow={onShow}
            />
          ));
          if (rows.length === 1) return rows;
          return (
            <Crowd
              key={`${kind} ${alarms[0]?.severity}`}
              of={alarms}
              onAcknowledge={perform === null ? null : () => acknowledgeKind(kind, alarms)}
            >
              {rows}
            </Crowd>
          );
        })}
      </ul>
    </section>
  );
}

function Present({ alarms, timeZone, onShow }: Props) {
  const text = useText(alarmText);
  const mayAcknowledge = useMay("dispatch");
  const [perform, { complaint }] = usePerform(alarms.refresh);
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
              onClick={() => void perform(() => query(acknowledgeAlarms, { raisedUntil: endOf(raised), kinds: null }))}
            >
              {text.acknowledgeAll(raised.length)}
            </button>
          )}
          <List
            title={text.raised}
            of={raised}
            timeZone={timeZone}
            perform={mayAcknowledge ? perform : null}
            onShow={onShow}
          />
          {!mayAcknowledge && raised.length > 0 && <p className="alarm-look">{text.lookOnly}</p>}
          <List title={text.acknowledged} of={acknowledged} timeZone={timeZone} perform={null} onShow={onShow} />
          <Mutes of={alarmMutes} timeZone={timeZone} perform={perform} />
        </>
      )}
    </RemoteView>
  );
}

function Past({ timeZone, news, onShow }: Omit<Props, "alarms"> & { readonly news: number }) {
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
          <List title={text.history} of={alarms.nodes} timeZone={timeZone} perform={null} onShow={onShow} />
        )
      }
    </RemoteView>
  );
}

type ChosenProps = Omit<Props, "alarms"> & { readonly id: string; readonly news: number };

/** The alarm of the address, wherever it has gone meanwhile. */
function Chosen({ id, timeZone, news, onShow }: ChosenProps) {
  const text = useText(alarmText);
  const [remote, retry] = useQuery(alarmById, { id }, news);
  return (
    <section className="alarm-chosen" aria-label={text.chosen}>
      <RemoteView remote={part(remote, ({ alarm }) => alarm)} onRetry={retry}>
        {(alarm) => (
          <ul className="plain-list">
            <AlarmRow alarm={alarm} timeZone={timeZone} onAcknowledge={null} onShow={onShow} />
          </ul>
        )}
      </RemoteView>
    </section>
  );
}

const tabs = ["now", "history", "rules"] as const;
type Tab = (typeof tabs)[number];

type CentreProps = Props & {
  readonly news: number;
  /** The alarm that the address names; null for all. */
  readonly chosen: string | null;
};

/** What must not be overlooked: the alarms that are open, who silenced what, and those of the past. */
export function AlarmCentre({ alarms, timeZone, news, chosen, onShow }: CentreProps) {
  const text = useText(alarmText);
  const { tab: rules } = useText(settingsText);
  const [tab, setTab] = useState<Tab>("now");
  const names = { now: text.now, history: text.history, rules };
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
          {tabs.map((name) => (
            <button key={name} type="button" className="chip" aria-pressed={tab === name} onClick={() => setTab(name)}>
              {names[name]}
            </button>
          ))}
          <button type="button" className="icon-button" aria-label={text.close} onClick={() => navigate("/")}>
            <Icon name="close" />
          </button>
        </div>
      </div>
      <div className="card-body">
        {chosen !== null && <Chosen id={chosen} timeZone={timeZone} news={news} onShow={onShow} />}
        {tab === "now" && <Present alarms={alarms} timeZone={timeZone} onShow={onShow} />}
        {tab === "history" && <Past timeZone={timeZone} news={news} onShow={onShow} />}
        {tab === "rules" && <AlarmSettings timeZone={timeZone} news={news} />}
      </div>
    </aside>
  );
}
