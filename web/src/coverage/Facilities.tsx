import { useState } from "react";
import { coverageFacilities } from "#documents/coverage/CoverageFacilities.ts";
import { useQuery } from "#platform/api/useQuery.ts";
import { useText } from "#platform/i18n/text.ts";
import { Icon } from "#platform/ui/Icon.tsx";
import { count } from "#platform/ui/numbers.ts";
import { changeAt, closed, type Pin, type Question, restored, withHours } from "./question.ts";
import { coverageText } from "./text.ts";
import { type Answer, inputOf } from "./useCoverage.ts";

type Ask = (change: (question: Question) => Question) => void;
type Catchment = Answer["catchments"][number];
type Row = Pin & {
  readonly name: string | null;
  readonly openingHours: string | null;
  readonly position: Catchment["position"];
  readonly found: Catchment | null;
};

export const reachKey = ({ facilityId, change }: Pin) => facilityId ?? `new-${change}`;

/** Those that count, by whom they serve, then those that do not. */
function rowsOf(answer: Answer, all: readonly Omit<Row, "found" | "change">[]): readonly Row[] {
  const counted = answer.catchments.map((found) => ({ ...found, found }));
  const known = new Set(counted.map(({ facilityId }) => facilityId));
  const others = all.filter(({ facilityId }) => !known.has(facilityId));
  return [...counted, ...others.map((facility) => ({ ...facility, change: null, found: null }))];
}

function Hours({ row, onAsk }: { readonly row: Row; readonly onAsk: Ask }) {
  const text = useText(coverageText);
  const [hours, setHours] = useState(row.openingHours ?? "");
  return (
    <form
      className="coverage-row"
      onSubmit={(event) => {
        event.preventDefault();
        onAsk((question) => withHours(question, row, hours.trim()));
      }}
    >
      <input
        aria-label={text.hoursOf(row.name ?? text.added)}
        placeholder="Mo-Fr 08:30-17:30"
        maxLength={200}
        required
        value={hours}
        onChange={({ target }) => setHours(target.value)}
      />
      <button type="submit" className="button">
        {text.setHours}
      </button>
    </form>
  );
}

type FacilityProps = {
  readonly row: Row;
  readonly question: Question;
  readonly reached: boolean;
  readonly onAsk: Ask;
  readonly onReach: (key: string, position: Catchment["position"]) => void;
  readonly onShow: (longitude: number, latitude: number) => void;
};

function Facility({ row, question, reached, onAsk, onReach, onShow }: FacilityProps) {
  const text = useText(coverageText);
  const [editing, setEditing] = useState(false);
  const { found } = row;
  const change = changeAt(question, row);
  const load = found?.load ?? null;
  const supposed = [
    change?.closed === true && text.isClosed,
    change !== null && change.position !== null && text.isMoved,
    change !== null && change.openingHours !== null && text.hasHours,
  ].filter((word) => word !== false);
  return (
    <li className="coverage-facility">
      <button type="button" onClick={() => onShow(row.position.longitude, row.position.latitude)}>
        <span>
          <b>{row.name ?? text.added}</b>
          <small>{supposed.length > 0 ? supposed.join(" · ") : (row.openingHours ?? "—")}</small>
        </span>
        {found === null ? (
          <small>{text.notCounted}</small>
        ) : (
          <strong>
            {count(found.people)}
            {found.capacity !== null && <small> / {text.places(count(found.capacity))}</small>}
          </strong>
        )}
      </button>
      {load !== null && (
        <div className="coverage-load" role="img" aria-label={text.loadOf(load.toFixed(1))}>
          <i style={{ width: `${Math.min(100, load)}%` }} />
          <span>{text.loadOf(load.toFixed(1))}</span>
        </div>
      )}
      <div className="coverage-row">
        {found !== null && (
          <button
            type="button"
            className="chip"
            aria-pressed={reached}
            onClick={() => onReach(reachKey(row), row.position)}
          >
            {text.reach}
          </button>
        )}
        <button type="button" className="chip" aria-expanded={editing} onClick={() => setEditing(!editing)}>
          <Icon name="clock" size={14} /> {text.hours}
        </button>
        {change === null && row.facilityId !== null && (
          <button type="button" className="chip" onClick={() => onAsk((asked) => closed(asked, row))}>
            {text.close}
          </button>
        )}
        {change !== null && (
          <button type="button" className="chip" onClick={() => onAsk((asked) => restored(asked, row))}>
            {text.restore}
          </button>
        )}
      </div>
      {editing && <Hours row={row} onAsk={onAsk} />}
    </li>
  );
}

type Props = Omit<FacilityProps, "row" | "reached"> & { readonly answer: Answer; readonly reached: readonly string[] };

/** Every facility of the kind with whom it serves, its load, its reach, and what may be supposed of it. */
export function Facilities({ answer, question, reached, ...hands }: Props) {
  const text = useText(coverageText);
  const [remote] = useQuery(coverageFacilities, { input: { ...inputOf(question), at: null, changes: null } }, null);
  const all = remote.kind === "ready" ? remote.value.coverage.catchments : [];
  const rows = rowsOf(answer, all);
  return (
    <section aria-label={text.facilityList}>
      <p className="coverage-quiet">{question.at === null ? text.hoursNeedTime : text.facilityHint}</p>
      <ol className="coverage-list">
        {rows.map((row) => (
          <Facility
            key={reachKey(row)}
            row={row}
            question={question}
            reached={reached.includes(reachKey(row))}
            {...hands}
          />
        ))}
      </ol>
    </section>
  );
}
