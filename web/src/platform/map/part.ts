import type {
  CustomLayerInterface,
  GeoJSONSource,
  LayerSpecification,
  Map as MapLibreMap,
  MapMouseEvent,
  PointLike,
  SourceSpecification,
} from "maplibre-gl";
import type { Position } from "#platform/api/parse.ts";

export type GridMapMap = MapLibreMap;
export type MapMouse = MapMouseEvent;
export type CustomLayer = CustomLayerInterface;
export type LiveSource = GeoJSONSource;
export type SourceStyle = SourceSpecification;
export type LayerStyle = LayerSpecification;

export type ScreenPoint = { readonly x: number; readonly y: number };

/** Something under the pointer. */
export type MapHit = {
  /** What it is called, shown beside the pointer; empty for things that only need a pointing hand. */
  readonly label: string;
  /** The label when it has to be asked for. */
  readonly fullLabel?: Promise<string>;
  readonly position: Position;
  readonly select: () => void;
};

export type MapImage = { readonly data: ImageData; readonly pixelRatio: number };

/** What a slice puts on the map. It owns its data, so that it can be attached again to any style. */
export type MapPart = {
  readonly id: string;
  /** Adds sources and layers where they are missing; called after every change of style. */
  readonly attach: (map: GridMapMap) => void;
  readonly pick?: (map: GridMapMap, at: ScreenPoint) => MapHit | null;
  readonly hover?: (hit: MapHit | null) => void;
  readonly image?: (id: string) => MapImage | null;
};

/** A square around a point, for things that are smaller than a finger. */
export function around(at: ScreenPoint, pixels: number): [PointLike, PointLike] {
  return [
    [at.x - pixels, at.y - pixels],
    [at.x + pixels, at.y + pixels],
  ];
}
