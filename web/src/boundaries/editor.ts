import { createStore } from "zustand";
import { applyPlanOperations } from "#documents/boundaries/ApplyPlanOperations.ts";
import { landInView } from "#documents/boundaries/LandInView.ts";
import { planAsItIs } from "#documents/boundaries/PlanAsItIs.ts";
import { previewOperation } from "#documents/boundaries/PreviewOperation.ts";
import { rewindPlan } from "#documents/boundaries/RewindPlan.ts";
import { warningsOf } from "#documents/boundaries/WarningsOf.ts";
import type {
  BoundaryOperationInput,
  PlanAnswerFragment,
  PlanDetailFragment,
  PlanRefusalFragment,
  PreviewOperationQuery,
  RuleWarningFragment,
} from "#documents/documents.ts";
import { newKey } from "#platform/api/newKey.ts";
import type { Bounds, Position } from "#platform/api/parse.ts";
import { query } from "#platform/api/query.ts";
import { ReadError } from "#platform/api/readJson.ts";
import { atomAt, type Chain, chainOf, gridAt, type Land, nearestEdge, noLand, snapped, toLand } from "./land.ts";

export const tools = ["select", "grid", "lasso", "assign", "edge", "split", "cut", "merge"] as const;
export type Tool = (typeof tools)[number];
export type Sight = "after" | "both" | "before";
export type Outcome = NonNullable<PreviewOperationQuery["previewOperation"]["outcome"]>;
/** Why nothing was done, and where it is about a place. */
export type Said = Omit<PlanRefusalFragment, "place"> & Partial<Pick<PlanRefusalFragment, "place">>;

export type Dragged = { readonly handle: number; readonly at: Position };

export type Editor = {
  readonly plan: PlanDetailFragment | null;
  readonly land: Land;
  /** The rules that grids in view break. */
  readonly warnings: readonly RuleWarningFragment[];
  /** Whether the view is near enough for its land to be read. */
  readonly isNear: boolean;
  readonly tool: Tool;
  readonly sight: Sight;
  readonly wholeAtoms: boolean;
  readonly selected: ReadonlySet<number>;
  readonly line: readonly Position[];
  readonly chain: Chain | null;
  /** The handle of the chain that is being dragged, and to where. */
  readonly dragged: Dragged | null;
  readonly preview: Outcome | null;
  readonly refusal: Said | null;
  readonly busy: boolean;
};

const start: Editor = {
  plan: null,
  land: noLand,
  warnings: [],
  isNear: true,
  tool: "select",
  sight: "after",
  wholeAtoms: true,
  selected: new Set(),
  line: [],
  chain: null,
  dragged: null,
  preview: null,
  refusal: null,
  busy: false,
};

/** What is being edited on this screen. */
export const editor = createStore<Editor>(() => start);

/** In degrees: a wider view holds more land than is read at once. */
const widestView = 0.2;
const mostGrids = 200;
/** In degrees, some 10 cm. */
const onBorder = 1e-6;

let view: Bounds | null = null;
let readingLand: AbortController | null = null;
let asked = 0;

/** What the server said instead of an answer. */
export function said(error: unknown): Said {
  if (!(error instanceof ReadError)) throw error;
  return error;
}

const clean = { line: [], chain: null, dragged: null, preview: null } as const;

async function readLand(): Promise<void> {
  const { plan } = editor.getState();
  if (view === null || plan === null) return;
  const [west, south, east, north] = view;
  const isNear = east - west <= widestView;
  editor.setState({ isNear });
  if (!isNear) return;
  readingLand?.abort();
  readingLand = new AbortController();
  const { signal } = readingLand;
  try {
    const { boundaryLand } = await query(landInView, { plan: plan.id, bounds: { west, south, east, north } }, signal);
    const land = toLand(boundaryLand);
    editor.setState({ land });
    const grids = [...land.grids.keys()].slice(0, mostGrids);
    const { boundaryNumbers } = await query(warningsOf, { plan: plan.id, grids }, signal);
    editor.setState({ warnings: boundaryNumbers.warnings });
  } catch (error) {
    if (signal.aborted) return;
    const refusal = said(error);
    editor.setState(refusal.code === "BOX_TOO_LARGE" ? { isNear: false } : { refusal });
  }
}

/** The map looks elsewhere. */
export function lookAt(bounds: Bounds): void {
  view = bounds;
  void readLand();
}

export async function openPlan(id: string): Promise<void> {
  try {
    const { plan } = await query(planAsItIs, { id });
    editor.setState({ ...start, sight: editor.getState().sight, plan });
    await readLand();
  } catch (error) {
    editor.setState({ refusal: said(error) });
  }
}

export function closePlan(): void {
  readingLand?.abort();
  editor.setState(start);
}

/** A plan as it has become, from whoever asked for it. */
export function takePlan({ plan, refusal }: PlanAnswerFragment): void {
  editor.setState((last) => ({ plan: plan ?? last.plan, refusal }));
  void readLand();
}

/** Does operations to the plan; what was selected or drawn is done with. */
export async function apply(operations: readonly BoundaryOperationInput[]): Promise<boolean> {
  const { plan, busy } = editor.getState();
  if (plan === null || busy) return false;
  editor.setState({ busy: true, refusal: null });
  try {
    const { answer } = await query(applyPlanOperations, {
      input: { plan: plan.id, expectedVersion: plan.version, operations, idempotencyKey: newKey() },
    });
    if (answer.refusal === null) editor.setState({ ...clean, selected: new Set() });
    takePlan(answer);
    return answer.refusal === null;
  } catch (error) {
    editor.setState({ refusal: said(error) });
    return false;
  } finally {
    editor.setState({ busy: false });
  }
}

/** Undo by -1, redo by 1. */
export async function rewind(by: number): Promise<void> {
  const { plan, busy } = editor.getState();
  if (plan === null || busy) return;
  const applied = plan.applied + by;
  if (applied < 0 || applied > plan.operationCount) return;
  editor.setState({ busy: true, ...clean, selected: new Set() });
  try {
    const { answer } = await query(rewindPlan, {
      input: { plan: plan.id, expectedVersion: plan.version, applied },
    });
    takePlan(answer);
  } catch (error) {
    editor.setState({ refusal: said(error) });
  } finally {
    editor.setState({ busy: false });
  }
}

/** Asks what an operation would do; only the answer to the last question counts. */
export async function foresee(operation: BoundaryOperationInput | null): Promise<void> {
  const { plan } = editor.getState();
  const turn = ++asked;
  if (plan === null || operation === null) return editor.setState({ preview: null, refusal: null });
  try {
    const { previewOperation: answer } = await query(previewOperation, { plan: plan.id, operation });
    if (turn === asked) editor.setState({ preview: answer.outcome, refusal: answer.refusal });
  } catch (error) {
    if (turn === asked) editor.setState({ preview: null, refusal: said(error) });
  }
}

export function pickTool(tool: Tool): void {
  asked++;
  editor.setState({ tool, ...clean, refusal: null });
}

export function clearSelection(): void {
  asked++;
  editor.setState({ selected: new Set(), ...clean, refusal: null });
}

export function select(atoms: readonly number[], add: boolean): void {
  const { selected } = editor.getState();
  editor.setState({ selected: new Set(add ? [...selected, ...atoms] : atoms), refusal: null });
}

/** The grids that selected atoms belong to. */
export function selectedGrids({ selected, land }: Editor): readonly number[] {
  return [...new Set([...selected].flatMap((atom) => land.atoms.get(atom)?.grid ?? []))];
}

export const toInput = (line: readonly Position[]) => line.map(([longitude, latitude]) => ({ longitude, latitude }));

/** The grid that a drawn line crosses: one that it does not end in, and of several the one that most of it lies over. */
function gridUnder({ land, line }: Editor): number | null {
  const counts = new Map<number, number>();
  const endsIn = [line[0], line.at(-1)].flatMap((end) =>
    end === undefined || (nearestEdge(land.edges, end)?.distance ?? 1) < onBorder ? [] : [gridAt(land, end)],
  );
  for (let i = 1; i < line.length; i++) {
    const [a, b] = [line[i - 1] ?? [0, 0], line[i] ?? [0, 0]];
    for (let part = 1; part < 20; part++) {
      const grid = gridAt(land, [a[0] + ((b[0] - a[0]) * part) / 20, a[1] + ((b[1] - a[1]) * part) / 20]);
      if (grid !== null && !endsIn.includes(grid)) counts.set(grid, (counts.get(grid) ?? 0) + 1);
    }
  }
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

/** What the drawn line means with the tool in hand; null where it means nothing yet. */
export function drawnOperation(): BoundaryOperationInput | null {
  const state = editor.getState();
  const { tool, line, selected, wholeAtoms } = state;
  if (line.length < 2) return null;
  if (tool === "cut") {
    const [atom] = selected;
    return atom === undefined ? null : { cut: { atom, line: toInput(line) } };
  }
  const [chosen] = selectedGrids(state);
  const grid = chosen ?? gridUnder(state);
  return grid === null ? null : { splitByLine: { grid, line: toInput(line), wholeAtoms } };
}

/** A click on the map, with the tool in hand. */
export function click(at: Position, reach: number): void {
  const state = editor.getState();
  const { tool, land, selected, line } = state;
  const clicked = atomAt(land, at);
  if (tool === "split" || tool === "cut") {
    editor.setState({ line: [...line, snapped(land.edges, at, reach)] });
    void foresee(drawnOperation());
    return;
  }
  if (tool === "edge") {
    const borders = land.edges.filter((edge) => chainOf(land, edge) !== null);
    const near = nearestEdge(borders, at);
    editor.setState({
      chain: near === null || near.distance > reach * 3 ? null : chainOf(land, near.edge),
      preview: null,
    });
    return;
  }
  if (clicked === null) return;
  if (tool === "assign" && selected.size > 0) void apply([{ reassign: { atoms: [...selected], grid: clicked.grid } }]);
  else if (tool === "merge" && selectedGrids(state).length === 1) {
    const [grid] = selectedGrids(state);
    if (grid !== undefined) void apply([{ merge: { grid, into: clicked.grid } }]);
  } else if (tool === "grid" || tool === "merge") {
    select(
      [...land.atoms.values()].filter(({ grid }) => grid === clicked.grid).map(({ id }) => id),
      false,
    );
  } else if (selected.has(clicked.id)) {
    editor.setState({ selected: new Set([...selected].filter((id) => id !== clicked.id)) });
  } else select([clicked.id], true);
}

/** One step in the life of the plan. */
export async function step(ask: () => Promise<{ readonly answer: PlanAnswerFragment }>): Promise<void> {
  editor.setState({ busy: true });
  try {
    takePlan((await ask()).answer);
  } catch (error) {
    editor.setState({ refusal: said(error) });
  } finally {
    editor.setState({ busy: false });
  }
}
