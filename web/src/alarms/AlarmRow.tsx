import { lower, toPosition, toTime, toTimeOrNull } from "#platform/api/convert.ts";
import type { Position } from "#platform/api/parse.ts";
import { useLanguage } from "#platform/i18n/preferences.ts";
import { useText, worded } from "#platform/i18n/text.ts";
import { Link } from "#platform/ui/Link.tsx";
import { serverNow, useQuarterMinute } from "#platform/ui/now.ts";
import { duration, momentOf } from "#platform/ui/time.ts";
import { type Alarm, type Severity, subjectPath } from "./alarm.ts";
import { alarmText } from "./text.ts";

const shapes: Readonly<Record<Severity, string>> = {
  URGENT: "M8 1.500 15 14.500H1z",
  WARNING: "M8 .8 15.200 8 8 15.200.8 8z",
  NOTICE: "M8 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2",
};

export function AlarmMark({ severity, size = 18 }: { readonly severity: Severity; readonly size?: number }) {
  return (
    <svg
      className={`alarm-mark alarm-${lower(severity)}`}
      width={size}
      height={size}
      viewBox="0 0 16 16"
      aria-hidden="true"
    >
      <path d={shapes[severity]} fill="currentColor" />
    </svg>
  );
}

/** Moves the map to where something is. */
export type Show = (position: Position) => void;

type Props = {
  readonly alarm: Alarm;
  readonly timeZone: string;
  /** Null where the reader may not. */
  readonly onAcknowledge: ((alarm: Alarm) => void) | null;
  readonly onShow: Show;
};

/** How it stands, in words. */
function Standing({ alarm, timeZone }: Omit<Props, "onAcknowledge" | "onShow">) {
  const text = useText(alarmText);
  const language = useLanguage();
  const now = useQuarterMinute();
  const moment = (at: string) => momentOf(toTime(at), serverNow(), timeZone, language);
  const end = toTimeOrNull(alarm.clearedAt) ?? Math.max(now, toTime(alarm.since));
  return (
    <span className="alarm-standing">
      <span>{text.severity[lower(alarm.severity)]}</span>
      <span>{text.since(duration(end - toTime(alarm.since), language))}</span>
      {alarm.escalatedAt !== null && <b className="alarm-escalated">▲ {text.escalated}</b>}
      {alarm.silence !== null && <span>{alarm.silence === "MUTED" ? text.muted : text.quiet}</span>}
      {alarm.acknowledgedAt !== null && (
        <span>{text.by(alarm.acknowledgedBy ?? "—", moment(alarm.acknowledgedAt))}</span>
      )}
      {alarm.clearedAt !== null && alarm.acknowledgedAt === null && <span>{text.unacknowledged}</span>}
      {alarm.clearedAt !== null && <span>{text.cleared(moment(alarm.clearedAt))}</span>}
    </span>
  );
}

/** One alarm: what is wrong, since when, who knows; and the way to it. */
export function AlarmRow({ alarm, timeZone, onAcknowledge, onShow }: Props) {
  const text = useText(alarmText);
  const words = worded(useLanguage(), alarm);
  const path = subjectPath(alarm);
  const { position } = alarm;
  return (
    <li className={alarm.state === "RAISED" ? "alarm alarm-raised" : "alarm"}>
      <AlarmMark severity={alarm.severity} />
      <span className="alarm-words">
        {path === null ? words : <Link href={path}>{words}</Link>}
        <Standing alarm={alarm} timeZone={timeZone} />
        <span className="alarm-ways">
          {position !== null && (
            <button type="button" className="link-button" onClick={() => onShow(toPosition(position))}>
              {text.showOnMap}
            </button>
          )}
          <Link href={`/alarms/${alarm.id}`}>{text.address}</Link>
        </span>
      </span>
      {alarm.state === "RAISED" && onAcknowledge !== null && (
        <button
          type="button"
          className="button"
          aria-label={text.acknowledgeOf(alarm.subjectName)}
          onClick={() => onAcknowledge(alarm)}
        >
          {text.acknowledge}
        </button>
      )}
    </li>
  );
}
