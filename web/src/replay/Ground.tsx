import { memo } from "react";
import { shortTime } from "#platform/ui/time.ts";
import { histogram, hourMarks } from "./ground.ts";
import type { Period } from "./playhead.ts";

const parts = 96;
const height = 32;

type Props = Period & {
  readonly reports: readonly number[];
  readonly alarms: readonly number[];
  readonly gaps: readonly Period[];
  readonly timeZone: string;
};

/** What lies under the playhead: how many incidents were reported when, alarms, and times without positions. */
export const Ground = memo(function Ground({ from, until, reports, alarms, gaps, timeZone }: Props) {
  const place = (at: number) => ((at - from) / (until - from)) * 100;
  const bars = histogram(reports, { from, until }, parts);
  const most = Math.max(1, ...bars);
  return (
    <>
      <svg className="replay-ground" viewBox={`0 0 100 ${height}`} preserveAspectRatio="none" aria-hidden="true">
        {gaps.map((gap) => (
          <rect
            key={gap.from}
            className="replay-gap"
            x={place(gap.from)}
            width={place(gap.until) - place(gap.from)}
            y={0}
            height={height}
          />
        ))}
        {bars.map((count, part) => {
          const tall = (count / most) * (height - 6);
          return (
            count > 0 && (
              <rect
                // biome-ignore lint/suspicious/noArrayIndexKey: a bar is its place
                key={part}
                className="replay-bar"
                x={(part * 100) / parts}
                width={80 / parts}
                y={height - tall}
                height={tall}
              />
            )
          );
        })}
        {alarms.map((at, alarm) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: alarms are sorted and do not change
          <rect key={alarm} className="replay-alarm" x={place(at)} width={0.2} y={0} height={5} />
        ))}
      </svg>
      <div className="replay-hours" aria-hidden="true">
        {hourMarks({ from, until }).map((at) => (
          <span key={at} style={{ left: `${place(at)}%` }}>
            {shortTime(at, timeZone)}
          </span>
        ))}
      </div>
    </>
  );
});
