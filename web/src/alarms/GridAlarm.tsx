import { gridAlarms } from "#documents/alarms/GridAlarms.ts";
import { lower } from "#platform/api/convert.ts";
import { useQuery } from "#platform/api/useQuery.ts";
import { useText } from "#platform/i18n/text.ts";
import { Link } from "#platform/ui/Link.tsx";
import { AlarmMark } from "./AlarmRow.tsx";
import { gridAlarmText } from "./gridAlarmText.ts";

type Props = { readonly gridId: string; readonly revision: number };

/** The way from a grid to its open alarm that nobody patrols it; nothing where there is none. */
export function GridAlarm({ gridId, revision }: Props) {
  const text = useText(gridAlarmText);
  const [remote] = useQuery(gridAlarms, { grid: gridId }, revision);
  const alarm = remote.kind === "ready" ? remote.value.alarms.nodes.find(({ grid }) => grid?.id === gridId) : undefined;
  if (alarm === undefined) return null;
  return (
    <p className="card-text grid-alarm">
      <AlarmMark severity={alarm.severity} /> {text.state[lower(alarm.state)]}{" "}
      <Link href={`/alarms/${alarm.id}`}>{text.open}</Link>
    </p>
  );
}
