import type { PlanSheetQuery } from "#documents/documents.ts";
import type { Position } from "#platform/api/parse.ts";

export type SheetPlan = NonNullable<PlanSheetQuery["plan"]>;
export type SheetGrid = SheetPlan["diff"][number];
export type Change = "created" | "changed" | "retired";

export const changeOf = ({ before, after }: SheetGrid): Change =>
  before === null ? "created" : after === null ? "retired" : "changed";

const metersPerDegree = 111_320;
const steps = [10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000];

const least = (values: readonly number[]) => values.reduce((a, b) => Math.min(a, b));
const most = (values: readonly number[]) => values.reduce((a, b) => Math.max(a, b));

type Rings = readonly (readonly Position[])[];

export function ringsOf(shape: GeoJSON.Geometry | null): Rings {
  if (shape?.type === "Polygon") return shape.coordinates as unknown as Rings;
  return shape?.type === "MultiPolygon" ? (shape.coordinates.flat() as unknown as Rings) : [];
}

/** How places come onto a drawing so many units wide: north is up, one scale both ways. */
export type Drawing = {
  readonly width: number;
  readonly height: number;
  readonly path: (shape: GeoJSON.Geometry | null) => string;
  readonly place: (longitude: number, latitude: number) => Position;
  /** A round length in metres and how long it is drawn. */
  readonly bar: { readonly meters: number; readonly units: number };
};

/** How far a place is from a border, counted as inside only: less than nothing outside. */
function depthOf(rings: Rings, [x, y]: Position): number {
  let inside = false;
  let nearest = Number.POSITIVE_INFINITY;
  for (const ring of rings) {
    for (let i = 1; i < ring.length; i++) {
      const [[ax, ay], [bx, by]] = [ring[i - 1] ?? [0, 0], ring[i] ?? [0, 0]];
      if (ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax)) inside = !inside;
      const along = ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / ((bx - ax) ** 2 + (by - ay) ** 2 || 1);
      const at = Math.min(1, Math.max(0, along));
      nearest = Math.min(nearest, Math.hypot(x - ax - at * (bx - ax), y - ay - at * (by - ay)));
    }
  }
  return inside ? nearest : -nearest;
}

const samples = 24;

/** Where on a drawing a name has most room within a shape; null for no shape. */
export function roomFor(shape: GeoJSON.Geometry | null, { place }: Pick<Drawing, "place">): Position | null {
  const rings = ringsOf(shape).map((ring) => ring.map(([x, y]) => place(x, y)));
  const points = rings.flat();
  if (points.length === 0) return null;
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const [west, north] = [least(xs), least(ys)];
  const [wide, high] = [most(xs) - west, most(ys) - north];
  let [best, deepest]: [Position, number] = [[west, north], Number.NEGATIVE_INFINITY];
  for (let i = 0; i < samples * samples; i++) {
    const at: Position = [
      west + (((i % samples) + 0.5) / samples) * wide,
      north + ((Math.floor(i / samples) + 0.5) / samples) * high,
    ];
    const depth = depthOf(rings, at);
    if (depth > deepest) [best, deepest] = [at, depth];
  }
  return best;
}

/** Fits a drawing around shapes; null where there are none. */
export function drawingOf(shapes: readonly (GeoJSON.Geometry | null)[], width: number): Drawing | null {
  const points = shapes.flatMap((shape) => ringsOf(shape).flat());
  if (points.length === 0) return null;
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const [west, east, south, north] = [least(xs), most(xs), least(ys), most(ys)];
  const stretch = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const margin = width * 0.04;
  const scale = (width - 2 * margin) / Math.max((east - west) * stretch, (north - south) * 0.6, 1e-6);
  const height = (north - south) * scale + 2 * margin;
  const left = (width - (east - west) * stretch * scale) / 2;
  const place = (x: number, y: number): Position => [left + (x - west) * stretch * scale, margin + (north - y) * scale];
  const unitsPerMeter = scale / metersPerDegree;
  const meters = steps.findLast((step) => step * unitsPerMeter <= width / 4) ?? 10;
  return {
    width,
    height,
    place,
    path: (shape) =>
      ringsOf(shape)
        .map(
          (ring) =>
            `M${ring
              .map(([x, y]) =>
                place(x, y)
                  .map((value) => value.toFixed(1))
                  .join(" "),
              )
              .join("L")}Z`,
        )
        .join(""),
    bar: { meters, units: meters * unitsPerMeter },
  };
}
