import type { LandInViewQuery } from "#documents/documents.ts";
import type { Position } from "#platform/api/parse.ts";

type Given = LandInViewQuery["boundaryLand"];

export type Atom = Given["atoms"][number];
export type Grid = Given["grids"][number];
export type Edge = {
  readonly id: number;
  readonly left: number | null;
  readonly right: number | null;
  readonly follows: string;
  readonly course: readonly Position[];
};

/** The land in view: atoms and grids by their numbers, every edge once. */
export type Land = {
  readonly atoms: ReadonlyMap<number, Atom>;
  readonly edges: readonly Edge[];
  readonly grids: ReadonlyMap<number, Grid>;
};

export const noLand: Land = { atoms: new Map(), edges: [], grids: new Map() };

export function toLand({ atoms, edges, grids }: Given): Land {
  return {
    atoms: new Map(atoms.map((atom) => [atom.id, atom])),
    edges: edges.map((edge) => ({
      ...edge,
      course: edge.course.type === "LineString" ? (edge.course.coordinates as unknown as Position[]) : [],
    })),
    grids: new Map(grids.map((grid) => [grid.id, grid])),
  };
}

function gridOf(land: Land, atom: number | null): number | null {
  return atom === null ? null : (land.atoms.get(atom)?.grid ?? null);
}

/** The grids on both sides of an edge; null where it parts no two grids that are known. */
export function partedBy(land: Land, edge: Edge): readonly [number, number] | null {
  const [left, right] = [gridOf(land, edge.left), gridOf(land, edge.right)];
  return left === null || right === null || left === right ? null : [left, right];
}

const same = (a: Position | undefined, b: Position | undefined) =>
  a !== undefined && b !== undefined && a[0] === b[0] && a[1] === b[1];

/** A piece of the border between two grids, end to end, with the corners that can be dragged. */
export type Chain = {
  readonly grid: number;
  readonly neighbor: number;
  readonly course: readonly Position[];
  readonly handles: readonly Position[];
};

function joined(course: readonly Position[], edge: Edge): readonly Position[] | null {
  const reversed = edge.course.toReversed();
  for (const next of [edge.course, reversed]) {
    if (same(course.at(-1), next[0])) return [...course, ...next.slice(1)];
    if (same(next.at(-1), course[0])) return [...next.slice(0, -1), ...course];
  }
  return null;
}

/** The border that an edge belongs to, as far as it leads in one line. */
export function chainOf(land: Land, edge: Edge): Chain | null {
  const parted = partedBy(land, edge);
  if (parted === null) return null;
  const [grid, neighbor] = parted;
  const rest = land.edges.filter((other) => {
    const sides = other === edge ? null : partedBy(land, other);
    return sides?.includes(grid) && sides.includes(neighbor);
  });
  let course = edge.course;
  const corners = new Set([edge.course[0], edge.course.at(-1)]);
  for (let i = 0; i < rest.length; ) {
    const next = rest[i];
    const longer = next === undefined ? null : joined(course, next);
    if (next === undefined || longer === null) {
      i++;
      continue;
    }
    course = longer;
    corners.add(next.course[0]).add(next.course.at(-1));
    rest.splice(i, 1);
    i = 0;
  }
  const handles = course.filter((point) => [...corners].some((corner) => same(corner, point)));
  const middle = course[Math.floor(course.length / 2)];
  if (handles.length < 3 && middle !== undefined && course.length > 2) handles.splice(1, 0, middle);
  if (handles.length < 3) {
    const [a, b] = [course[0] ?? [0, 0], course.at(-1) ?? [0, 0]];
    handles.splice(1, 0, [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2]);
  }
  return { grid, neighbor, course, handles };
}

/** The new line when a handle has been dragged: from the corner before it over the new place to the corner after. */
export function draggedLine(chain: Chain, handle: number, to: Position): readonly Position[] {
  const before = chain.handles[handle - 1];
  const after = chain.handles[handle + 1];
  return before === undefined || after === undefined ? [] : [before, to, after];
}

function nearestOn(a: Position, b: Position, at: Position, stretch: number): Position {
  const [x, y] = [(b[0] - a[0]) * stretch, b[1] - a[1]];
  const square = x * x + y * y;
  const along = square === 0 ? 0 : ((at[0] - a[0]) * stretch * x + (at[1] - a[1]) * y) / square;
  const t = Math.min(1, Math.max(0, along));
  return [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t];
}

export type Near = { readonly edge: Edge; readonly at: Position; readonly distance: number };

/** The edge nearest to a place, and where on it; distances in degrees of latitude. */
export function nearestEdge(edges: readonly Edge[], at: Position): Near | null {
  const stretch = Math.cos((at[1] * Math.PI) / 180);
  let best: Near | null = null;
  for (const edge of edges) {
    for (let i = 1; i < edge.course.length; i++) {
      const [a, b] = [edge.course[i - 1], edge.course[i]];
      if (a === undefined || b === undefined) continue;
      const on = nearestOn(a, b, at, stretch);
      const distance = Math.hypot((on[0] - at[0]) * stretch, on[1] - at[1]);
      if (best === null || distance < best.distance) best = { edge, at: on, distance };
    }
  }
  return best;
}

/** A place moved onto the corner, or else the road, wall or bank, that it is as near to as `reach`. */
export function snapped(edges: readonly Edge[], at: Position, reach: number): Position {
  const near = nearestEdge(edges, at);
  if (near === null || near.distance > reach) return at;
  const stretch = Math.cos((at[1] * Math.PI) / 180);
  const corner = near.edge.course.find((point) => Math.hypot((point[0] - at[0]) * stretch, point[1] - at[1]) <= reach);
  return corner ?? near.at;
}

function isWithin(ring: readonly Position[], [x, y]: Position): boolean {
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [a, b] = [ring[i], ring[j]];
    if (a === undefined || b === undefined) continue;
    if (a[1] > y !== b[1] > y && x < ((b[0] - a[0]) * (y - a[1])) / (b[1] - a[1]) + a[0]) inside = !inside;
  }
  return inside;
}

/** The atom that a place lies in; null outside the land in view. */
export function atomAt(land: Land, at: Position): Atom | null {
  for (const atom of land.atoms.values()) {
    // A hole is a ring as well: a place inside it is inside two rings.
    const rings = atom.shape.type === "Polygon" ? (atom.shape.coordinates as unknown as Position[][]) : [];
    if (rings.filter((ring) => isWithin(ring, at)).length % 2 === 1) return atom;
  }
  return null;
}

/** The grid that a place lies in. */
export function gridAt(land: Land, at: Position): number | null {
  return atomAt(land, at)?.grid ?? null;
}

/** The atoms whose label points are nearest to a place, the nearest first. */
export function nearestAtoms(land: Land, [longitude, latitude]: Position, most: number): readonly Atom[] {
  const stretch = Math.cos((latitude * Math.PI) / 180);
  const far = ({ labelPoint }: Atom) =>
    Math.hypot((labelPoint.longitude - longitude) * stretch, labelPoint.latitude - latitude);
  return [...land.atoms.values()].toSorted((a, b) => far(a) - far(b) || a.id - b.id).slice(0, most);
}

/** The atoms whose label point a lasso encloses. */
export function lassoed(land: Land, ring: readonly Position[]): readonly number[] {
  return [...land.atoms.values()]
    .filter(({ labelPoint }) => isWithin(ring, [labelPoint.longitude, labelPoint.latitude]))
    .map(({ id }) => id);
}
