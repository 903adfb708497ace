import { useEffect, useMemo } from "react";
import { createPortal } from "react-dom";
import { gridWatches } from "#documents/patrols/GridWatches.ts";
import { openVolunteering } from "#documents/volunteers/OpenVolunteering.ts";
import { createWalkPart } from "../incidents/walkPart.ts";
import { createWatchPart } from "../patrols/watchPart.ts";
import { useMay } from "../platform/access/access.ts";
import { useQuery } from "../platform/api/useQuery.ts";
import { useText } from "../platform/i18n/text.ts";
import type { MapHost } from "../platform/map/host.ts";
import { Link } from "../platform/ui/Link.tsx";
import { navigate, usePath } from "../platform/ui/location.ts";
import { volunteerText } from "../volunteers/text.ts";
import { VolunteerPanel } from "../volunteers/VolunteerPanel.tsx";
import { toFeatures } from "../volunteers/volunteering.ts";
import { createVolunteerPart } from "../volunteers/volunteerPart.ts";
import { useRevision } from "./revision.ts";
import { pathOf } from "./selection.ts";

type Props = {
  readonly host: MapHost;
  /** Where the button hangs. */
  readonly ways: Element | null;
  readonly timeZone: string;
};

/** Grids without patrol on the map, read anew when one of them stands otherwise. */
function GridWatchLayer({ host }: Pick<Props, "host">) {
  const [remote] = useQuery(gridWatches, {}, useRevision("grid_presence"));
  const part = useMemo(createWatchPart, []);
  useEffect(() => host.addPart(part, true), [host, part]);
  useEffect(() => {
    if (remote.kind === "ready") part.show(remote.value.gridWatch);
  }, [part, remote]);
  return null;
}

/** The way of whoever the desk is about to send. */
function WalkLayer({ host }: Pick<Props, "host">) {
  const part = useMemo(createWalkPart, []);
  useEffect(() => {
    const [leave, stop] = [host.addPart(part, true), part.follow()];
    return () => {
      stop();
      leave();
    };
  }, [host, part]);
  return null;
}

/** Activities and wishes on the map, the button that tells how many, and their panel. */
function Volunteering({ host, ways, timeZone }: Props) {
  const text = useText(volunteerText);
  const shown = usePath() === "/volunteers";
  const [remote, retry] = useQuery(openVolunteering, {}, useRevision("wish", "activity"));
  const part = useMemo(() => createVolunteerPart({ onSelect: (kind, id) => navigate(pathOf({ kind, id })) }), []);
  useEffect(() => host.addPart(part, true), [host, part]);
  useEffect(() => {
    if (remote.kind === "ready") part.show(toFeatures(remote.value));
  }, [part, remote]);
  const count = remote.kind === "ready" ? remote.value.activities.totalCount + remote.value.wishes.totalCount : null;
  return (
    <>
      {count !== null &&
        ways !== null &&
        createPortal(
          <Link href="/volunteers" className="button desk-way" shortcut="w">
            ♥ {text.open(count)}
          </Link>,
          ways,
        )}
      {shown && <VolunteerPanel remote={remote} onRetry={retry} timeZone={timeZone} />}
    </>
  );
}

/** What lives on the map besides incidents and patrols; it comes when the first map is painted. */
export function LiveLayers({ host, ways, timeZone }: Props) {
  const seesPatrols = useMay("see_patrols");
  const seesVolunteers = useMay("see_volunteers");
  const dispatches = useMay("dispatch");
  return (
    <>
      {dispatches && <WalkLayer host={host} />}
      {seesPatrols && <GridWatchLayer host={host} />}
      {seesVolunteers && <Volunteering host={host} ways={ways} timeZone={timeZone} />}
    </>
  );
}
