import { type Incident, type Judged, severityOf } from "./incident.ts";

export type IncidentFeature = GeoJSON.Feature<GeoJSON.Point, Readonly<Record<string, string | number>>> & {
  readonly id: string;
};

export function toFeature(
  incident: Judged & Pick<Incident, "id" | "number" | "position">,
  now: number,
): IncidentFeature {
  const severity = severityOf(incident, now);
  return {
    type: "Feature",
    id: incident.id,
    properties: {
      id: incident.id,
      number: incident.number,
      severity,
      urgent: severity === "urgent" ? 1 : 0,
      overdue: severity === "overdue" ? 1 : 0,
    },
    geometry: { type: "Point", coordinates: [...incident.position] },
  };
}

function signature(feature: IncidentFeature): string {
  return `${feature.properties["severity"]}@${feature.geometry.coordinates.join()}`;
}

export type FeatureDifference = { readonly remove: string[]; readonly add: IncidentFeature[] };

/** Remembers what the map shows and tells only what has to change. */
export function createFeatureDiffer(): (features: readonly IncidentFeature[]) => FeatureDifference {
  let shown = new Map<string, string>();
  return (features) => {
    const wanted = new Map(features.map((feature) => [feature.id, signature(feature)]));
    const remove = [...shown].filter(([id, known]) => wanted.get(id) !== known).map(([id]) => id);
    const add = features.filter((feature) => shown.get(feature.id) !== wanted.get(feature.id));
    shown = wanted;
    return { remove, add };
  };
}
