import { paintImage } from "#platform/map/paint.ts";
import {
  around,
  type GridMapMap,
  type LayerStyle,
  type LiveSource,
  type MapHit,
  type MapPart,
} from "#platform/map/part.ts";

export const volunteerLayer = "volunteers";

type Kind = "activities" | "wishes";
type Options = {
  readonly onSelect: (kind: Kind, id: string) => void;
  /** Where they are all there is to see, they are seen from farther away. */
  readonly minzoom?: number;
};

const nothing: GeoJSON.FeatureCollection = { type: "FeatureCollection", features: [] };

/** Seen from farther away they would cover what is urgent. */
const usualMinzoom = 12.5;

function layers({ minzoom = usualMinzoom }: Options): readonly LayerStyle[] {
  return [
    {
      id: `${volunteerLayer}/symbol`,
      type: "symbol",
      source: volunteerLayer,
      minzoom,
      layout: {
        "icon-image": ["concat", "volunteer-", ["get", "kind"], "-", ["get", "state"]],
        "icon-allow-overlap": true,
        "icon-size": ["interpolate", ["linear"], ["zoom"], 12, 0.7, 16, 1],
      },
    },
  ];
}

function drawHeart(pen: CanvasRenderingContext2D): void {
  pen.beginPath();
  pen.moveTo(11, 17.5);
  pen.bezierCurveTo(3, 12, 4, 5.5, 8, 5.5);
  pen.bezierCurveTo(9.5, 5.5, 10.5, 6.5, 11, 7.5);
  pen.bezierCurveTo(11.5, 6.5, 12.5, 5.5, 14, 5.5);
  pen.bezierCurveTo(18, 5.5, 19, 12, 11, 17.5);
}

function drawFlag(pen: CanvasRenderingContext2D): void {
  pen.beginPath();
  pen.moveTo(6, 19);
  pen.lineTo(6, 4);
  pen.lineTo(17, 7.5);
  pen.lineTo(8, 11.5);
  pen.lineTo(8, 19);
  pen.closePath();
}

/** A heart for a wish, a flag for an activity; hollow until somebody has taken it on or it has begun. */
function draw(id: string) {
  const [family, kind, state] = id.split("-");
  if (family !== "volunteer") return null;
  const filled = state === "claimed" || state === "running";
  return paintImage(22, (pen) => {
    (kind === "wishes" ? drawHeart : drawFlag)(pen);
    pen.lineWidth = 3.5;
    pen.strokeStyle = "#0b1626";
    pen.stroke();
    pen.lineWidth = 2;
    pen.strokeStyle = kind === "wishes" ? "#ff8fc7" : "#7ee0a1";
    pen.fillStyle = filled ? pen.strokeStyle : "#0b1626";
    pen.fill();
    pen.stroke();
  });
}

function pick(map: GridMapMap, at: { readonly x: number; readonly y: number }, { onSelect }: Options): MapHit | null {
  const layer = `${volunteerLayer}/symbol`;
  if (map.getLayer(layer) === undefined) return null;
  const [feature] = map.queryRenderedFeatures(around(at, 3), { layers: [layer] });
  if (feature === undefined || feature.geometry.type !== "Point") return null;
  const [longitude = 0, latitude = 0] = feature.geometry.coordinates;
  const { id, kind, title } = feature.properties;
  return {
    label: String(title),
    position: [longitude, latitude],
    select: () => onSelect(kind === "wishes" ? "wishes" : "activities", String(id)),
  };
}

export type VolunteerPart = MapPart & { readonly show: (features: GeoJSON.FeatureCollection) => void };

/** Open activities and wishes on the map. */
export function createVolunteerPart(options: Options): VolunteerPart {
  let shown = nothing;
  let attached: GridMapMap | null = null;
  return {
    id: volunteerLayer,
    attach: (map) => {
      attached = map;
      if (map.getSource(volunteerLayer) === undefined) map.addSource(volunteerLayer, { type: "geojson", data: shown });
      for (const layer of layers(options)) if (map.getLayer(layer.id) === undefined) map.addLayer(layer);
    },
    pick: (map, at) => pick(map, at, options),
    image: draw,
    show: (features) => {
      shown = features;
      void attached?.getSource<LiveSource>(volunteerLayer)?.setData(features);
    },
  };
}
