import { useText } from "#platform/i18n/text.ts";
import { Icon } from "#platform/ui/Icon.tsx";
import { count } from "#platform/ui/numbers.ts";
import { RemoteView } from "#platform/ui/RemoteView.tsx";
import { percent } from "./lines.ts";
import { responseText } from "./text.ts";
import type { ResponseAnswers } from "./useResponse.ts";

const low = 0.5;

type Props = Pick<ResponseAnswers, "presence" | "points" | "retryPresence"> & {
  readonly momentOf: (asOf: string) => string;
};

/** How much of the time patrols were there, and how many points were visited. */
export function PresenceFigures({ presence, points, retryPresence, momentOf }: Props) {
  const text = useText(responseText);
  const rate = points.kind === "ready" ? points.value.indicators.patrolPointRate : null;
  return (
    <RemoteView remote={presence} onRetry={retryPresence}>
      {({ presenceReport: { all, groups, asOf } }) => {
        const watched = groups.filter(({ value }) => value !== null);
        const absent = watched.filter(({ value }) => (value ?? 1) < low);
        return (
          <>
            <div className="response-summary">
              <dl>
                <div>
                  <dt>{text.presence}</dt>
                  <dd data-testid="presence">{percent(all.value)}</dd>
                </div>
                <div>
                  <dt>{text.pointRate}</dt>
                  <dd>{rate === null ? "—" : percent(rate.value)}</dd>
                </div>
              </dl>
              <p className="hint">
                {text.ofMinutes(count(all.presentMinutes), count(all.watchedMinutes))}
                {rate !== null && ` · ${count(rate.numerator)} / ${count(rate.denominator)}`}
              </p>
            </div>
            {all.watchedMinutes === 0 ? (
              <p className="response-none" role="status">
                <Icon name="alert" /> {text.noWatch}
              </p>
            ) : (
              <p>{text.absentGrids(count(absent.length), count(watched.length))}</p>
            )}
            <p className="hint">{text.asOf(momentOf(asOf))}</p>
          </>
        );
      }}
    </RemoteView>
  );
}
