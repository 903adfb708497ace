import { indicators } from "#documents/indicators/Indicators.ts";
import { useQuery } from "#platform/api/useQuery.ts";
import { useText } from "#platform/i18n/text.ts";
import { Link } from "#platform/ui/Link.tsx";
import { count } from "#platform/ui/numbers.ts";
import { pathOf } from "./address.ts";
import { percent } from "./share.ts";
import { indicatorText } from "./text.ts";
import { usePeriod } from "./usePeriod.ts";
import "./indicators.css";

/** Of what had to be handled today so much was in time; the way to all indicators. */
export function IndicatorChip({ timeZone }: { readonly timeZone: string }) {
  const text = useText(indicatorText);
  const [period, tick] = usePeriod(1, timeZone);
  const [remote] = useQuery(indicators, period, tick);
  if (remote.kind !== "ready") return null;
  const { numerator, denominator, value } = remote.value.indicators.onTimeHandling;
  const [told, due] = [count(numerator), count(denominator)];
  return (
    <Link href={pathOf({ days: 1, kind: null })} className="button desk-way indicator-chip" shortcut="e">
      <span title={text.chipOf(told, due)}>
        {text.chip} <b>{percent(value)}</b> {`${told}/${due}`}
      </span>
    </Link>
  );
}
