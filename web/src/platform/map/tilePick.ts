import type { Position } from "#platform/api/parse.ts";
import { around, type GridMapMap, type MapHit, type MapPart } from "./part.ts";

export type TileTarget = {
  /** The catalogue's layer id; the style's layers are named after it. */
  readonly layer: string;
  readonly reach: number;
  readonly minzoom?: number;
  readonly label: (properties: Readonly<Record<string, unknown>>) => string;
  readonly select: (id: number, properties: Readonly<Record<string, unknown>>) => void;
};

function styleLayers(map: GridMapMap, layer: string): string[] {
  return map.getLayersOrder().filter((id) => id.startsWith(`${layer}/`));
}

function hitOf(map: GridMapMap, target: TileTarget, at: { readonly x: number; readonly y: number }): MapHit | null {
  if (map.getZoom() < (target.minzoom ?? 0)) return null;
  const layers = styleLayers(map, target.layer);
  if (layers.length === 0) return null;
  const [feature] = map.queryRenderedFeatures(target.reach === 0 ? [at.x, at.y] : around(at, target.reach), { layers });
  if (feature === undefined || typeof feature.id !== "number") return null;
  const { id, properties, geometry } = feature;
  const under = map.unproject([at.x, at.y]);
  const place: Position =
    geometry.type === "Point"
      ? [geometry.coordinates[0] ?? under.lng, geometry.coordinates[1] ?? under.lat]
      : [under.lng, under.lat];
  return { label: target.label(properties), position: place, select: () => target.select(id, properties) };
}

/** Makes the features of tile layers clickable, the first target first. */
export function createTilePick(targets: readonly TileTarget[]): MapPart {
  return {
    id: "tiles",
    attach: () => undefined,
    pick: (map, at) => {
      for (const target of targets) {
        const hit = hitOf(map, target, at);
        if (hit !== null) return hit;
      }
      return null;
    },
  };
}
