import type { BoundaryOperationInput } from "#documents/documents.ts";
import type { Position } from "#platform/api/parse.ts";
import { apply, clean, type Editor, editor, foresee, select, selectedGrids, toggle, toInput } from "./editor.ts";
import { atomAt, chainOf, gridAt, lassoed, nearestEdge, partedBy, snapped } from "./land.ts";

/** In degrees, some 10 cm. */
const onBorder = 1e-6;

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
  if (line.length < 2 || tool === "lasso") return null;
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
  if (tool === "lasso") {
    editor.setState({ line: [...line, at] });
    return;
  }
  if (tool === "split" || tool === "cut") {
    editor.setState({ line: [...line, snapped(land.edges, at, reach)] });
    void foresee(drawnOperation());
    return;
  }
  if (tool === "edge") {
    const borders = land.edges.filter((edge) => partedBy(land, edge) !== null);
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
  } else toggle([clicked.id]);
}

/** What was drawn is done: the corners of a lasso enclose atoms, a line splits or cuts. */
export function finish(): void {
  const { tool, line, land } = editor.getState();
  const operation = drawnOperation();
  if (operation !== null) void apply([operation]);
  else if (tool === "lasso" && line.length > 2) {
    select(lassoed(land, line), true);
    editor.setState(clean);
  }
}
