import { type ReactNode, useCallback, useEffect, useRef, useState } from "react";
import { useStore } from "zustand";
import { GridAlarm } from "../alarms/GridAlarm.tsx";
import { AreaCard, type LocatedArea } from "../areas/AreaCard.tsx";
import { FacilityCard } from "../facilities/FacilityCard.tsx";
import { PastFacilityCard } from "../facilities/PastFacilityCard.tsx";
import { HeapCard } from "../incidents/HeapCard.tsx";
import { IncidentCard } from "../incidents/IncidentCard.tsx";
import { OpenHere } from "../incidents/OpenHere.tsx";
import { boundsOfWalk, walkShown } from "../incidents/walk.ts";
import { GridWatchNote } from "../patrols/GridWatchNote.tsx";
import { PatrolCard } from "../patrols/PatrolCard.tsx";
import { PatrolPointCard } from "../patrols/PatrolPointCard.tsx";
import { useMay } from "../platform/access/access.ts";
import type { Position } from "../platform/api/parse.ts";
import { useText } from "../platform/i18n/text.ts";
import { Icon } from "../platform/ui/Icon.tsx";
import { navigate } from "../platform/ui/location.ts";
import { moment } from "../replay/moment.ts";
import { ActivityCard } from "../volunteers/ActivityCard.tsx";
import { TeamCard } from "../volunteers/TeamCard.tsx";
import { VolunteerCard } from "../volunteers/VolunteerCard.tsx";
import { WishCard } from "../volunteers/WishCard.tsx";
import { cardText } from "./cardText.ts";
import type { Selection } from "./selection.ts";
import type { Located, Session } from "./session.ts";
import { watch } from "./watch.ts";
import "./styles/card.css";

type Props = { readonly selection: Selection; readonly session: Session; readonly timeZone: string };

function revisionOf(revisions: Readonly<Record<string, number>>, { kind }: Selection): number {
  const of = (topic: string) => revisions[topic] ?? 0;
  switch (kind) {
    case "areas":
      return of("area") + of("incident");
    case "facilities":
      return of("facility");
    case "patrol-points":
      return of("patrol_point");
    case "patrols":
      return of("patrol");
    case "incidents":
      return of("incident");
    case "activities":
      return of("activity");
    case "wishes":
      return of("wish");
    case "volunteers":
    case "teams":
      return of("activity") + of("wish");
  }
}

type ContentProps = Omit<Props, "session"> & { readonly onLocated: (located: Located) => void };

function Content({ selection, timeZone, onLocated }: ContentProps) {
  const revision = revisionOf(
    useStore(watch, (state) => state.revisions),
    selection,
  );
  const presence = useStore(watch, ({ revisions }) => revisions["grid_presence"] ?? 0);
  const seesPatrols = useMay("see_patrols");
  const alarms = useStore(watch, ({ revisions }) => revisions["alarm"] ?? 0);
  const seesAlarms = useMay("see_alarms");
  const past = useStore(moment, ({ at }) => at);
  const { kind, id, action } = selection;
  const onPosition = useCallback(
    (position: Position) => onLocated({ position, bounds: null, outline: null }),
    [onLocated],
  );
  const onArea = useCallback(
    ({ position, bounds, level }: LocatedArea) =>
      onLocated({ position, bounds, outline: { layer: level === "grid" ? "grids" : "areas", id: Number(id) } }),
    [onLocated, id],
  );
  switch (kind) {
    case "areas":
      return (
        <>
          <AreaCard id={id} timeZone={timeZone} revision={revision} onLocated={onArea} />
          {seesPatrols && <GridWatchNote gridId={id} revision={presence} />}
          {seesAlarms && <GridAlarm gridId={id} revision={alarms} />}
          <OpenHere gridId={id} timeZone={timeZone} />
        </>
      );
    case "facilities":
      if (past !== null) return <PastFacilityCard id={id} at={past} timeZone={timeZone} onLocated={onPosition} />;
      return <FacilityCard id={id} revision={revision} onLocated={onPosition} />;
    case "incidents":
      return <IncidentCard id={id} action={action} timeZone={timeZone} onLocated={onPosition} />;
    case "patrols":
      return <PatrolCard id={id} onLocated={onPosition} />;
    case "activities":
      return <ActivityCard id={id} timeZone={timeZone} revision={revision} onLocated={onPosition} />;
    case "wishes":
      return <WishCard id={id} timeZone={timeZone} revision={revision} onLocated={onPosition} />;
    case "volunteers":
      return <VolunteerCard id={id} timeZone={timeZone} revision={revision} />;
    case "teams":
      return <TeamCard id={id} timeZone={timeZone} revision={revision} />;
    case "patrol-points":
      return <PatrolPointCard id={id} timeZone={timeZone} revision={revision} onLocated={onPosition} />;
  }
}

function ShowOnMap({ place, session }: { readonly place: Located; readonly session: Session }) {
  const text = useText(cardText);
  const outside = useStore(session.host.view, () => !session.host.isInSight(place.position));
  const walk = useStore(walkShown, ({ path }) => path);
  return (
    <button
      type="button"
      className={outside ? "button button-strong" : "button"}
      aria-keyshortcuts="m"
      onClick={() => session.host.show(place.position, boundsOfWalk(walk) ?? place.bounds)}
    >
      <Icon name="target" size={16} /> {text.showOnMap}
      {outside && <span className="button-hint">{text.outOfView}</span>}
    </button>
  );
}

type FrameProps = {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** Always in sight, however long the card is. */
  readonly actions?: ReactNode;
};

function CardFrame({ title, onClose, children, actions }: FrameProps) {
  const text = useText(cardText);
  return (
    <aside className="panel card" aria-label={title}>
      <div className="card-bar">
        <span>{title}</span>
        <button
          type="button"
          className="icon-button"
          aria-label={text.closeCard}
          title={`${text.closeCard} (Esc)`}
          onClick={onClose}
        >
          <Icon name="close" />
        </button>
      </div>
      <div className="card-body">{children}</div>
      {actions && <div className="card-actions">{actions}</div>}
    </aside>
  );
}

/** The selected thing. Opening it never moves the map; the button does. */
export function Card({ selection, session, timeZone }: Props) {
  const text = useText(cardText);
  const [place, setPlace] = useState<Located | null>(null);
  const { kind } = selection;
  const opened = useRef(session);
  const onLocated = useCallback(
    (located: Located) => {
      setPlace(located);
      // A patrol moves: its own layer rings it.
      opened.current.locate(located, located.outline === null && kind !== "patrols");
    },
    [kind],
  );
  useEffect(() => () => opened.current.locate(null, false), []);
  return (
    <CardFrame
      title={text.kind[kind]}
      onClose={() => navigate("/")}
      actions={place !== null && <ShowOnMap place={place} session={session} />}
    >
      <Content selection={selection} timeZone={timeZone} onLocated={onLocated} />
    </CardFrame>
  );
}

export function Heap({ ids, timeZone }: { readonly ids: readonly string[]; readonly timeZone: string }) {
  const text = useText(cardText);
  return (
    <CardFrame title={text.heap} onClose={() => watch.setState({ heap: null })}>
      <HeapCard ids={ids} timeZone={timeZone} />
    </CardFrame>
  );
}
