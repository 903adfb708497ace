import { useStore } from "zustand";
import { useLanguage } from "#platform/i18n/preferences.ts";
import { useText, worded } from "#platform/i18n/text.ts";
import { clockTime } from "#platform/ui/time.ts";
import { neighbour } from "./ground.ts";
import { PeriodForm } from "./PeriodForm.tsx";
import { type Period, type Playhead, type Speed, seek, speeds, toggle } from "./playhead.ts";
import { Scrubber } from "./Scrubber.tsx";
import { isInGap, type ReplayState, type ReplayStore, type Said } from "./store.ts";
import { replayText } from "./text.ts";

const signs = {
  play: "M7 5v14l12-7z",
  pause: "M7 5h4v14H7zm6 0h4v14h-4z",
  previous: "M6 5h2v14H6zm13 0v14L9 12z",
  next: "M16 5h2v14h-2zM5 5v14l10-7z",
};

function Sign({ path }: { readonly path: string }) {
  return (
    <svg className="icon" width={18} height={18} viewBox="0 0 24 24" aria-hidden="true">
      <path d={path} fill="currentColor" />
    </svg>
  );
}

type Props = {
  readonly store: ReplayStore;
  readonly onHead: (head: Playhead) => void;
  readonly onPeriod: (period: Period) => void;
  readonly onRetry: () => void;
  readonly onBack: () => void;
  readonly timeZone: string;
};

/** What the reader must know of what they see, or do not see: one line, never nothing. */
function useNotice(state: ReplayState): { readonly words: string; readonly retry: boolean } {
  const text = useText(replayText);
  const language = useLanguage();
  const in2 = (said: Said) => worded(language, said);
  const plain = (words: string) => ({ words, retry: false });
  if (state.facts.kind === "failed") return { words: in2(state.facts.said), retry: true };
  if (state.facts.kind === "loading") return plain(text.loading);
  switch (state.tracks.kind) {
    case "opening":
      return plain(text.opening);
    case "forbidden":
      return plain(text.forbidden);
    case "refused":
      return { words: in2(state.tracks.said), retry: true };
    case "open":
      if (isInGap(state)) return plain(text.gap);
      return plain(state.waiting ? text.waiting : text.audited);
  }
}

/** The strip under the map: play, speed, the way to the next incident, and the playhead over the day. */
export function ReplayStrip({ store, onHead, onPeriod, onRetry, onBack, timeZone }: Props) {
  const text = useText(replayText);
  const state = useStore(store);
  const { head, reports } = state;
  const notice = useNotice(state);
  const jump = (step: 1 | -1) => {
    const at = neighbour(reports, head.at, step);
    return (
      <button
        type="button"
        className="icon-button"
        disabled={at === null}
        aria-label={step < 0 ? text.previous : text.next}
        title={step < 0 ? text.previous : text.next}
        onClick={() => at !== null && onHead(seek(head, at))}
      >
        <Sign path={step < 0 ? signs.previous : signs.next} />
      </button>
    );
  };
  return (
    <section className="panel replay-strip" aria-label={text.strip}>
      <div className="replay-controls">
        {jump(-1)}
        <button
          type="button"
          className="icon-button replay-play"
          aria-label={head.playing ? text.pause : text.play}
          title={head.playing ? text.pause : text.play}
          onClick={() => onHead(toggle(head))}
        >
          <Sign path={head.playing ? signs.pause : signs.play} />
        </button>
        {jump(1)}
        <span className="replay-time">{clockTime(head.at, timeZone)}</span>
        <select
          className="replay-speed"
          aria-label={text.speed}
          value={head.speed}
          onChange={(event) => onHead({ ...head, speed: Number(event.target.value) as Speed })}
        >
          {speeds.map((speed) => (
            <option key={speed} value={speed}>
              {text.times(speed)}
            </option>
          ))}
        </select>
        <PeriodForm
          key={`${head.from}/${head.until}`}
          from={head.from}
          until={head.until}
          onPeriod={onPeriod}
          timeZone={timeZone}
        />
        <p className="replay-notice" role="status" data-tracks={state.tracks.kind}>
          {notice.words}{" "}
          {notice.retry && (
            <button type="button" className="button" onClick={onRetry}>
              {text.retry}
            </button>
          )}
        </p>
        <button
          type="button"
          className="button button-strong"
          title={text.backHint}
          aria-keyshortcuts="p"
          onClick={onBack}
        >
          {text.back}
        </button>
      </div>
      <Scrubber state={state} onHead={onHead} timeZone={timeZone} />
    </section>
  );
}
