import { type CoveragePart, createCoveragePart } from "../../coverage/coveragePart.ts";
// What the wall has in common with the command screen stays in the file of that: parted, both would weigh more before the first map.
import "../CommandScreen.tsx";
import { nobody } from "../../patrols/pastTracks.ts";
import { createWatchPart, type WatchPart } from "../../patrols/watchPart.ts";
import type { Place } from "../../place/place.ts";
import { preferences } from "../../platform/i18n/preferences.ts";
import { createMapHost, type MapHost } from "../../platform/map/host.ts";
import { styleUrl } from "../../platform/map/style.ts";
import { createResponsePart, type ResponsePart } from "../../response/responsePart.ts";
import { createVolunteerPart, type VolunteerPart } from "../../volunteers/volunteerPart.ts";
import { createScreenPart, type ScreenPart } from "../../wall/screenPart.ts";
import { startDrawing } from "../drawable.ts";
import { connectFeed, type FedMap } from "../feed.ts";
import { countPatrols, followIncidents } from "../follow.ts";
import { createParts } from "../parts.ts";

/** Where the colours are explained, in lines of the map. */
const covered = { top: 10, right: 0, bottom: 0, left: 0 };
const nothing = () => undefined;

/** What belongs to a walk through the streets, not to a look from across the hall. */
const hidden = ["facilities", "patrol_points", "buildings"];

export type Live = { readonly patrols: boolean; readonly incidents: boolean };

export const nothingLive: Live = { patrols: false, incidents: false };

/** The one map of the wall. What a scene puts on it, the scene takes away: nothing is made anew from scene to scene. */
export type WallMap = {
  /** Null where the browser cannot draw; the numbers come all the same. */
  readonly host: MapHost | null;
  readonly screen: ScreenPart;
  /** What moves is taken in whether it is shown or not. */
  readonly showLive: (shown: Live) => void;
  readonly coverage: CoveragePart;
  readonly response: ResponsePart;
  readonly watches: WatchPart;
  readonly volunteers: VolunteerPart;
  readonly stop: () => void;
};

/** A wall is dark whatever its reader prefers elsewhere, and speaks their language. */
function wearNight(host: MapHost): () => void {
  const wear = () => {
    document.documentElement.dataset["theme"] = "dark";
    host.wearStyle(styleUrl({ theme: "dark", language: preferences.getState().language }));
  };
  wear();
  return preferences.subscribe(wear);
}

/** Starts the map, the feed and all that scenes may put on the map. */
export function startWallMap(container: HTMLElement, place: Place, label: string): WallMap {
  const parts = createParts(nothing);
  const screen = createScreenPart();
  const coverage = createCoveragePart({ onMove: nothing, onClose: nothing, onDraw: nothing });
  const response = createResponsePart();
  const watches = createWatchPart();
  const volunteers = createVolunteerPart({ onSelect: nothing, minzoom: 9 });
  const { patrolPart, incidentPart } = parts;
  const inDrawingOrder = [screen, coverage, response, watches, volunteers, patrolPart, incidentPart];
  const host = startDrawing(() => createMapHost(container, place.bounds, covered, label, inDrawingOrder));
  for (const layer of hidden) host?.setLayerVisible(layer, false);
  let isRinging = false;
  const showLive = ({ patrols, incidents }: Live) => {
    isRinging = incidents;
    patrolPart.showPast(patrols ? null : nobody);
    incidentPart.showPast(incidents ? null : []);
  };
  showLive(nothingLive);
  const fed: FedMap = {
    painted: host?.painted ?? Promise.resolve(),
    reloadSource: (source) => host?.reloadSource(source),
    // A ring around an incident that is not on the map would be a riddle.
    pulse: (position, className) => isRinging && host?.pulse(position, className),
  };
  const stops = [
    connectFeed(fed, parts),
    countPatrols(parts),
    ...followIncidents(parts),
    ...(host === null ? [] : [wearNight(host)]),
  ];
  return {
    host,
    screen,
    showLive,
    coverage,
    response,
    watches,
    volunteers,
    stop: () => {
      for (const stop of stops) stop();
      host?.destroy();
    },
  };
}
