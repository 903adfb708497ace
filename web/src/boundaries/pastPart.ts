import type { GridMapMap, LayerStyle, LiveSource, MapPart } from "#platform/map/part.ts";
import { collection, colour, empty, point, shaped } from "./features.ts";
import { past } from "./past.ts";

const source = "boundary-past";

function layers(): readonly LayerStyle[] {
  const [calm, ink, ground] = [colour("--calm"), colour("--ink"), colour("--surface")];
  return [
    {
      id: "boundary-past/border",
      type: "line",
      source,
      filter: ["!=", ["geometry-type"], "Point"],
      paint: { "line-color": calm, "line-width": ["interpolate", ["linear"], ["zoom"], 11, 1, 16, 3] },
    },
    {
      id: "boundary-past/label",
      type: "symbol",
      source,
      minzoom: 13,
      filter: ["==", ["geometry-type"], "Point"],
      layout: { "text-field": ["get", "label"], "text-font": ["GridMap SemiBold"], "text-size": 14 },
      paint: { "text-color": ink, "text-halo-color": ground, "text-halo-width": 1.6 },
    },
  ];
}

/** The grids of another day, in a colour of their own. */
export function createPastPart(): MapPart {
  let map: GridMapMap | null = null;
  const draw = () => {
    const { grids } = past.getState();
    map
      ?.getSource<LiveSource>(source)
      ?.setData(
        collection(
          grids.flatMap(({ name, code, shape, labelPoint }) => [
            shaped(shape, {}),
            point([labelPoint.longitude, labelPoint.latitude], { label: `${name}\n${code.slice(-6)}` }),
          ]),
        ),
      );
  };
  past.subscribe((now, last) => {
    if (now.grids !== last.grids) draw();
  });
  return {
    id: "boundary-past",
    attach: (onto) => {
      map = onto;
      if (onto.getSource(source) === undefined) onto.addSource(source, { type: "geojson", data: empty });
      for (const layer of layers()) if (onto.getLayer(layer.id) === undefined) onto.addLayer(layer);
      draw();
    },
  };
}
