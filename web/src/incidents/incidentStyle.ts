import type { LayerStyle, SourceStyle } from "#platform/map/part.ts";

export const sourceId = "incidents";

export function source(data: GeoJSON.FeatureCollection): SourceStyle {
  return {
    type: "geojson",
    data,
    maxzoom: 20,
    cluster: true,
    clusterRadius: 38,
    clusterMaxZoom: 19,
    clusterProperties: { urgent: ["+", ["get", "urgent"]], overdue: ["+", ["get", "overdue"]] },
  };
}

/** At least one part of twelve where there is any, so that a single urgent incident is never rounded away. */
const twelfths = (property: string) =>
  [
    "case",
    [">", ["get", property], 0],
    ["max", 1, ["round", ["*", 12, ["/", ["get", property], ["get", "point_count"]]]]],
    0,
  ] as const;

const isCluster = ["has", "point_count"] as const;

export const clusterLayers: readonly LayerStyle[] = [
  {
    id: "incidents/symbol",
    type: "symbol",
    source: sourceId,
    filter: ["!", [...isCluster]],
    layout: {
      "icon-image": ["concat", "incident-", ["get", "severity"]],
      "icon-size": ["interpolate", ["linear"], ["zoom"], 10, 0.8, 14, 1, 18, 1.15],
      "icon-allow-overlap": true,
      "icon-ignore-placement": true,
      "symbol-sort-key": ["match", ["get", "severity"], "urgent", 3, "overdue", 2, 1],
    },
  },
  {
    id: "incidents/cluster",
    type: "symbol",
    source: sourceId,
    filter: [...isCluster],
    layout: {
      "icon-image": [
        "concat",
        "incident-donut-",
        ["to-string", [...twelfths("urgent")]],
        "-",
        ["to-string", [...twelfths("overdue")]],
      ],
      "icon-size": ["step", ["get", "point_count"], 0.84, 10, 1, 100, 1.18],
      "icon-allow-overlap": true,
      "icon-ignore-placement": true,
      "text-field": ["to-string", ["get", "point_count"]],
      "text-font": [
        "GridMap SemiBold",
        "Noto Sans CJK SC",
        "Noto Sans SC",
        "PingFang SC",
        "Microsoft YaHei",
        "sans-serif",
      ],
      "text-size": ["step", ["get", "point_count"], 14, 10, 15, 100, 16],
      "text-allow-overlap": true,
      "text-ignore-placement": true,
      "symbol-sort-key": ["get", "point_count"],
    },
    paint: { "text-color": "#ffffff" },
  },
];
