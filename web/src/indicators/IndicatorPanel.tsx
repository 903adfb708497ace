import type { IndicatorsQuery } from "#documents/documents.ts";
import { indicators } from "#documents/indicators/Indicators.ts";
import { toTime } from "#platform/api/convert.ts";
import { useQuery } from "#platform/api/useQuery.ts";
import { useLanguage } from "#platform/i18n/preferences.ts";
import { useText } from "#platform/i18n/text.ts";
import { Chips } from "#platform/ui/Chips.tsx";
import { Link } from "#platform/ui/Link.tsx";
import { navigate } from "#platform/ui/location.ts";
import { count } from "#platform/ui/numbers.ts";
import { RemoteView } from "#platform/ui/RemoteView.tsx";
import { SidePanel } from "#platform/ui/SidePanel.tsx";
import { clockTime, duration } from "#platform/ui/time.ts";
import { type Asked, type Kind, kinds, type Period, pathOf, spans } from "./address.ts";
import { IndicatorList } from "./IndicatorList.tsx";
import { percent } from "./share.ts";
import { indicatorText } from "./text.ts";
import { usePeriod } from "./usePeriod.ts";
import "./indicators.css";

type Told = IndicatorsQuery["indicators"];

const shareOf: Readonly<Record<Exclude<Kind, "response-times">, (told: Told) => Told["closure"]>> = {
  "on-time-handling": (told) => told.onTimeHandling,
  "on-time-closure": (told) => told.onTimeClosure,
  closure: (told) => told.closure,
  rework: (told) => told.rework,
  "patrol-points": (told) => told.patrolPointRate,
  presence: (told) => told.patrolPresence,
};

function Times({ of: { count: reached, ...at } }: { readonly of: Told["responseTimes"] }) {
  const text = useText(indicatorText);
  const language = useLanguage();
  const { p50, p80, p90, p95 } = at;
  if (p50 === null) return <span className="indicator-of">{text.tooFew(reached)}</span>;
  const ranks = [
    ["P50", p50],
    ["P80", p80],
    ["P90", p90],
    ["P95", p95],
  ] as const;
  return (
    <>
      <b>{duration(p50 * 1000, language)}</b>
      <span className="indicator-of">{text.reached(count(reached))}</span>
      <span className="indicator-ranks">
        {ranks.map(([name, seconds]) => (
          <span key={name}>
            {name} {seconds === null ? "—" : duration(seconds * 1000, language)}
          </span>
        ))}
      </span>
    </>
  );
}

function Value({ kind, told }: { readonly kind: Kind; readonly told: Told }) {
  const text = useText(indicatorText);
  if (kind === "response-times") return <Times of={told.responseTimes} />;
  const { numerator, denominator, value } = shareOf[kind](told);
  return (
    <>
      <b>{percent(value)}</b>
      <span className="indicator-of">
        {denominator === 0 ? text.none : `${count(numerator)} / ${count(denominator)}`}
      </span>
    </>
  );
}

type NumbersProps = {
  readonly days: Asked["days"];
  readonly period: Period;
  readonly tick: number;
  readonly timeZone: string;
};

/** Every number with what it is of; each leads to the list behind it. */
function Numbers({ days, period, tick, timeZone }: NumbersProps) {
  const text = useText(indicatorText);
  const [remote, retry] = useQuery(indicators, period, tick);
  return (
    <RemoteView remote={remote} onRetry={retry}>
      {({ indicators: told }) => (
        <>
          <ul className="plain-list indicator-numbers">
            {(Object.keys(kinds) as Kind[]).map((kind) => (
              <li key={kind}>
                <Link href={pathOf({ days, kind })} className="indicator-row">
                  <span className="indicator-name">{text.kind[kind]}</span>
                  <Value kind={kind} told={told} />
                  <small>{text.means[kind]}</small>
                </Link>
              </li>
            ))}
          </ul>
          {told.composite !== null && (
            <p className="indicator-composite">
              {text.composite} <b>{told.composite.grade}</b> {text.score(told.composite.score.toFixed(1))}
            </p>
          )}
          <p className="hint">{text.asOf(clockTime(toTime(told.at), timeZone))}</p>
        </>
      )}
    </RemoteView>
  );
}

/** The indicators of a period, or the list behind one of them. */
export function IndicatorPanel({ asked, timeZone }: { readonly asked: Asked; readonly timeZone: string }) {
  const text = useText(indicatorText);
  const { days, kind } = asked;
  const [period, tick] = usePeriod(days, timeZone);
  return (
    <SidePanel className="indicator-panel" title={text.title} close={text.close}>
      <Chips
        legend={<legend className="visually-hidden">{text.period}</legend>}
        of={spans}
        name={(span) => text.days[span]}
        isChosen={(span) => span === days}
        onChoose={(span) => navigate(pathOf({ days: span, kind }))}
      />
      {kind === null ? (
        <Numbers days={days} period={period} tick={tick} timeZone={timeZone} />
      ) : (
        <IndicatorList key={`${days}/${kind}`} asked={{ days, kind }} period={period} timeZone={timeZone} />
      )}
    </SidePanel>
  );
}
