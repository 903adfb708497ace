import { type Incident, isOpen, type Step } from "./incident.ts";
import { type IncidentFeature, toFeature } from "./incidentFeatures.ts";

/** How an incident stood from a moment on. */
export type Standing = {
  readonly at: number;
  readonly step: Step;
  readonly isSuspended: boolean;
  readonly dueAt: number | null;
};

export type PastIncident = Pick<Incident, "id" | "number" | "className" | "classNameEn" | "urgency" | "position"> & {
  readonly reportedAt: number;
  /** By time. */
  readonly standings: readonly Standing[];
};

/** Something that was done to an incident. */
export type PastMove = { readonly incident: PastIncident; readonly standing: Standing };

/** How an incident stood at a moment; null before it was reported. */
export function standingAt({ standings }: PastIncident, at: number): Standing | null {
  return standings.findLast((standing) => standing.at <= at) ?? null;
}

export type OpenThen = { readonly incident: PastIncident; readonly standing: Standing };

/** What was open at a moment. */
export function openAt(incidents: readonly PastIncident[], at: number): readonly OpenThen[] {
  return incidents.flatMap((incident) => {
    const standing = standingAt(incident, at);
    return standing !== null && isOpen(standing.step) ? [{ incident, standing }] : [];
  });
}

/** What was open at a moment, as the map shows it. */
export function featuresAt(incidents: readonly PastIncident[], at: number): readonly IncidentFeature[] {
  return openAt(incidents, at).map(({ incident, standing }) =>
    toFeature({ ...incident, step: standing.step, dueAt: standing.dueAt, closedAt: null }, at),
  );
}

/** All that was done in a period, by time; how things stood when it began is not a move. */
export function movesOf(incidents: readonly PastIncident[], from: number): readonly PastMove[] {
  return incidents
    .flatMap((incident) => incident.standings.map((standing) => ({ incident, standing })))
    .filter(({ standing }) => standing.at > from)
    .sort((one, other) => one.standing.at - other.standing.at);
}

/** The moments at which the map has to be drawn anew: what was done, and what became overdue. Sorted. */
export function changesOf(incidents: readonly PastIncident[]): Float64Array {
  const moments = incidents.flatMap(({ standings }) => standings.flatMap(({ at, dueAt }) => [at, dueAt ?? at]));
  return Float64Array.from(moments).sort();
}

/** How many of the sorted moments are not later than one. */
export function countUntil(moments: Float64Array, at: number): number {
  let [low, high] = [0, moments.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((moments[middle] ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}
