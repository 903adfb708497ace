import { createStore } from "zustand";
import type { ConflictChoice, PlanImpactQuery } from "#documents/documents.ts";

export type Conflict = NonNullable<PlanImpactQuery["plan"]>["conflicts"][number];
export type Kept = Exclude<ConflictChoice, "NEITHER">;

export type Marks = {
  /** What of the plan cannot be together with what was published meanwhile. */
  readonly conflicts: readonly Conflict[];
  /** Whose change is kept, by the position of the operation; one that is not in it has not been decided. */
  readonly decisions: ReadonlyMap<number, Kept>;
};

const none: Marks = { conflicts: [], decisions: new Map() };

/** What the map shows over the land of the plan. */
export const marks = createStore<Marks>(() => none);

/** The conflicts as they are told now; decisions about operations that are still in conflict stay. */
export function markConflicts(conflicts: readonly Conflict[]): void {
  const positions = new Set(conflicts.map(({ position }) => position));
  marks.setState(({ decisions }) => ({
    conflicts,
    decisions: new Map([...decisions].filter(([position]) => positions.has(position))),
  }));
}

export function decide(position: number, kept: Kept): void {
  marks.setState(({ decisions }) => ({ decisions: new Map(decisions).set(position, kept) }));
}

export type ConflictGroup = { readonly position: number; readonly conflicts: readonly Conflict[] };

/** The conflicts of each operation together: they are decided together. */
export function groupsOf(conflicts: readonly Conflict[]): readonly ConflictGroup[] {
  const groups = new Map<number, Conflict[]>();
  for (const conflict of conflicts) {
    const group = groups.get(conflict.position);
    if (group === undefined) groups.set(conflict.position, [conflict]);
    else group.push(conflict);
  }
  return [...groups].toSorted(([a], [b]) => a - b).map(([position, found]) => ({ position, conflicts: found }));
}
