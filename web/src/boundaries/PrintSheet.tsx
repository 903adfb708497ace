import { type CSSProperties, useEffect, useState } from "react";
import { planSheet } from "#documents/boundaries/PlanSheet.ts";
import { useQuery } from "#platform/api/useQuery.ts";
import { useText } from "#platform/i18n/text.ts";
import { count } from "#platform/ui/numbers.ts";
import { RemoteView } from "#platform/ui/RemoteView.tsx";
import { type Change, changeOf, type Drawing, drawingOf, roomFor, type SheetGrid, type SheetPlan } from "./sheet.ts";
import { sheetText } from "./sheetText.ts";
import { boundaryText } from "./text.ts";
import "./sheet.css";

const papers = ["a3", "a4"] as const;
/** In pixels of the stylesheet, as wide as the paper is. */
const paperWidth = { a3: 1588, a4: 1123 } as const;
const deskMargin = 36;

/** So much smaller is the paper shown that its whole width is seen. */
function useFit(width: number): number {
  const [room, setRoom] = useState(() => globalThis.innerWidth);
  useEffect(() => {
    const measure = () => setRoom(globalThis.innerWidth);
    globalThis.addEventListener("resize", measure);
    return () => globalThis.removeEventListener("resize", measure);
  }, []);
  return Math.min(1, (room - deskMargin) / width);
}

const drawingWidth = 1000;
const changes = ["created", "changed", "retired"] as const;
const squareMetersPerHectare = 10_000;

const day = (at: string | null) => at?.slice(0, 10) ?? "";

function SheetMap({
  drawing,
  grids,
  side,
}: {
  readonly drawing: Drawing;
  readonly grids: readonly SheetGrid[];
  readonly side: "before" | "after";
}) {
  const text = useText(sheetText);
  const shown = grids.flatMap((grid) => {
    const numbers = grid[side];
    const shape = side === "before" ? grid.beforeShape : grid.afterShape;
    return numbers === null ? [] : [{ grid, numbers, shape }];
  });
  return (
    <figure>
      <figcaption>{text[side]}</figcaption>
      <svg viewBox={`0 0 ${drawing.width} ${drawing.height}`} role="img" aria-label={text[side]}>
        {shown.map(({ grid, shape }) => (
          <path key={grid.grid} className={`sheet-grid sheet-${changeOf(grid)}`} d={drawing.path(shape)} />
        ))}
        {shown.map(({ grid, numbers, shape }) => {
          const [x, y] = roomFor(shape, drawing) ?? [0, 0];
          return (
            <text key={grid.grid} x={x} y={y} className="sheet-label">
              <tspan x={x}>{numbers.code.slice(-6)}</tspan>
              <tspan x={x} dy="1.15em">
                {count(numbers.households)}
              </tspan>
            </text>
          );
        })}
        <g className="sheet-bar" transform={`translate(${drawing.width * 0.04} ${drawing.height - 14})`}>
          <path d={`M0 -8V0H${drawing.bar.units}V-8`} />
          <text x={drawing.bar.units + 10} y={2}>
            {text.metres(count(drawing.bar.meters))}
          </text>
        </g>
        <g className="sheet-north" transform={`translate(${drawing.width - 34} 16)`}>
          <path d="M0 34L10 0L20 34L10 26Z" />
          <text x={10} y={50}>
            N
          </text>
        </g>
      </svg>
    </figure>
  );
}

function Row({ grid }: { readonly grid: SheetGrid }) {
  const text = useText(sheetText);
  const { before, after } = grid;
  const pair = (was: string | undefined, is: string | undefined) => (was === is ? is : `${was ?? "—"} → ${is ?? "—"}`);
  const numbers = (name: "households" | "persons") =>
    pair(before === null ? undefined : count(before[name]), after === null ? undefined : count(after[name]));
  const hectares = (side: typeof before) =>
    side === null ? undefined : (side.squareMeters / squareMetersPerHectare).toFixed(2);
  return (
    <tr>
      <td>{text.change[changeOf(grid)]}</td>
      <td>{pair(before?.code, after?.code)}</td>
      <td>{pair(before?.name, after?.name)}</td>
      <td>{numbers("households")}</td>
      <td>{numbers("persons")}</td>
      <td>{pair(hectares(before), hectares(after))}</td>
    </tr>
  );
}

function Sheet({ plan }: { readonly plan: SheetPlan }) {
  const text = useText(sheetText);
  const status = useText(boundaryText).status[plan.status];
  const drawing = drawingOf(
    plan.diff.flatMap(({ beforeShape, afterShape }) => [beforeShape, afterShape]),
    drawingWidth,
  );
  const approved = plan.reviews.findLast(({ verdict }) => verdict === "APPROVED");
  const counted = (change: Change) => plan.diff.filter((grid) => changeOf(grid) === change).length;
  return (
    <>
      <header>
        <h1>{plan.name}</h1>
        <p>
          {text.title} · {status} · {text.effective} {day(plan.publishedAt ?? plan.effectiveAt) || "—"}
        </p>
        {plan.note !== null && (
          <p>
            {text.note}: {plan.note}
          </p>
        )}
      </header>
      {drawing === null ? (
        <p>{text.empty}</p>
      ) : (
        <div className="sheet-maps">
          <SheetMap drawing={drawing} grids={plan.diff} side="before" />
          <SheetMap drawing={drawing} grids={plan.diff} side="after" />
        </div>
      )}
      <ul className="sheet-legend" aria-label={text.legend}>
        {changes.map((change) => (
          <li key={change}>
            <svg viewBox="0 0 30 18" aria-hidden="true">
              <rect x={1} y={1} width={28} height={16} className={`sheet-grid sheet-${change}`} />
            </svg>
            {text[change]} {counted(change)}
          </li>
        ))}
      </ul>
      <table>
        <thead>
          <tr>
            {Object.values(text.head).map((name) => (
              <th key={name}>{name}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {plan.diff.map((grid) => (
            <Row key={grid.grid} grid={grid} />
          ))}
        </tbody>
      </table>
      <dl className="sheet-signatures">
        {[
          [text.author, plan.author, day(plan.createdAt)],
          [text.reviewer, approved?.reviewer ?? "", day(approved?.at ?? null)],
          [text.approver, "", ""],
        ].map(([role, name, date]) => (
          <div key={role}>
            <dt>{role}</dt>
            <dd>{name}</dd>
            <dd>
              {text.date} {date}
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}

/** A plan on paper: before and after, what changes, and who signs for it. The browser prints it or saves it as a PDF. */
export function PrintSheet({ id }: { readonly id: string }) {
  const text = useText(sheetText);
  const [paper, setPaper] = useState<(typeof papers)[number]>("a3");
  const fit = useFit(paperWidth[paper]);
  const [remote, retry] = useQuery(planSheet, { id }, 0);
  useEffect(() => {
    document.title =
      remote.kind === "ready" && remote.value.plan !== null ? `${remote.value.plan.name} · ${text.title}` : text.title;
  }, [remote, text]);
  return (
    <div className="sheet-desk">
      <nav className="sheet-tools">
        <a className="link" href={`/boundaries/${id}`}>
          {text.back}
        </a>
        <fieldset aria-label={text.paper}>
          {papers.map((size) => (
            <button
              key={size}
              type="button"
              className="chip"
              aria-pressed={paper === size}
              onClick={() => setPaper(size)}
            >
              {size.toUpperCase()}
            </button>
          ))}
        </fieldset>
        <button type="button" className="button button-strong" onClick={() => globalThis.print()}>
          {text.print}
        </button>
      </nav>
      <main className={`sheet sheet-${paper}`} style={{ "--fit": fit } as CSSProperties}>
        <RemoteView remote={remote} onRetry={retry}>
          {({ plan }) => (plan === null ? <p>{text.missing}</p> : <Sheet plan={plan} />)}
        </RemoteView>
      </main>
    </div>
  );
}
