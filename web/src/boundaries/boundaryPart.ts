import type { Position } from "#platform/api/parse.ts";
import type { GridMapMap, LayerStyle, LiveSource, MapMouse, MapPart, ScreenPoint } from "#platform/map/part.ts";
import { drag, drop } from "./drag.ts";
import { click } from "./drawing.ts";
import { editor, select } from "./editor.ts";
import { type Collection, collection, colour, empty, line, point } from "./features.ts";
import { type Chain, draggedLine, gridAt, lassoed, partedBy, snapped } from "./land.ts";

const snapPixels = 10;
const handleReach = 10;

const isSelected = ["boolean", ["feature-state", "selected"], false] as const;

function layers(): readonly LayerStyle[] {
  const [accent, ink, ground, warn] = [colour("--accent"), colour("--ink"), colour("--surface"), colour("--late")];
  const round = { "line-join": "round", "line-cap": "round" } as const;
  return [
    {
      id: "boundaries/fill",
      type: "fill",
      source: "boundary-atoms",
      paint: { "fill-color": accent, "fill-opacity": ["case", [...isSelected], 0.32, 0.02] },
    },
    {
      id: "boundaries/atom",
      type: "line",
      source: "boundary-edges",
      minzoom: 13.5,
      filter: ["!", ["get", "isBorder"]],
      layout: round,
      paint: { "line-color": ink, "line-opacity": 0.34, "line-width": 0.8, "line-dasharray": [2, 2] },
    },
    {
      id: "boundaries/border",
      type: "line",
      source: "boundary-edges",
      filter: ["get", "isBorder"],
      layout: round,
      paint: { "line-color": accent, "line-width": ["interpolate", ["linear"], ["zoom"], 12, 1.2, 16, 3] },
    },
    {
      id: "boundaries/label",
      type: "symbol",
      source: "boundary-labels",
      minzoom: 13.5,
      layout: {
        "text-field": ["format", ["get", "code"], { "font-scale": 0.85 }, "\n", {}, ["get", "households"], {}],
        "text-font": ["GridMap SemiBold"],
        "text-size": 14,
      },
      paint: {
        "text-color": ["case", ["get", "breaks"], warn, ink],
        "text-halo-color": ground,
        "text-halo-width": 1.6,
      },
    },
    {
      id: "boundaries/drawn",
      type: "line",
      source: "boundary-drawn",
      filter: ["==", ["geometry-type"], "LineString"],
      layout: round,
      paint: { "line-color": warn, "line-width": 3, "line-dasharray": [1.5, 1.5] },
    },
    {
      id: "boundaries/handle",
      type: "circle",
      source: "boundary-drawn",
      filter: ["==", ["geometry-type"], "Point"],
      paint: {
        "circle-radius": ["case", ["get", "isFixed"], 4, 7],
        "circle-color": ground,
        "circle-stroke-color": warn,
        "circle-stroke-width": 2.5,
      },
    },
  ];
}

/** The land of the plan on the map: atoms, borders, what is selected and drawn; and what the pointer does to it. */
export function createBoundaryPart(labelOf: (grid: number) => string): MapPart {
  let map: GridMapMap | null = null;
  let shownSelection: ReadonlySet<number> = new Set();
  let held: number | null = null;
  let lasso: Position[] | null = null;

  const put = (source: string, data: Collection) => map?.getSource<LiveSource>(source)?.setData(data);
  const reachAt = (at: Position, pixels: number) => {
    if (map === null) return 0;
    const here = map.project([...at]);
    return Math.abs(map.unproject([here.x, here.y + pixels]).lat - at[1]);
  };
  /** The handle under the pointer, of those that can be dragged: looked for among the corners, as the map may not have drawn them yet. */
  const handleAt = (onto: GridMapMap, chain: Chain, pointer: ScreenPoint): number | null => {
    const near = chain.handles.flatMap((handle, i) => {
      const { x, y } = onto.project([...handle]);
      const distance = Math.hypot(x - pointer.x, y - pointer.y);
      return distance <= handleReach && draggedLine(chain, i, handle).length > 0 ? [{ i, distance }] : [];
    });
    return near.toSorted((a, b) => a.distance - b.distance)[0]?.i ?? null;
  };

  const drawLand = () => {
    const { land, warnings } = editor.getState();
    const broken = new Set(warnings.filter(({ level }) => level === "grid").map(({ area }) => area));
    put(
      "boundary-atoms",
      collection(
        [...land.atoms.values()].map(({ id, shape }) => ({ type: "Feature", id, properties: {}, geometry: shape })),
      ),
    );
    put(
      "boundary-edges",
      collection(land.edges.map((edge) => line(edge.course, { isBorder: partedBy(land, edge) !== null }))),
    );
    put(
      "boundary-labels",
      collection(
        [...land.grids.values()].map(({ id, code, households, labelPoint }) =>
          point([labelPoint.longitude, labelPoint.latitude], {
            code: code.slice(-6),
            households: String(households),
            breaks: broken.has(id),
          }),
        ),
      ),
    );
  };
  const drawSelection = () => {
    const { selected } = editor.getState();
    for (const id of shownSelection) map?.setFeatureState({ source: "boundary-atoms", id }, { selected: false });
    for (const id of selected) map?.setFeatureState({ source: "boundary-atoms", id }, { selected: true });
    shownSelection = selected;
  };
  const drawLines = () => {
    const { tool, line: drawn, chain, dragged } = editor.getState();
    const moved = dragged === null || chain === null ? [] : [...draggedLine(chain, dragged.handle, dragged.at)];
    const handles = chain?.handles ?? [];
    put(
      "boundary-drawn",
      collection([
        ...(drawn.length > 1 ? [line(tool === "lasso" ? [...drawn, drawn[0] ?? [0, 0]] : drawn)] : []),
        ...drawn.map((at) => point(at, { isFixed: false })),
        ...(chain === null ? [] : [line(chain.course)]),
        ...handles.map((at, i) => point(at, { isFixed: i === 0 || i === handles.length - 1 })),
        ...(moved.length > 0 ? [line(moved), point(moved[1] ?? [0, 0], { isFixed: false })] : []),
        ...(lasso !== null && lasso.length > 1 ? [line([...lasso, lasso[0] ?? [0, 0]])] : []),
      ]),
    );
  };

  const press = (event: MapMouse) => {
    const { tool, chain } = editor.getState();
    if (tool === "lasso") {
      event.preventDefault();
      lasso = [[event.lngLat.lng, event.lngLat.lat]];
      return;
    }
    if (map === null || chain === null) return;
    held = handleAt(map, chain, event.point);
    if (held !== null) event.preventDefault();
  };
  const move = ({ lngLat }: MapMouse) => {
    const at: Position = [lngLat.lng, lngLat.lat];
    if (lasso !== null) {
      lasso.push(at);
      drawLines();
    } else if (held !== null) drag(held, snapped(editor.getState().land.edges, at, reachAt(at, snapPixels)));
  };
  const release = () => {
    if (lasso !== null) select(lassoed(editor.getState().land, lasso), true);
    if (held !== null) drop();
    [lasso, held] = [null, null];
    drawLines();
  };

  editor.subscribe((now, last) => {
    if (now.land !== last.land || now.warnings !== last.warnings) drawLand();
    if (now.selected !== last.selected || now.land !== last.land) drawSelection();
    if (now.line !== last.line || now.chain !== last.chain || now.dragged !== last.dragged) drawLines();
  });

  return {
    id: "boundaries",
    attach: (onto) => {
      if (map !== onto) {
        onto.on("mousedown", press);
        onto.on("mousemove", move);
        onto.on("mouseup", release);
        onto.boxZoom.disable();
        onto.doubleClickZoom.disable();
      }
      map = onto;
      for (const source of ["boundary-atoms", "boundary-edges", "boundary-labels", "boundary-drawn"]) {
        if (onto.getSource(source) === undefined) onto.addSource(source, { type: "geojson", data: empty });
      }
      for (const layer of layers()) if (onto.getLayer(layer.id) === undefined) onto.addLayer(layer);
      drawLand();
      drawSelection();
      drawLines();
    },
    pick: (onto, at) => {
      const { lng, lat } = onto.unproject([at.x, at.y]);
      const position: Position = [lng, lat];
      const { tool, land } = editor.getState();
      const grid = gridAt(land, position);
      const places = tool === "split" || tool === "cut" || tool === "lasso";
      if (grid === null && !places) return null;
      const draws = places || tool === "edge";
      return {
        label: grid === null || draws ? "" : labelOf(grid),
        position,
        select: () => click(position, reachAt(position, snapPixels)),
      };
    },
  };
}
