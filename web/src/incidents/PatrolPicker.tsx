import { useEffect, useMemo, useRef, useState } from "react";
import { candidates } from "#documents/incidents/Candidates.ts";
import { patrolsByName } from "#documents/incidents/PatrolsByName.ts";
import { lower, toTimeOrNull } from "#platform/api/convert.ts";
import type { Position } from "#platform/api/parse.ts";
import { part, useQuery } from "#platform/api/useQuery.ts";
import { useText } from "#platform/i18n/text.ts";
import { useQuarterMinute } from "#platform/ui/now.ts";
import { meters } from "#platform/ui/numbers.ts";
import { RemoteView } from "#platform/ui/RemoteView.tsx";
import { shortTime } from "#platform/ui/time.ts";
import { byName, type Candidate, isBarred } from "./candidate.ts";
import { moveText } from "./moveText.ts";
import { WalkNote } from "./WalkNote.tsx";

/** What was typed, when the typing pauses. */
function usePaused(typed: string): string {
  const [paused, setPaused] = useState(typed);
  useEffect(() => {
    const timer = setTimeout(() => setPaused(typed), 250);
    return () => clearTimeout(timer);
  }, [typed]);
  return paused;
}

function Way({ of }: { readonly of: Candidate }) {
  const text = useText(moveText);
  const away = of.distanceMeters === null ? null : text.away(meters(Math.round(of.distanceMeters)));
  if (of.walkSeconds === null) return <span className="picker-way">{away ?? text.noFix}</span>;
  return (
    <span className="picker-way" title={away ?? undefined}>
      {text.walk} <b>{text.minutes(Math.max(1, Math.round(of.walkSeconds / 60)))}</b>
    </span>
  );
}

/** What speaks for and against somebody, in words. */
function Reasons({ of, timeZone }: { readonly of: Candidate; readonly timeZone: string }) {
  const text = useText(moveText);
  const until = toTimeOrNull(of.onShiftUntil);
  const isLate = of.expectedSeconds !== null && of.walkSeconds !== null && of.expectedSeconds > of.walkSeconds + 60;
  return (
    <span className="picker-where">
      <span className={of.openAssignments === 0 ? "picker-free" : "picker-busy"}>
        {of.openAssignments === 0 ? `○ ${text.free}` : `● ${text.busy(of.openAssignments)}`}
      </span>
      {isLate && <span>{text.begins(Math.round((of.expectedSeconds ?? 0) / 60))}</span>}
      {until !== null && <span>{text.shiftUntil(shortTime(until, timeZone))}</span>}
      {of.obstacles.map((obstacle) => (
        <span key={obstacle} className="picker-against">
          ▲ {text.obstacle[lower(obstacle)]}
        </span>
      ))}
    </span>
  );
}

type Choice = { readonly chosen: string | null; readonly onChoose: (patrolId: string) => void };

type Props = Choice & {
  readonly incident: string;
  readonly from: Position;
  /** Who is at it already and need not be sent. */
  readonly without: string | null;
  readonly timeZone: string;
};

type ListProps = Choice & {
  readonly of: readonly Candidate[];
  readonly searched: boolean;
  readonly timeZone: string;
};

function List({ of, chosen, onChoose, searched, timeZone }: ListProps) {
  const text = useText(moveText);
  const list = useRef<HTMLDivElement>(null);
  const first = of.find((candidate) => !isBarred(candidate));
  const isListed = of.some(({ patrolId }) => patrolId === chosen);
  // Who can be there first is the likeliest; what the reader chose stays chosen for as long as it is listed.
  useEffect(() => {
    if (first !== undefined && !isListed) onChoose(first.patrolId);
  }, [first, isListed, onChoose]);
  useEffect(() => {
    if (!searched) list.current?.querySelector<HTMLInputElement>("input:checked, input:enabled")?.focus();
  }, [searched]);
  if (of.length === 0) {
    return (
      <div className="picker-none" role="status">
        <strong>{searched ? text.nobodyFound : text.nobodyNear}</strong>
        {!searched && <p>{text.nobodyHint}</p>}
      </div>
    );
  }
  return (
    <div ref={list} className="picker-list" role="radiogroup" aria-label={text.patrol}>
      {of.map((candidate) => (
        <label key={candidate.patrolId} className="picker-row" data-suitable={candidate.isSuitable}>
          <input
            type="radio"
            name="patrol"
            checked={candidate.patrolId === chosen}
            disabled={isBarred(candidate)}
            onChange={() => onChoose(candidate.patrolId)}
          />
          <span className="picker-name">{candidate.patrolName}</span>
          <Way of={candidate} />
          <Reasons of={candidate} timeZone={timeZone} />
        </label>
      ))}
    </div>
  );
}

type Shown = Choice & { readonly timeZone: string };

function Nearest({ incident, ...shown }: Shown & { readonly incident: string }) {
  const [remote, retry] = useQuery(candidates, { incident }, useQuarterMinute());
  return (
    <RemoteView remote={part(remote, (answer) => answer.incident?.candidates ?? null)} onRetry={retry}>
      {(of) => <List of={of} searched={false} {...shown} />}
    </RemoteView>
  );
}

type NamedProps = Shown & Pick<Props, "from" | "without"> & { readonly name: string };

function Named({ name, from, without, ...shown }: NamedProps) {
  const [remote, retry] = useQuery(patrolsByName, { name }, null);
  const found = useMemo(() => {
    if (remote.kind !== "ready") return [];
    const all = remote.value.patrols.nodes.map((patrol) => byName(patrol, from));
    return all.filter(({ patrolId }) => patrolId !== without);
  }, [remote, from, without]);
  return (
    <RemoteView remote={remote} onRetry={retry}>
      {() => <List of={found} searched={true} {...shown} />}
    </RemoteView>
  );
}

/** Whom to send: who could begin soonest first, with what speaks against the others; and anybody else on duty by name. */
export function PatrolPicker({ incident, from, without, ...shown }: Props) {
  const text = useText(moveText);
  const [typed, setTyped] = useState("");
  const name = usePaused(typed.trim());
  return (
    <div className="picker">
      {name === "" ? (
        <Nearest incident={incident} {...shown} />
      ) : (
        <Named name={name} from={from} without={without} {...shown} />
      )}
      {shown.chosen !== null && <WalkNote incident={incident} patrol={shown.chosen} />}
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
    </div>
  );
}
