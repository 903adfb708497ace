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
import { type Chain, type Land, noLand, toLand } from "./land.ts";

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

let view: Bounds | null = null;
let readingLand: AbortController | null = null;
let asked = 0;

/** What the server said instead of an answer. */
export function said(error: unknown): Said {
  if (!(error instanceof ReadError)) throw error;
  return error;
}

/** Nothing is drawn or dragged. */
export const clean = { line: [], chain: null, dragged: null, preview: null } as const;

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

/** Atoms join the selection, or leave it where all of them are in it. */
export function toggle(atoms: readonly number[]): void {
  const { selected } = editor.getState();
  const rest = atoms.every((id) => selected.has(id)) ? new Set(atoms) : new Set<number>();
  editor.setState({ selected: new Set([...selected, ...atoms].filter((id) => !rest.has(id))), refusal: null });
}

/** The grids that selected atoms belong to. */
export function selectedGrids({ selected, land }: Editor): readonly number[] {
  return [...new Set([...selected].flatMap((atom) => land.atoms.get(atom)?.grid ?? []))];
}

export const toInput = (line: readonly Position[]) => line.map(([longitude, latitude]) => ({ longitude, latitude }));

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
