import type { Position } from "#platform/api/parse.ts";
import { paintImage } from "#platform/map/paint.ts";
import type { GridMapMap, LiveSource, MapPart } from "#platform/map/part.ts";
import { around } from "#platform/map/part.ts";

/** Something with a place that lasted from one moment to another, or has not ended. */
export type PastThing = {
  readonly id: string;
  readonly kind: "alarm" | "activity";
  readonly label: string;
  readonly position: Position | null;
  readonly from: number;
  readonly until: number;
};

/** What there was at a moment. */
export function thingsAt(things: readonly PastThing[], at: number): readonly PastThing[] {
  return things.filter(({ from, until }) => from <= at && at < until);
}

export type PastPart = MapPart & { readonly show: (things: readonly PastThing[]) => void };

const id = "past";
const symbols = "past/symbol";

function featuresOf(things: readonly PastThing[]): GeoJSON.FeatureCollection<GeoJSON.Point> {
  return {
    type: "FeatureCollection",
    features: things.flatMap(({ id: thing, kind, label, position }) =>
      position === null
        ? []
        : [
            {
              type: "Feature" as const,
              properties: { id: thing, kind, label },
              geometry: { type: "Point" as const, coordinates: [...position] },
            },
          ],
    ),
  };
}

function drawImage(name: string) {
  if (name !== "past-alarm" && name !== "past-activity") return null;
  return paintImage(20, (pen) => {
    pen.translate(10, 10);
    pen.beginPath();
    if (name === "past-alarm") {
      pen.moveTo(0, -7.5);
      pen.lineTo(7.5, 6);
      pen.lineTo(-7.5, 6);
      pen.closePath();
    } else {
      pen.roundRect(-6, -6, 12, 12, 3);
    }
    pen.fillStyle = name === "past-alarm" ? "#ff4d4f" : "#2fbf84";
    pen.strokeStyle = "#ffffff";
    pen.lineWidth = 1.6;
    pen.fill();
    pen.stroke();
  });
}

/** Alarms and activities of the past on the map; the live map has them in lists only. */
export function createPastPart(): PastPart {
  let things: readonly PastThing[] = [];
  let attached: GridMapMap | null = null;
  return {
    id,
    attach: (map) => {
      attached = map;
      if (map.getSource(id) === undefined) map.addSource(id, { type: "geojson", data: featuresOf(things) });
      if (map.getLayer(symbols) !== undefined) return;
      map.addLayer({
        id: symbols,
        type: "symbol",
        source: id,
        layout: { "icon-image": ["concat", "past-", ["get", "kind"]], "icon-allow-overlap": true },
      });
    },
    pick: (map, at) => {
      if (map.getLayer(symbols) === undefined) return null;
      const [feature] = map.queryRenderedFeatures(around(at, 3), { layers: [symbols] });
      if (feature === undefined || feature.geometry.type !== "Point") return null;
      const [longitude = 0, latitude = 0] = feature.geometry.coordinates;
      return { label: String(feature.properties["label"]), position: [longitude, latitude], select: () => undefined };
    },
    image: drawImage,
    show: (wanted) => {
      things = wanted;
      attached?.getSource<LiveSource>(id)?.setData(featuresOf(wanted));
    },
  };
}
