import type { GridMapMap, LayerStyle, LiveSource, MapPart } from "#platform/map/part.ts";
import type { Report } from "./useImport.ts";

export type ImportPart = MapPart & { readonly show: (defects: Report["defects"]) => void };

const colour = (name: string) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

function layers(): readonly LayerStyle[] {
  const [late, accent, ground] = [colour("--late"), colour("--accent"), colour("--surface")];
  const shade = (): ["match", ["get", string], string, string, string] => [
    "match",
    ["get", "kind"],
    "OVERLAP",
    accent,
    late,
  ];
  return [
    {
      id: "import/land",
      type: "fill",
      source: "import-defects",
      filter: ["==", ["geometry-type"], "Polygon"],
      paint: { "fill-color": shade(), "fill-opacity": 0.45, "fill-outline-color": shade() },
    },
    {
      id: "import/place",
      type: "circle",
      source: "import-defects",
      filter: ["==", ["geometry-type"], "Point"],
      paint: {
        "circle-color": shade(),
        "circle-radius": ["case", ["get", "isWide"], 6, 3.5],
        "circle-stroke-color": ground,
        "circle-stroke-width": 1.2,
      },
    },
  ];
}

/** Every defect of an import on the map: its land, and a dot that is seen from afar. */
export function createImportPart(): ImportPart {
  let map: GridMapMap | null = null;
  let data: GeoJSON.FeatureCollection = { type: "FeatureCollection", features: [] };
  return {
    id: "import",
    attach: (onto) => {
      map = onto;
      if (onto.getSource("import-defects") === undefined) onto.addSource("import-defects", { type: "geojson", data });
      for (const layer of layers()) if (onto.getLayer(layer.id) === undefined) onto.addLayer(layer);
    },
    show: (defects) => {
      data = {
        type: "FeatureCollection",
        features: defects.flatMap(({ kind, shape, place, isWithinTolerance }) => {
          const properties = { kind, isWide: !isWithinTolerance };
          const land: GeoJSON.Feature[] = shape === null ? [] : [{ type: "Feature", properties, geometry: shape }];
          return place === null
            ? land
            : [
                ...land,
                {
                  type: "Feature" as const,
                  properties,
                  geometry: { type: "Point" as const, coordinates: [place.longitude, place.latitude] },
                },
              ];
        }),
      };
      map?.getSource<LiveSource>("import-defects")?.setData(data);
    },
  };
}
