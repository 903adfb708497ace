import { areaToEdit } from "#documents/boundaries/AreaToEdit.ts";
import { planPlaces } from "#documents/boundaries/PlanPlaces.ts";
import { toBounds, toPosition } from "#platform/api/convert.ts";
import { query } from "#platform/api/query.ts";
import { boundsOf } from "#platform/geo/bounds.ts";
import type { MapHost } from "#platform/map/host.ts";

/** Degrees around what a plan changes that are shown with it. */
const around = 0.004;

/** The map goes to the area where there is something to do. */
export async function showArea(host: MapHost, id: string): Promise<void> {
  const { area } = await query(areaToEdit, { id }).catch(() => ({ area: null }));
  if (area !== null) host.show(toPosition(area.labelPoint), toBounds(area.bounds));
}

/** The map goes to what a plan changes; false where it changes nothing yet. */
export async function showPlan(host: MapHost, id: string): Promise<boolean> {
  const { plan } = await query(planPlaces, { id }).catch(() => ({ plan: null }));
  const places = (plan?.diff ?? []).flatMap(({ before, after }) =>
    [before, after].flatMap((grid) => (grid === null ? [] : [toPosition(grid.labelPoint)])),
  );
  const bounds = boundsOf(places, around);
  if (bounds === null) return false;
  const [west, south, east, north] = bounds;
  host.show([(west + east) / 2, (south + north) / 2], bounds);
  return true;
}
