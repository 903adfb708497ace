import type { Position } from "#platform/api/parse.ts";
import { useText } from "#platform/i18n/text.ts";
import { count, squareKilometers } from "#platform/ui/numbers.ts";
import { importText } from "./importText.ts";
import type { Report } from "./useImport.ts";

const mostListed = 200;
const leastDifference = 1;

const percent = (share: number) => `${(share * 100).toFixed(1)}%`;
const signed = (squareMeters: number) =>
  `${squareMeters > 0 ? "+" : "−"}${count(Math.round(Math.abs(squareMeters)))} m²`;

function Defect({
  defect,
  onShow,
}: {
  readonly defect: Report["defects"][number];
  readonly onShow: (at: Position) => void;
}) {
  const text = useText(importText);
  const { kind, records, squareMeters, meters, place, taker, isWithinTolerance, detail } = defect;
  const measures = [
    ...(records.length > 0 ? [text.records(records.join("、"))] : []),
    ...(squareMeters === null ? [] : [squareKilometers(squareMeters)]),
    ...(meters === null ? [] : [`${meters.toFixed(2)} m`]),
    ...(taker === null ? [] : [text.given(taker)]),
    ...(detail === null ? [] : [detail]),
  ].join(" · ");
  const name = <b className={isWithinTolerance ? "" : "sum-off"}>{text.kind[kind]}</b>;
  return (
    <li>
      {place === null ? (
        <span>
          {name} {measures}
        </span>
      ) : (
        <button type="button" className="import-defect" onClick={() => onShow([place.longitude, place.latitude])}>
          {name} <small>{measures}</small>
        </button>
      )}
    </li>
  );
}

function Differences({ grids }: { readonly grids: Report["grids"] }) {
  const text = useText(importText);
  const different = grids.filter(
    ({ isNew, differenceSquareMeters }) => isNew || Math.abs(differenceSquareMeters) >= leastDifference,
  );
  return (
    <section aria-label={text.differences}>
      <h3>{text.differences}</h3>
      {different.length === 0 ? (
        <p className="boundary-note">{text.noDifferences}</p>
      ) : (
        <ul className="boundary-list">
          {different.slice(0, mostListed).map(({ records, code, name, isNew, differenceSquareMeters }) => (
            <li key={records.join("/")}>
              <span>
                {name ?? "—"} <small>{code ?? text.records(records.join("、"))}</small>
              </span>
              {isNew && <span className="plan-status">{text.newGrid}</span>}
              <b>{signed(differenceSquareMeters)}</b>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** What is wrong in the file and what would come of it. */
export function ImportReport({ report, onShow }: { readonly report: Report; readonly onShow: (at: Position) => void }) {
  const text = useText(importText);
  return (
    <>
      <p>{text.covered(percent(report.coveredShare))}</p>
      <p className="boundary-note">
        {text.effect(count(report.operations), count(report.cutAtoms), count(report.retired.length))}
      </p>
      <section aria-label={text.defects}>
        <h3>{text.defects}</h3>
        {report.totals.length === 0 && <p className="boundary-note">{text.noDefects}</p>}
        <ul className="boundary-list">
          {report.totals.map(({ kind, count: found, squareMeters, beyondTolerance }) => (
            <li key={kind}>
              <span>
                {text.kind[kind]} <b>{count(found)}</b>
              </span>
              {squareMeters > 0 && <small>{squareKilometers(squareMeters)}</small>}
              {beyondTolerance > 0 && <small className="sum-off">{text.beyond(count(beyondTolerance))}</small>}
            </li>
          ))}
        </ul>
      </section>
      {report.defects.length > 0 && (
        <ol className="boundary-list import-defects">
          {report.defects.slice(0, mostListed).map((defect, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: defects have no name of their own
            <Defect key={i} defect={defect} onShow={onShow} />
          ))}
        </ol>
      )}
      <Differences grids={report.grids} />
    </>
  );
}
