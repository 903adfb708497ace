import type { GridMapMap, LayerStyle, LiveSource, MapPart } from "#platform/map/part.ts";
import { facilitiesAt, type PastFacility } from "./pastFacilities.ts";

export type PastFacilityPart = MapPart & {
  /** Shows these as they were at a moment, and all others as they are; none shows the present. */
  readonly show: (facilities: readonly PastFacility[], at: number) => void;
};

const source = "past-facilities";
/** What the style draws facilities of tiles with; copies of it draw those of the past, and are shown and hidden with them. */
const present = "facilities/";
const past = "facilities/past-";

function featuresOf(facilities: readonly PastFacility[], at: number): GeoJSON.FeatureCollection<GeoJSON.Point> {
  return {
    type: "FeatureCollection",
    features: facilitiesAt(facilities, at).map(({ id, kind, name, nameEn, status, position }) => ({
      type: "Feature",
      id: Number(id),
      properties: { kind, name, name_en: nameEn, status },
      geometry: { type: "Point", coordinates: [...position] },
    })),
  };
}

function presentLayers(map: GridMapMap): readonly LayerStyle[] {
  return map.getStyle().layers.filter(({ id }) => id.startsWith(present) && !id.startsWith(past));
}

function copyOf(layer: LayerStyle): LayerStyle {
  const { "source-layer": _, filter: __, ...rest } = layer as Extract<LayerStyle, { type: "symbol" }>;
  return { ...rest, id: layer.id.replace(present, past), source };
}

/** Facilities that have changed since the moment on the map, as they were then. */
export function createPastFacilityPart(): PastFacilityPart {
  let attached: GridMapMap | null = null;
  let hidden: readonly number[] = [];
  let features = featuresOf([], 0);

  const hide = (map: GridMapMap) => {
    for (const { id } of presentLayers(map))
      map.setFilter(id, hidden.length === 0 ? null : ["!", ["in", ["id"], ["literal", [...hidden]]]]);
  };

  const draw = (map: GridMapMap) => {
    const held = map.getSource<LiveSource>(source);
    if (held !== undefined) {
      held.setData(features);
      return;
    }
    if (features.features.length === 0) return;
    map.addSource(source, { type: "geojson", data: features });
    for (const layer of presentLayers(map)) map.addLayer(copyOf(layer), layer.id);
  };

  return {
    id: source,
    attach: (map) => {
      attached = map;
      hide(map);
      draw(map);
    },
    show: (facilities, at) => {
      const wanted = facilities.map(({ id }) => Number(id));
      const isOther = wanted.length !== hidden.length || wanted.some((id, index) => id !== hidden[index]);
      hidden = wanted;
      features = featuresOf(facilities, at);
      if (attached === null) return;
      if (isOther) hide(attached);
      draw(attached);
    },
  };
}
