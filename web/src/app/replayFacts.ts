import type { ReplayQuery } from "#documents/documents.ts";
import { replay } from "#documents/replay/Replay.ts";
import type { PastFacility } from "../facilities/pastFacilities.ts";
import type { PastIncident } from "../incidents/past.ts";
import { lower, toPosition, toTime, toTimeOrNull } from "../platform/api/convert.ts";
import { query } from "../platform/api/query.ts";
import type { Language } from "../platform/i18n/preferences.ts";
import { worded } from "../platform/i18n/text.ts";
import type { PastThing } from "../replay/pastPart.ts";
import type { Period } from "../replay/playhead.ts";

/** What happened in a period; null where the reader may not see it. */
export type Facts = {
  readonly incidents: readonly PastIncident[];
  /** Those that were not always as they are now. */
  readonly facilities: readonly PastFacility[];
  readonly alarms: readonly PastThing[] | null;
  readonly activities: readonly PastThing[] | null;
};

export const noFacts: Facts = { incidents: [], facilities: [], alarms: null, activities: null };

type Answer = ReplayQuery["replay"];

function toIncident(of: Answer["incidents"][number]): PastIncident {
  return {
    id: of.id,
    number: of.number,
    className: of.class.name,
    classNameEn: of.class.nameEn,
    urgency: lower(of.urgency),
    position: toPosition(of.position),
    reportedAt: toTime(of.reportedAt),
    standings: of.standings.map(({ at, step, isSuspended, dueAt }) => ({
      at: toTime(at),
      step: lower(step),
      isSuspended,
      dueAt: toTimeOrNull(dueAt),
    })),
  };
}

function toFacility({ id, states }: Answer["facilities"][number]): PastFacility {
  return {
    id,
    states: states.map(({ since, until, kind, name, nameEn, status, position }) => ({
      from: toTimeOrNull(since) ?? Number.NEGATIVE_INFINITY,
      until: toTimeOrNull(until) ?? Number.POSITIVE_INFINITY,
      kind: kind.code,
      name,
      nameEn,
      status: lower(status),
      position: toPosition(position),
    })),
  };
}

/** Reads what happened in a period, the texts in the reader's language. */
export async function readFacts({ from, until }: Period, language: Language, signal: AbortSignal): Promise<Facts> {
  const period = { from: new Date(from).toISOString(), until: new Date(until).toISOString() };
  const { incidents, facilities, alarms, activities } = (await query(replay, period, signal)).replay;
  return {
    incidents: incidents.map(toIncident),
    facilities: facilities.map(toFacility),
    alarms:
      alarms?.map((alarm) => ({
        id: alarm.id,
        kind: "alarm",
        label: worded(language, alarm),
        position: alarm.position === null ? null : toPosition(alarm.position),
        from: toTime(alarm.raisedAt),
        until: toTimeOrNull(alarm.clearedAt) ?? Number.POSITIVE_INFINITY,
      })) ?? null,
    activities:
      activities?.map((activity) => ({
        id: activity.id,
        kind: "activity",
        label: activity.title,
        position: toPosition(activity.position),
        from: toTime(activity.startsAt),
        until: toTime(activity.endsAt),
      })) ?? null,
  };
}
