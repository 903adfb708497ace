import type { PlanSheetQuery } from "#documents/documents.ts";
import type { Position } from "#platform/api/parse.ts";

export type SheetPlan = NonNullable<PlanSheetQuery["plan"]>;
export type SheetGrid = SheetPlan["diff"][number];
export type Change = "created" | "changed" | "retired";

export const changeOf = ({ before, after }: SheetGrid): Change =>
  before === null ? "created" : after === null ? "retired" : "changed";

const metersPerDegree = 111_320;
const steps = [10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000];

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

/** Fits a drawing around shapes; null where there are none. */
export function drawingOf(shapes: readonly (GeoJSON.Geometry | null)[], width: number): Drawing | null {
  const points = shapes.flatMap((shape) => ringsOf(shape).flat());
  if (points.length === 0) return null;
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const least = (values: readonly number[]) => values.reduce((a, b) => Math.min(a, b));
  const most = (values: readonly number[]) => values.reduce((a, b) => Math.max(a, b));
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
