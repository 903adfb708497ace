import type { OpenVolunteeringQuery } from "#documents/documents.ts";
import { lower, toTime } from "#platform/api/convert.ts";

export type Volunteering = OpenVolunteeringQuery;
export type Activity = Volunteering["activities"]["nodes"][number];
export type Wish = Volunteering["wishes"]["nodes"][number];

/** What is under way before what is to come, each in order of time. */
export function arrangeActivities(activities: readonly Activity[]): readonly Activity[] {
  const rank = ({ state }: Activity) => (state === "RUNNING" ? 0 : 1);
  return [...activities].sort((a, b) => rank(a) - rank(b) || toTime(a.startsAt) - toTime(b.startsAt));
}

const steps: readonly Wish["state"][] = ["DISPATCHED", "MADE", "CLAIMED"];

/** What waits for a volunteer first, then what waits for the desk, each the oldest first. */
export function arrangeWishes(wishes: readonly Wish[]): readonly Wish[] {
  return [...wishes].sort(
    (a, b) => steps.indexOf(a.state) - steps.indexOf(b.state) || toTime(a.madeAt) - toTime(b.madeAt),
  );
}

function feature(kind: string, { id, title, state, position }: Activity | Wish): GeoJSON.Feature {
  return {
    type: "Feature",
    properties: { id, kind, title, state: lower(state) },
    geometry: { type: "Point", coordinates: [position.longitude, position.latitude] },
  };
}

/** All of it as points of the map. */
export function toFeatures({ activities, wishes }: Volunteering): GeoJSON.FeatureCollection {
  return {
    type: "FeatureCollection",
    features: [
      ...wishes.nodes.map((wish) => feature("wishes", wish)),
      ...activities.nodes.map((activity) => feature("activities", activity)),
    ],
  };
}
