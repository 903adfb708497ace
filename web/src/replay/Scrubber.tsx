import { type PointerEvent, useEffect, useRef } from "react";
import { useText } from "#platform/i18n/text.ts";
import { clockTime } from "#platform/ui/time.ts";
import { Ground } from "./Ground.tsx";
import { obey, type Playhead, seek } from "./playhead.ts";
import type { ReplayState } from "./store.ts";
import { replayText } from "./text.ts";

type Props = {
  readonly state: ReplayState;
  readonly onHead: (head: Playhead) => void;
  readonly timeZone: string;
};

const noGaps = [] as const;

/** The playhead over its ground: dragged, or moved by keys. */
export function Scrubber({ state: { head, tracks, reports, alarms }, onHead, timeZone }: Props) {
  const text = useText(replayText);
  const slider = useRef<HTMLDivElement>(null);
  useEffect(() => slider.current?.focus(), []);
  const scrub = (event: PointerEvent<HTMLElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    onHead(seek(head, head.from + ((event.clientX - box.left) / box.width) * (head.until - head.from)));
  };
  return (
    <div
      ref={slider}
      className="replay-slider"
      role="slider"
      tabIndex={0}
      aria-label={text.slider}
      aria-valuemin={Math.round(head.from / 1000)}
      aria-valuemax={Math.round(head.until / 1000)}
      aria-valuenow={Math.round(head.at / 1000)}
      aria-valuetext={clockTime(head.at, timeZone)}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        scrub(event);
      }}
      onPointerMove={(event) => event.buttons > 0 && scrub(event)}
      onKeyDown={(event) => {
        if (event.ctrlKey || event.metaKey || event.altKey) return;
        const moved = obey(head, event.key, event.shiftKey);
        if (moved === null) return;
        event.preventDefault();
        onHead(moved);
      }}
    >
      <Ground
        from={head.from}
        until={head.until}
        reports={reports}
        alarms={alarms}
        gaps={tracks.kind === "open" ? tracks.gaps : noGaps}
        timeZone={timeZone}
      />
      <span
        className="replay-head"
        style={{ left: `${((head.at - head.from) / Math.max(1, head.until - head.from)) * 100}%` }}
      />
    </div>
  );
}
