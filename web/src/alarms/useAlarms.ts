import { useEffect, useRef, useState } from "react";
import { openAlarms } from "#documents/alarms/OpenAlarms.ts";
import type { OpenAlarmsQuery } from "#documents/documents.ts";
import { type Remote, useQuery } from "#platform/api/useQuery.ts";
import { serverNow, useNow } from "#platform/ui/now.ts";
import { type Alarm, arrangeAlarms } from "./alarm.ts";
import { type Schedule, soundsDue } from "./due.ts";
import { sound } from "./sound.ts";

export type Alarms = {
  readonly remote: Remote<OpenAlarmsQuery>;
  readonly retry: () => void;
  /** Asks again now: something has been done. */
  readonly refresh: () => void;
  readonly open: readonly Alarm[];
  readonly raised: number;
};

const none: readonly Alarm[] = [];

/** What is wrong now, read again with every news of it and once a minute. */
export function useOpenAlarms(news: number): Alarms {
  const minute = Math.floor(useNow() / 60_000);
  const [asked, setAsked] = useState(0);
  const [remote, retry] = useQuery(openAlarms, {}, `${news} ${minute} ${asked}`);
  const known = remote.kind === "ready" ? remote.value : null;
  return {
    remote,
    retry,
    refresh: () => setAsked((count) => count + 1),
    open: known === null ? none : arrangeAlarms(known.alarms.nodes),
    raised: known?.alarmTotals.raised ?? 0,
  };
}

/** Sounds what nobody has acknowledged, as often as its rule says. */
export function useAlarmSound(open: readonly Alarm[]): void {
  const schedule = useRef<Schedule>(new Map());
  const now = useNow();
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked at once a second
  useEffect(() => {
    const due = soundsDue(open, schedule.current, serverNow());
    schedule.current = due.next;
    if (due.sound !== null) sound(due.sound);
  }, [open, now]);
}
