import type { Position } from "#platform/api/parse.ts";
import { distanceBetween } from "#platform/geo/distance.ts";
import type { Incident } from "./incident.ts";

/** As far as the server looks for duplicates. */
const reach = 150;
const most = 5;

export type Near = { readonly incident: Incident; readonly meters: number; readonly isSameClass: boolean };

/** Open incidents that may be the same thing: the same class first, then the nearest. */
export function openNearby(open: Iterable<Incident>, at: Position, classCode: string): readonly Near[] {
  return Array.from(open, (incident) => ({
    incident,
    meters: distanceBetween(at, incident.position),
    isSameClass: incident.classCode === classCode,
  }))
    .filter(({ meters }) => meters <= reach)
    .sort((a, b) => Number(b.isSameClass) - Number(a.isSameClass) || a.meters - b.meters)
    .slice(0, most);
}
