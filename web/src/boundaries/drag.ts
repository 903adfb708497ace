import type { BoundaryOperationInput } from "#documents/documents.ts";
import type { Position } from "#platform/api/parse.ts";
import { apply, type Dragged, type Editor, editor, foresee, toInput } from "./editor.ts";
import { draggedLine } from "./land.ts";

function movedEdge({ chain, dragged, wholeAtoms }: Editor): BoundaryOperationInput | null {
  if (chain === null || dragged === null) return null;
  const line = draggedLine(chain, dragged.handle, dragged.at);
  return line.length < 3
    ? null
    : { moveEdge: { grid: chain.grid, neighbor: chain.neighbor, line: toInput(line), wholeAtoms } };
}

let asking = false;

/** One question at a time: while its answer is on the way, only the last place counts. */
async function foreseeDrag(): Promise<void> {
  if (asking) return;
  asking = true;
  let told: Dragged | null = null;
  for (let state = editor.getState(); state.dragged !== null && state.dragged !== told; state = editor.getState()) {
    told = state.dragged;
    await foresee(movedEdge(state));
  }
  asking = false;
}

/** A handle of the border is dragged to a place; the numbers follow. */
export function drag(handle: number, at: Position): void {
  editor.setState({ dragged: { handle, at } });
  void foreseeDrag();
}

/** The handle stays where it was dragged. */
export function drop(): void {
  const operation = movedEdge(editor.getState());
  if (operation === null) editor.setState({ dragged: null });
  else void apply([operation]).then((done) => done || editor.setState({ dragged: null }));
}
