import type { Position } from "#platform/api/parse.ts";
import type { GridMapMap, LiveSource, MapHit, MapPart } from "#platform/map/part.ts";
import { type Caption, pictureOf } from "#platform/map/picture.ts";

/** What a grid is painted with, and what the pointer is told there. */
export type GridPaint = { readonly colour: string; readonly label: string };

export type ResponsePart = MapPart & {
  /** Heat of these incidents, by the query part of a tile's address; null shows none. */
  readonly setHeat: (search: string | null) => void;
  /** Grids by id; grids that are not named stay bare. */
  readonly setGrids: (paints: ReadonlyMap<string, GridPaint>) => void;
  readonly setHexagons: (hexagons: readonly Hexagon[]) => void;
  /** Null before the map is there. */
  readonly picture: (caption: Caption) => Promise<Blob | null>;
};

/** A hexagon with a corner to the north, by its middle and its width from side to side in degrees of longitude. */
export type Hexagon = GridPaint & { readonly longitude: number; readonly latitude: number; readonly width: number };

const heatSource = "response-heat";
// Not named after the part, which would be put on top: names of places stay readable above the colours.
const heatLayer = "analysis/heat";
const gridLayer = "analysis/grids";
const hexagonSource = "response-hexagons";
const hexagonLayer = "analysis/hexagons";
const grids = { source: "grids", sourceLayer: "grids" } as const;

function tilesOf(search: string): string {
  return `${globalThis.location.origin}/api/response/heat/{z}/{x}/{y}.mvt${search}`;
}

/** The first layer of names and symbols: what is painted goes below it. */
function belowNames(map: GridMapMap): string | undefined {
  return map.getLayersOrder().find((id) => map.getLayer(id)?.type === "symbol");
}

function drawHeat(map: GridMapMap, search: string | null): void {
  if (map.getLayer(heatLayer) !== undefined) map.removeLayer(heatLayer);
  if (map.getSource(heatSource) !== undefined) map.removeSource(heatSource);
  if (search === null) return;
  map.addSource(heatSource, { type: "vector", tiles: [tilesOf(search)], maxzoom: 16 });
  map.addLayer(
    {
      id: heatLayer,
      type: "heatmap",
      source: heatSource,
      "source-layer": "heat",
      paint: {
        // A cell halves with each zoom: the weight follows, so that a place keeps its colour while one looks closer.
        "heatmap-weight": ["interpolate", ["linear"], ["get", "n"], 0, 0, 40, 1],
        "heatmap-intensity": ["interpolate", ["exponential", 1.7], ["zoom"], 9, 0.35, 12, 1, 16, 9],
        "heatmap-radius": ["interpolate", ["exponential", 1.6], ["zoom"], 9, 8, 12, 18, 16, 60],
        "heatmap-opacity": 0.82,
        "heatmap-color": [
          "interpolate",
          ["linear"],
          ["heatmap-density"],
          0,
          "rgba(68, 1, 84, 0)",
          0.15,
          "#414487",
          0.35,
          "#2a788e",
          0.6,
          "#22a884",
          0.8,
          "#7ad151",
          1,
          "#fde725",
        ],
      },
    },
    belowNames(map),
  );
}

function drawGrids(map: GridMapMap, paints: ReadonlyMap<string, GridPaint>): void {
  if (map.getSource(grids.source) === undefined) return;
  map.removeFeatureState(grids);
  for (const [id, { colour }] of paints) map.setFeatureState({ ...grids, id: Number(id) }, { tint: colour });
  if (map.getLayer(gridLayer) !== undefined) return;
  map.addLayer(
    {
      id: gridLayer,
      type: "fill",
      source: grids.source,
      "source-layer": grids.sourceLayer,
      paint: {
        "fill-color": ["coalesce", ["feature-state", "tint"], "rgba(0, 0, 0, 0)"],
        "fill-opacity": 0.62,
      },
    },
    belowNames(map),
  );
}

function hexagonFeatures(hexagons: readonly Hexagon[]): GeoJSON.FeatureCollection {
  return {
    type: "FeatureCollection",
    features: hexagons.map(({ longitude, latitude, width, colour, label }) => {
      const side = width / Math.sqrt(3);
      // A degree of latitude is longer on the map than one of longitude.
      const shrink = Math.cos((latitude * Math.PI) / 180);
      const corner = (turn: number) => {
        const angle = (Math.PI / 3) * turn + Math.PI / 6;
        return [longitude + side * Math.cos(angle), latitude + side * Math.sin(angle) * shrink];
      };
      return {
        type: "Feature",
        properties: { colour, label },
        geometry: { type: "Polygon", coordinates: [[0, 1, 2, 3, 4, 5, 0].map(corner)] },
      };
    }),
  };
}

function drawHexagons(map: GridMapMap, features: GeoJSON.FeatureCollection): void {
  const source = map.getSource<LiveSource>(hexagonSource);
  if (source !== undefined) {
    source.setData(features);
    return;
  }
  map.addSource(hexagonSource, { type: "geojson", data: features });
  map.addLayer(
    {
      id: hexagonLayer,
      type: "fill",
      source: hexagonSource,
      paint: { "fill-color": ["get", "colour"], "fill-opacity": 0.66 },
    },
    belowNames(map),
  );
}

function pickHexagon(map: GridMapMap, x: number, y: number): MapHit | null {
  if (map.getLayer(hexagonLayer) === undefined) return null;
  const label = map.queryRenderedFeatures([x, y], { layers: [hexagonLayer] })[0]?.properties["label"];
  const { lng, lat } = map.unproject([x, y]);
  return typeof label === "string" ? { label, position: [lng, lat], select: () => undefined } : null;
}

function pickGrid(map: GridMapMap, x: number, y: number, paints: ReadonlyMap<string, GridPaint>): MapHit | null {
  if (paints.size === 0 || map.getLayer(gridLayer) === undefined) return null;
  const [feature] = map.queryRenderedFeatures([x, y], { layers: [gridLayer] });
  const paint = paints.get(String(feature?.id ?? ""));
  if (feature === undefined || paint === undefined) return null;
  const { lng, lat } = map.unproject([x, y]);
  const name = feature.properties["name"];
  const position: Position = [lng, lat];
  return {
    label: typeof name === "string" ? `${name} · ${paint.label}` : paint.label,
    position,
    select: () => undefined,
  };
}

/** Heat and tints of the response screen on the map. */
export function createResponsePart(): ResponsePart {
  let worn: GridMapMap | null = null;
  let heat: string | null = null;
  let paints: ReadonlyMap<string, GridPaint> = new Map();
  let hexagons = hexagonFeatures([]);
  return {
    id: "response",
    attach: (map) => {
      worn = map;
      drawHeat(map, heat);
      drawGrids(map, paints);
      drawHexagons(map, hexagons);
    },
    pick: (map, { x, y }) => pickHexagon(map, x, y) ?? pickGrid(map, x, y, paints),
    setHexagons: (wanted) => {
      hexagons = hexagonFeatures(wanted);
      if (worn !== null) drawHexagons(worn, hexagons);
    },
    picture: (caption) => (worn === null ? Promise.resolve(null) : pictureOf(worn, caption)),
    setHeat: (search) => {
      if (heat === search) return;
      heat = search;
      if (worn !== null) drawHeat(worn, heat);
    },
    setGrids: (next) => {
      paints = next;
      if (worn !== null) drawGrids(worn, paints);
    },
  };
}
