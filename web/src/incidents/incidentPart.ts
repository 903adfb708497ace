import type { GridMapMap, LiveSource, MapHit, MapPart, ScreenPoint } from "#platform/map/part.ts";
import { around } from "#platform/map/part.ts";
import { createFeatureDiffer, type IncidentFeature } from "./incidentFeatures.ts";
import { drawIncidentImage } from "./incidentIcons.ts";
import { clusterLayers, source, sourceId } from "./incidentStyle.ts";

export type IncidentPartOptions = {
  readonly labelOf: (id: string) => string;
  readonly clusterLabel: (count: number) => string;
  readonly onSelect: (id: string) => void;
  readonly onHover: (id: string | null) => void;
  /** A cluster that no zoom can split. */
  readonly onHeap: (ids: readonly string[]) => void;
  /** The reader asked to see into a cluster. */
  readonly onSplit: (zoom: number, longitude: number, latitude: number) => void;
};

export type IncidentPart = MapPart & {
  readonly show: (features: readonly IncidentFeature[]) => void;
  /** Draws these instead of what is shown, which is kept; null draws it again. */
  readonly showPast: (features: readonly IncidentFeature[] | null) => void;
};

const deepestZoom = 19;

async function openCluster(
  map: GridMapMap,
  feature: GeoJSON.Feature<GeoJSON.Point>,
  options: IncidentPartOptions,
): Promise<void> {
  const clusters = map.getSource<LiveSource>(sourceId);
  const clusterId = Number(feature.properties?.["cluster_id"]);
  if (clusters === undefined) return;
  const zoom = await clusters.getClusterExpansionZoom(clusterId);
  const [longitude = 0, latitude = 0] = feature.geometry.coordinates;
  if (zoom <= deepestZoom && map.getZoom() < deepestZoom - 0.5) return options.onSplit(zoom, longitude, latitude);
  const leaves = await clusters.getClusterLeaves(clusterId, 200, 0);
  options.onHeap(leaves.map((leaf) => String(leaf.properties?.["id"])));
}

type IncidentHit = MapHit & { readonly incident: string | null };

function pickIncident(map: GridMapMap, at: ScreenPoint, options: IncidentPartOptions): IncidentHit | null {
  if (map.getLayer("incidents/symbol") === undefined) return null;
  const [feature] = map.queryRenderedFeatures(around(at, 3), { layers: ["incidents/symbol", "incidents/cluster"] });
  if (feature === undefined || feature.geometry.type !== "Point") return null;
  const [longitude = 0, latitude = 0] = feature.geometry.coordinates;
  const position = [longitude, latitude] as const;
  if (feature.properties["cluster"] === true) {
    const point = { ...feature, geometry: feature.geometry } as GeoJSON.Feature<GeoJSON.Point>;
    const count = Number(feature.properties["point_count"]);
    return {
      label: options.clusterLabel(count),
      position,
      incident: null,
      select: () => void openCluster(map, point, options),
    };
  }
  const id = String(feature.properties["id"]);
  return {
    label: options.labelOf(id) || String(feature.properties["number"]),
    position,
    incident: id,
    select: () => options.onSelect(id),
  };
}

/** Open incidents on the map, clustered into donuts where they are dense. */
export function createIncidentPart(options: IncidentPartOptions): IncidentPart {
  const differ = createFeatureDiffer();
  let live: readonly IncidentFeature[] = [];
  let past: readonly IncidentFeature[] | null = null;
  let attached: GridMapMap | null = null;
  let picked: IncidentHit | null = null;
  const draw = () => {
    const { remove, add } = differ(past ?? live);
    if (remove.length === 0 && add.length === 0) return;
    void attached?.getSource<LiveSource>(sourceId)?.updateData({ remove, add });
  };
  return {
    id: "incidents",
    attach: (map) => {
      attached = map;
      if (map.getSource(sourceId) === undefined)
        map.addSource(sourceId, source({ type: "FeatureCollection", features: [...(past ?? live)] }));
      for (const layer of clusterLayers) if (map.getLayer(layer.id) === undefined) map.addLayer(layer);
    },
    pick: (map, at) => {
      picked = pickIncident(map, at, options);
      return picked;
    },
    hover: (hit) => options.onHover(hit === null ? null : (picked?.incident ?? null)),
    image: drawIncidentImage,
    show: (wanted) => {
      live = wanted;
      draw();
    },
    showPast: (wanted) => {
      past = wanted;
      draw();
    },
  };
}
