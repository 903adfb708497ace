import type { GridMapMap, LayerStyle, LiveSource, MapPart } from "#platform/map/part.ts";
import { editor } from "./editor.ts";
import { type Collection, collection, colour, empty, point, shaped } from "./features.ts";
import { marks } from "./marks.ts";

const sources = ["boundary-conflicts", "boundary-people"] as const;

function layers(): readonly LayerStyle[] {
  const [alarm, late, accent, ink, ground] = ["--alarm", "--late", "--accent", "--ink", "--surface"].map(colour);
  const decided = ["match", ["get", "kept"], "MINE", accent ?? "", "THEIRS", late ?? "", alarm ?? ""] as const;
  return [
    {
      id: "boundary-marks/conflict",
      type: "fill",
      source: "boundary-conflicts",
      paint: { "fill-color": [...decided], "fill-opacity": 0.3 },
    },
    {
      id: "boundary-marks/conflict-edge",
      type: "line",
      source: "boundary-conflicts",
      paint: { "line-color": [...decided], "line-width": 2.5 },
    },
    {
      id: "boundary-marks/conflict-label",
      type: "symbol",
      source: "boundary-conflicts",
      minzoom: 13.5,
      layout: { "text-field": ["get", "label"], "text-font": ["GridMap SemiBold"], "text-size": 14 },
      paint: { "text-color": ink, "text-halo-color": ground, "text-halo-width": 1.8 },
    },
    {
      id: "boundary-marks/person",
      type: "circle",
      source: "boundary-people",
      paint: { "circle-radius": 7, "circle-color": accent, "circle-stroke-color": ground, "circle-stroke-width": 2 },
    },
    {
      id: "boundary-marks/person-name",
      type: "symbol",
      source: "boundary-people",
      layout: {
        "text-field": ["get", "name"],
        "text-font": ["GridMap SemiBold"],
        "text-size": 14,
        "text-offset": [0, 1.1],
        "text-anchor": "top",
      },
      paint: { "text-color": ink, "text-halo-color": ground, "text-halo-width": 1.8 },
    },
  ] as readonly LayerStyle[];
}

/** A grid is told by its code and name; the name is enough on the map. */
const nameOf = (told: string | null) => told?.slice(told.indexOf(" ") + 1) ?? "—";

function conflictShapes(): Collection {
  const { conflicts, decisions } = marks.getState();
  return collection(
    conflicts.flatMap(({ position, shape, mine, theirs, who }) =>
      shape === null
        ? []
        : [
            shaped(shape, {
              kept: decisions.get(position) ?? "",
              label: `${position}. ${nameOf(mine)} / ${nameOf(theirs)}${who === null ? "" : `\n${who}`}`,
            }),
          ],
    ),
  );
}

function people(): Collection {
  const editors = editor.getState().plan?.editors ?? [];
  return collection(
    editors.flatMap(({ name, isMe, position }) =>
      isMe || position === null ? [] : [point([position.longitude, position.latitude], { name })],
    ),
  );
}

/** Over the land: what is in conflict with what was published, and where the other editors of the plan look. */
export function createMarksPart(): MapPart {
  let map: GridMapMap | null = null;
  const put = (source: string, data: Collection) => map?.getSource<LiveSource>(source)?.setData(data);
  const drawConflicts = () => put("boundary-conflicts", conflictShapes());
  const drawPeople = () => put("boundary-people", people());
  marks.subscribe(drawConflicts);
  editor.subscribe((now, last) => {
    if (now.plan !== last.plan) drawPeople();
  });
  return {
    id: "boundary-marks",
    attach: (onto) => {
      map = onto;
      for (const source of sources) {
        if (onto.getSource(source) === undefined) onto.addSource(source, { type: "geojson", data: empty });
      }
      for (const layer of layers()) if (onto.getLayer(layer.id) === undefined) onto.addLayer(layer);
      drawConflicts();
      drawPeople();
    },
  };
}
