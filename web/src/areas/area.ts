import type { AreaCardQuery } from "#documents/documents.ts";
import { lower, toBounds, toPosition, toTimeOrNull } from "#platform/api/convert.ts";

/** The area a card shows, with what lies in it. */
export function areaOf({ area, facilities, patrolPoints }: AreaCardQuery) {
  if (area === null) return null;
  return {
    ...area,
    level: lower(area.level),
    labelPoint: toPosition(area.labelPoint),
    bounds: toBounds(area.bounds),
    facilities: facilities.totalCount,
    patrolPoints: patrolPoints.totalCount,
    lastCheckInAt: toTimeOrNull(area.lastCheckInAt),
    children: area.children.length,
  };
}

export type Area = NonNullable<ReturnType<typeof areaOf>>;
