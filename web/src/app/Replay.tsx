import { useEffect, useState } from "react";
import { createPortal } from "react-dom";
import { useStore } from "zustand";
import { useMay } from "../platform/access/access.ts";
import { useText } from "../platform/i18n/text.ts";
import { usePath } from "../platform/ui/location.ts";
import { serverNow } from "../platform/ui/now.ts";
import { clockTime } from "../platform/ui/time.ts";
import { lastDay, parseReplay } from "../replay/address.ts";
import type { Playhead } from "../replay/playhead.ts";
import { ReplayStrip } from "../replay/ReplayStrip.tsx";
import type { ReplayStore } from "../replay/store.ts";
import { replayText } from "../replay/text.ts";
import { ReplayPanel } from "./ReplayPanel.tsx";
import { noteReplay } from "./replayAddress.ts";
import { type Run, runReplay } from "./replayRun.ts";
import { parseSelection } from "./selection.ts";
import type { Session } from "./session.ts";
import "../replay/replay.css";

const hour = 3_600_000;

/** What the address asks for, or the last day with an hour of it left. */
function firstHead(): Playhead {
  const now = serverNow();
  const period = lastDay(now);
  return (
    parseReplay(globalThis.location.search, now) ?? { ...period, at: period.until - hour, speed: 60, playing: false }
  );
}

/** In the place of the live badge: what is on the map is not what is. */
function Badge({ store, timeZone }: { readonly store: ReplayStore; readonly timeZone: string }) {
  const text = useText(replayText);
  const head = useStore(store, (state) => state.head);
  return (
    <span className="badge replay-badge" role="status" aria-label={text.badgeLabel}>
      <svg width="14" height="14" viewBox="0 0 16 16" aria-hidden="true">
        <path d="M8 2v4l5-4v12L8 10v4L2 8z" fill="currentColor" />
      </svg>
      <span>{text.badge(clockTime(head.at, timeZone), head.speed)}</span>
    </span>
  );
}

type Props = { readonly timeZone: string; readonly session: Session; readonly onBack: () => void };

function useRun(session: Session, seesTracks: boolean) {
  const [asked, ask] = useState(firstHead);
  const [run, setRun] = useState<Run | null>(null);
  useEffect(() => {
    const started = runReplay(session, asked, seesTracks);
    setRun(started);
    return () => started.stop();
  }, [session, asked, seesTracks]);
  useEffect(() => {
    document.documentElement.dataset["replay"] = "";
    return () => {
      delete document.documentElement.dataset["replay"];
      noteReplay(null);
    };
  }, []);
  return { run, ask };
}

/** The past on the map: the strip below, that moment on the left, and a badge that says so. */
export function Replay({ timeZone, session, onBack }: Props) {
  const text = useText(replayText);
  const { run, ask } = useRun(session, useMay("see_tracks"));
  const card = parseSelection(usePath());
  const header = document.querySelector(".header-end");
  if (run === null) return null;
  return (
    <>
      {header !== null && createPortal(<Badge store={run.store} timeZone={timeZone} />, header)}
      <ReplayPanel
        run={run}
        timeZone={timeZone}
        onShow={({ position }) => session.locate({ position, bounds: null, outline: null }, true)}
      />
      <ReplayStrip
        store={run.store}
        timeZone={timeZone}
        onHead={run.setHead}
        onPeriod={(period) => ask({ ...run.store.getState().head, ...period, at: period.from, playing: false })}
        onRetry={() => ask({ ...run.store.getState().head, playing: false })}
        onBack={onBack}
      />
      {card !== null && (
        <p className="replay-card-note" role="note">
          {card.kind === "facilities" ? text.pastCard : text.presentCard}
        </p>
      )}
    </>
  );
}
