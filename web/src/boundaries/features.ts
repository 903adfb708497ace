import type { Position } from "#platform/api/parse.ts";

export type Collection = GeoJSON.FeatureCollection;

export const empty: Collection = { type: "FeatureCollection", features: [] };

export const collection = (features: GeoJSON.Feature[]): Collection => ({ type: "FeatureCollection", features });

export function line(course: readonly Position[], properties = {}): GeoJSON.Feature {
  return {
    type: "Feature",
    properties,
    geometry: { type: "LineString", coordinates: course.map((point) => [...point]) },
  };
}

export function point(at: Position, properties = {}): GeoJSON.Feature {
  return { type: "Feature", properties, geometry: { type: "Point", coordinates: [...at] } };
}

export function shaped(geometry: GeoJSON.Geometry, properties = {}): GeoJSON.Feature {
  return { type: "Feature", properties, geometry };
}

/** A colour of the theme that is worn now. */
export function colour(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}
