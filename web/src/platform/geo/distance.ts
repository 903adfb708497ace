import type { Position } from "#platform/api/parse.ts";

const metersPerDegree = 111_195;

function widthOfDegree(latitude: number): number {
  return metersPerDegree * Math.cos((latitude * Math.PI) / 180);
}

/** Meters between two places of one district, as the crow flies; the earth is taken as flat between them. */
export function distanceBetween([fromLongitude, fromLatitude]: Position, [toLongitude, toLatitude]: Position): number {
  const east = (toLongitude - fromLongitude) * widthOfDegree((fromLatitude + toLatitude) / 2);
  return Math.hypot(east, (toLatitude - fromLatitude) * metersPerDegree);
}
