import { useEffect } from "react";
import { createPortal } from "react-dom";
import { AlarmBell } from "./AlarmBell.tsx";
import { AlarmCentre } from "./AlarmCentre.tsx";
import type { Show } from "./AlarmRow.tsx";
import "./alarms.css";
import { wakeSound } from "./sound.ts";
import { useAlarmSound, useOpenAlarms } from "./useAlarms.ts";

type Props = {
  /** Where the bell hangs. */
  readonly bar: Element | null;
  readonly shown: boolean;
  /** The alarm that the address names; null for none. */
  readonly chosen: string | null;
  readonly onShow: Show;
  /** Goes up with every news of alarms, mutes and rules. */
  readonly news: number;
  readonly timeZone: string;
};

/** Alarms of the screen: heard wherever one is, seen in the bar, answered in their centre. */
export function AlarmDesk({ bar, shown, chosen, onShow, news, timeZone }: Props) {
  const alarms = useOpenAlarms(news);
  useEffect(wakeSound, []);
  useAlarmSound(alarms.open);
  return (
    <>
      {bar !== null && createPortal(<AlarmBell open={alarms.open} raised={alarms.raised} />, bar)}
      {shown && <AlarmCentre alarms={alarms} timeZone={timeZone} news={news} chosen={chosen} onShow={onShow} />}
    </>
  );
}
