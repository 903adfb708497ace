import { useEffect, useMemo, useRef, useState } from "react";
import type { PatrolsNearQuery } from "#documents/documents.ts";
import { patrolsNear } from "#documents/incidents/PatrolsNear.ts";
import { lower, toPosition, toTime } from "#platform/api/convert.ts";
import type { Position } from "#platform/api/parse.ts";
import { part, useQuery } from "#platform/api/useQuery.ts";
import { boxAround, distanceBetween } from "#platform/geo/distance.ts";
import { useLanguage } from "#platform/i18n/preferences.ts";
import { useText } from "#platform/i18n/text.ts";
import { serverNow, useQuarterMinute } from "#platform/ui/now.ts";
import { meters } from "#platform/ui/numbers.ts";
import { RemoteView } from "#platform/ui/RemoteView.tsx";
import { ago } from "#platform/ui/time.ts";
import { moveText } from "./moveText.ts";

type Patrol = PatrolsNearQuery["patrols"]["nodes"][number];

/** Who is farther away than this is not offered before they are asked for by name. */
const reach = 4000;
const listed = 100;
const shownAtMost = 12;

const patrolsOf = (answer: PatrolsNearQuery) => answer.patrols.nodes;

/** Whose position is known and fresh before the rest; of these the nearest first. */
function byDistance(patrols: readonly Patrol[], from: Position): readonly Patrol[] {
  const rank = ({ lastFix }: Patrol) =>
    lastFix === null
      ? Number.MAX_SAFE_INTEGER
      : distanceBetween(from, toPosition(lastFix.position)) + (lastFix.isStale ? 1e6 : 0);
  return [...patrols].sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name));
}

/** What was typed, when the typing pauses. */
function usePaused(typed: string): string {
  const [paused, setPaused] = useState(typed);
  useEffect(() => {
    const timer = setTimeout(() => setPaused(typed), 250);
    return () => clearTimeout(timer);
  }, [typed]);
  return paused;
}

function Whereabouts({ of, from }: { readonly of: Patrol; readonly from: Position }) {
  const text = useText(moveText);
  const language = useLanguage();
  if (of.lastFix === null) return <span>{text.noFix}</span>;
  const away = meters(Math.round(distanceBetween(from, toPosition(of.lastFix.position))));
  const age = of.lastFix.isStale ? ` · ${text.stale(ago(serverNow() - toTime(of.lastFix.at), language))}` : "";
  return <span>{`${text.away(away)}${age}`}</span>;
}

type Props = {
  readonly from: Position;
  /** Who is at it already and need not be sent. */
  readonly without: string | null;
  readonly chosen: string | null;
  readonly onChoose: (patrolId: string) => void;
};

type ListProps = Props & { readonly patrols: readonly Patrol[]; readonly searched: boolean };

function List({ patrols, from, without, chosen, onChoose, searched }: ListProps) {
  const text = useText(moveText);
  const arranged = useMemo(() => {
    const others = patrols.filter(({ id }) => id !== without);
    return byDistance(others, from).slice(0, shownAtMost);
  }, [patrols, from, without]);
  const list = useRef<HTMLDivElement>(null);
  const [first] = arranged;
  const isListed = arranged.some(({ id }) => id === chosen);
  // The nearest is the likeliest; what the reader chose stays chosen for as long as it is listed.
  useEffect(() => {
    if (first !== undefined && !isListed) onChoose(first.id);
  }, [first, isListed, onChoose]);
  useEffect(() => {
    if (!searched) list.current?.querySelector<HTMLInputElement>("input:checked, input")?.focus();
  }, [searched]);
  if (first === undefined) {
    return (
      <div className="picker-none" role="status">
        <strong>{searched ? text.nobodyFound : text.nobodyNear}</strong>
        {!searched && <p>{text.nobodyHint}</p>}
      </div>
    );
  }
  return (
    <div ref={list} className="picker-list" role="radiogroup" aria-label={text.patrol}>
      {arranged.map((patrol) => (
        <label key={patrol.id} className="picker-row">
          <input type="radio" name="patrol" checked={patrol.id === chosen} onChange={() => onChoose(patrol.id)} />
          <span className="picker-name">{patrol.name}</span>
          <span className={patrol.openAssignments.length === 0 ? "picker-load picker-free" : "picker-load"}>
            {patrol.openAssignments.length === 0 ? `○ ${text.free}` : `● ${text.busy(patrol.openAssignments.length)}`}
          </span>
          <span className="picker-where">
            {text.kind[lower(patrol.kind)]} · <Whereabouts of={patrol} from={from} />
          </span>
        </label>
      ))}
    </div>
  );
}

/** Who is on duty and near, the nearest first, and anybody else on duty by name. */
export function PatrolPicker({ from, without, chosen, onChoose }: Props) {
  const text = useText(moveText);
  const [typed, setTyped] = useState("");
  const name = usePaused(typed.trim());
  const filter = useMemo(() => {
    if (name !== "") return { onDuty: true, text: name };
    const [west, south, east, north] = boxAround(from, reach);
    return { onDuty: true, bounds: { west, south, east, north } };
  }, [name, from]);
  const [remote, retry] = useQuery(patrolsNear, { filter, first: listed }, useQuarterMinute());
  return (
    <div className="picker">
      <input
        type="search"
        className="field"
        aria-label={text.findPatrol}
        placeholder={text.findPatrol}
        maxLength={64}
        autoComplete="off"
        spellCheck={false}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <RemoteView remote={part(remote, patrolsOf)} onRetry={retry}>
        {(patrols) => (
          <List
            patrols={patrols}
            from={from}
            without={without}
            chosen={chosen}
            onChoose={onChoose}
            searched={name !== ""}
          />
        )}
      </RemoteView>
    </div>
  );
}
