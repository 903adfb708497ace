import { useText } from "#platform/i18n/text.ts";
import { Link } from "#platform/ui/Link.tsx";
import { count } from "#platform/ui/numbers.ts";
import { AlarmMark } from "./AlarmRow.tsx";
import type { Alarm } from "./alarm.ts";
import { alarmText } from "./text.ts";

type Props = { readonly open: readonly Alarm[]; readonly raised: number };

/** How many alarms nobody has acknowledged, with the sign of the worst: always in the bar, and the way to them. */
export function AlarmBell({ open, raised }: Props) {
  const text = useText(alarmText);
  const worst = open.find(({ state }) => state === "RAISED");
  return (
    <span className="alarm-bell" role="status" data-severity={worst?.severity ?? "NONE"}>
      <Link href="/alarms" className="alarm-link" shortcut="g">
        <AlarmMark severity={worst?.severity ?? "NOTICE"} size={15} />
        {worst !== undefined && <b>{count(raised)}</b>} <span className="alarm-word">{text.none}</span>{" "}
        <span className="visually-hidden">{worst === undefined ? text.openQuiet : text.open}</span>
      </Link>
    </span>
  );
}
