import { useMemo, useState } from "react";
import { useStore } from "zustand";
import { severityOf } from "../incidents/incident.ts";
import { movesOf, openAt, type PastIncident, type PastMove } from "../incidents/past.ts";
import { incidentText } from "../incidents/text.ts";
import { useLanguage } from "../platform/i18n/preferences.ts";
import { named, useText } from "../platform/i18n/text.ts";
import { Icon } from "../platform/ui/Icon.tsx";
import { count } from "../platform/ui/numbers.ts";
import { sheetsUpTo } from "../platform/ui/sheet.ts";
import { clockTime } from "../platform/ui/time.ts";
import { thingsAt } from "../replay/pastPart.ts";
import { seek } from "../replay/playhead.ts";
import { replayText } from "../replay/text.ts";
import type { Run } from "./replayRun.ts";

const mostMoves = 40;

type Props = { readonly run: Run; readonly onShow: (incident: PastIncident) => void; readonly timeZone: string };

/** The counts of a moment; what the reader may not see has none. */
function useCounts(run: Run) {
  const { head, facts: state, tracks, patrols, waiting } = useStore(run.store);
  const facts = run.facts();
  const second = Math.floor(head.at / 1000) * 1000;
  const open = useMemo(
    () => (state.kind === "ready" ? openAt(facts.incidents, second) : []),
    [facts, state.kind, second],
  );
  const severe = (wanted: string) =>
    open.filter(({ incident, standing }) => severityOf({ ...incident, ...standing, closedAt: null }, second) === wanted)
      .length;
  const things = (list: typeof facts.alarms) => (list === null ? null : thingsAt(list, second).length);
  return {
    ready: state.kind === "ready",
    open: open.length,
    urgent: severe("urgent"),
    overdue: severe("overdue"),
    patrols: tracks.kind === "open" && !waiting ? patrols : null,
    alarms: things(facts.alarms),
    activities: things(facts.activities),
  };
}

function Move({
  move,
  timeZone,
  onPick,
}: {
  readonly move: PastMove;
  readonly timeZone: string;
  readonly onPick: () => void;
}) {
  const language = useLanguage();
  const { step } = useText(incidentText);
  const { incident, standing } = move;
  return (
    <li>
      <button type="button" className="replay-move" onClick={onPick}>
        <time>{clockTime(standing.at, timeZone)}</time>
        <span className="replay-move-what">
          {named(language, incident.className, incident.classNameEn)}
          <small>{incident.number}</small>
        </span>
        <b>{step[standing.step]}</b>
      </button>
    </li>
  );
}

/** In the queue's place: what was open at the moment on the map, and what had been done until then. */
export function ReplayPanel({ run, onShow, timeZone }: Props) {
  const text = useText(replayText);
  const [shown, setShown] = useState(() => window.innerWidth > sheetsUpTo);
  const counts = useCounts(run);
  const head = useStore(run.store, (state) => state.head);
  const isReady = useStore(run.store, (state) => state.facts.kind === "ready");
  const moves = useMemo(
    () => (isReady ? movesOf(run.facts().incidents, run.store.getState().head.from) : []),
    [run, isReady],
  );
  const done = moves.findLastIndex(({ standing }) => standing.at <= head.at) + 1;
  const lines = moves.slice(Math.max(0, done - mostMoves), done).reverse();
  if (!shown)
    return (
      <button type="button" className="queue-open replay-panel-open" onClick={() => setShown(true)}>
        <Icon name="list" /> {text.showPanel}
      </button>
    );
  const number = (value: number | null) => (value === null ? "–" : count(value));
  return (
    <section className="panel side side-left replay-panel" aria-label={text.panel}>
      <div className="queue-bar">
        <h2>{text.moment}</h2>
        <span className="replay-panel-time">{clockTime(head.at, timeZone)}</span>
        <button
          type="button"
          className="icon-button"
          aria-label={text.hidePanel}
          title={text.hidePanel}
          onClick={() => setShown(false)}
        >
          <Icon name="back" />
        </button>
      </div>
      <dl className="replay-counts">
        {(["open", "urgent", "overdue", "patrols", "alarms", "activities"] as const).map((name) => (
          <div key={name} data-count={name}>
            <dd>{counts.ready ? number(counts[name]) : "–"}</dd>
            <dt>{text[name === "open" ? "openIncidents" : name]}</dt>
          </div>
        ))}
      </dl>
      <h3>{text.course}</h3>
      {lines.length === 0 ? (
        <p className="hint">{text.nothingYet}</p>
      ) : (
        <ol className="replay-moves">
          {lines.map((move) => (
            <Move
              key={`${move.incident.id}@${move.standing.at}`}
              move={move}
              timeZone={timeZone}
              onPick={() => {
                run.setHead(seek({ ...run.store.getState().head, playing: false }, move.standing.at));
                onShow(move.incident);
              }}
            />
          ))}
        </ol>
      )}
    </section>
  );
}
