import { responseReport } from "#documents/response/ResponseReport.ts";
import { useQuery } from "#platform/api/useQuery.ts";
import { useLanguage } from "#platform/i18n/preferences.ts";
import { useText } from "#platform/i18n/text.ts";
import { count } from "#platform/ui/numbers.ts";
import { RemoteView } from "#platform/ui/RemoteView.tsx";
import { duration } from "#platform/ui/time.ts";
import { type Line, percent } from "./lines.ts";
import type { ResponseFilter, Segment } from "./question.ts";
import { responseText } from "./text.ts";

const mostCards = 9;
const [width, height] = [144, 36];

/** Incidents by hour of the day, of the hours of the week. */
function byHourOfDay(groups: readonly Line[]): readonly number[] {
  const hours = Array.from({ length: 24 }, () => 0);
  for (const { key, incidents } of groups) hours[Number(key) % 24] = (hours[Number(key) % 24] ?? 0) + incidents;
  return hours;
}

function Day({ hours, name }: { readonly hours: readonly number[]; readonly name: string }) {
  const text = useText(responseText);
  const most = Math.max(1, ...hours);
  return (
    <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={text.classDay(name)}>
      {hours.map((incidents, hour) => {
        const tall = (incidents / most) * height;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: an hour of the day is its number
          <rect key={hour} x={hour * 6} y={height - tall} width={5} height={tall}>
            <title>{`${hour}:00 · n = ${count(incidents)}`}</title>
          </rect>
        );
      })}
    </svg>
  );
}

type CardProps = {
  readonly line: Line;
  readonly name: string;
  readonly filter: ResponseFilter;
  readonly segment: Segment;
};

function ClassCard({ line, name, filter, segment }: CardProps) {
  const text = useText(responseText);
  const language = useLanguage();
  const [remote] = useQuery(
    responseReport,
    { filter: { ...filter, classes: [line.key] }, segment, by: "HOUR_OF_WEEK" },
    null,
  );
  const time = (seconds: number | null) => (seconds === null ? "—" : duration(seconds * 1000, language));
  return (
    <li className="class-card">
      <strong>{name}</strong>
      <Day hours={byHourOfDay(remote.kind === "ready" ? remote.value.responseReport.groups : [])} name={name} />
      <span>n = {count(line.count)}</span>
      <span>
        P50 {time(line.p50)} · P90 {time(line.p90)}
      </span>
      <span>
        {text.onTime} {percent(line.onTimeShare)}
      </span>
    </li>
  );
}

type Props = {
  readonly filter: ResponseFilter;
  readonly segment: Segment;
  readonly classOf: (code: string) => string;
};

/** The same small picture for each of the classes that occur most. */
export function ClassCards({ filter, segment, classOf }: Props) {
  const text = useText(responseText);
  const [remote, retry] = useQuery(responseReport, { filter, segment, by: "CLASS" }, null);
  return (
    <RemoteView remote={remote} onRetry={retry}>
      {({ responseReport: { groups } }) => {
        const most = [...groups].sort((a, b) => b.incidents - a.incidents);
        return (
          <>
            <ul className="class-cards">
              {most.slice(0, mostCards).map((line) => (
                <ClassCard key={line.key} line={line} name={classOf(line.key)} filter={filter} segment={segment} />
              ))}
            </ul>
            {most.length > mostCards && <p className="hint">{text.moreClasses(count(most.length - mostCards))}</p>}
          </>
        );
      }}
    </RemoteView>
  );
}
