import { coverageGapLayer } from "#documents/coverage/CoverageGapLayer.ts";
import { query } from "#platform/api/query.ts";
import { around, type GridMapMap, type LiveSource, type MapPart } from "#platform/map/part.ts";
import { count } from "#platform/ui/numbers.ts";
import { firstQuestion } from "./question.ts";
import { inputOf } from "./useCoverage.ts";

const source = "coverage-gaps";
const layer = "analysis-gaps/places";

export type GapPart = MapPart & {
  /** Gaps of the first question of the coverage screen, asked for when they are first shown, and again when told so. */
  readonly show: (on: boolean) => void;
  readonly refresh: () => void;
};

/** Where people are not covered, as circles by how many they are; a click leads to the coverage screen. */
export function createGapPart(labelOf: (name: string, people: string) => string, onFail: () => void): GapPart {
  let worn: GridMapMap | null = null;
  let shown = false;
  let data: GeoJSON.FeatureCollection = { type: "FeatureCollection", features: [] };
  const refresh = () => {
    query(coverageGapLayer, { input: inputOf(firstQuestion) }).then(({ coverage }) => {
      data = {
        type: "FeatureCollection",
        features: coverage.gaps.nodes.map(({ name, people, position }) => ({
          type: "Feature",
          properties: { people, label: labelOf(name, count(people)) },
          geometry: { type: "Point", coordinates: [position.longitude, position.latitude] },
        })),
      };
      worn?.getSource<LiveSource>(source)?.setData(data);
    }, onFail);
  };
  const look = () => worn?.setLayoutProperty(layer, "visibility", shown ? "visible" : "none");
  return {
    id: "analysis-gaps",
    attach: (map) => {
      worn = map;
      if (map.getSource(source) === undefined) {
        map.addSource(source, { type: "geojson", data });
        map.addLayer({
          id: layer,
          type: "circle",
          source,
          paint: {
            "circle-radius": ["interpolate", ["linear"], ["sqrt", ["get", "people"]], 1, 3, 100, 22],
            "circle-color": "#ff9f1c",
            "circle-opacity": 0.35,
            "circle-stroke-color": "#ff9f1c",
            "circle-stroke-width": 2,
          },
        });
      }
      look();
    },
    pick: (map, at) => {
      if (!shown || map.getLayer(layer) === undefined) return null;
      const label = map.queryRenderedFeatures(around(at, 2), { layers: [layer] })[0]?.properties["label"];
      if (typeof label !== "string") return null;
      const { lng, lat } = map.unproject([at.x, at.y]);
      return { label, position: [lng, lat], select: () => globalThis.location.assign("/coverage") };
    },
    show: (on) => {
      if (on && !shown) refresh();
      shown = on;
      if (worn !== null) look();
    },
    refresh: () => {
      if (shown) refresh();
    },
  };
}
