import { incidents, readOpenIncidents, takeIncidentChanges } from "../incidents/incidentStore.ts";
import { access } from "../platform/access/access.ts";
import { checkSession } from "../platform/access/session.ts";
import { type Live, startLive } from "../platform/live/client.ts";
import type { Change } from "../platform/live/frames.ts";
import type { MapHost } from "../platform/map/host.ts";
import { setServerTime } from "../platform/ui/now.ts";
import type { Parts } from "./parts.ts";
import { watch } from "./watch.ts";

/** A map that cannot be painted must not keep the feed away for longer. */
const longestWaitForMap = 4000;

/** What the feed does to a map. */
export type FedMap = Pick<MapHost, "painted" | "reloadSource" | "pulse">;

function takeFacts(changes: readonly Change[], host: FedMap): void {
  const revisions = { ...watch.getState().revisions };
  for (const { topic } of changes) revisions[topic] = (revisions[topic] ?? 0) + 1;
  watch.setState({ revisions });
  for (const { topic, id } of changes) if (topic === "tiles") host.reloadSource(id);
  if (changes.some(({ topic }) => topic === "place")) watch.setState({ placeChanged: true });
  for (const id of takeIncidentChanges(changes)) {
    const incident = incidents.getState().book.open.get(id);
    if (incident !== undefined) host.pulse(incident.position, `pulse pulse-${incident.urgency}`);
  }
}

function waited(milliseconds: number): Promise<void> {
  return new Promise((done) => setTimeout(done, milliseconds));
}

/** The queue is read at once; the feed starts when the first map is painted, so that its code does not delay the map. */
export function connectFeed(host: FedMap, { patrolPart }: Pick<Parts, "patrolPart">): () => void {
  let live: Live | null = null;
  let stopped = false;
  void readOpenIncidents();
  void Promise.race([host.painted, waited(longestWaitForMap)]).then(() => {
    if (stopped) return;
    live = startLive({
      onWelcome: patrolPart.takeRollCall,
      onResync: () => void readOpenIncidents(),
      onChanges: (changes) => takeFacts(changes, host),
      onPositions: patrolPart.takePositions,
      onGone: patrolPart.takeGone,
      onServerTime: setServerTime,
      onBye: () => void checkSession(),
    });
  });
  // Whoever has signed in again goes on where they were.
  const unsubscribe = access.subscribe(({ kind }, last) => {
    if (kind !== "known" || last.kind !== "expired") return;
    live?.retryNow();
    void readOpenIncidents();
  });
  return () => {
    stopped = true;
    unsubscribe();
    live?.stop();
  };
}
