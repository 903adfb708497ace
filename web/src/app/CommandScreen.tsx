import { lazy, Suspense, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useStore } from "zustand";
import { IncidentNews } from "../incidents/IncidentNews.tsx";
import { IncidentQueue } from "../incidents/IncidentQueue.tsx";
import { type QueueFilter, wholeQueue } from "../incidents/queue.ts";
import type { Place } from "../place/place.ts";
import { useMay } from "../platform/access/access.ts";
import { useLanguage } from "../platform/i18n/preferences.ts";
import { named, useText } from "../platform/i18n/text.ts";
import { liveBadge } from "../platform/live/client.ts";
import type { Covered } from "../platform/map/camera.ts";
import { MapTip } from "../platform/map/MapTip.tsx";
import { Icon } from "../platform/ui/Icon.tsx";
import { navigate, usePath } from "../platform/ui/location.ts";
import { sheetsUpTo } from "../platform/ui/sheet.ts";
import type { Found } from "../search/found.ts";
import { coveredBy } from "./covered.ts";
import { startDrawing } from "./drawable.ts";
import { Header } from "./Header.tsx";
import { type EntityKind, parseSelection, pathOf } from "./selection.ts";
import { type Session, startSession } from "./session.ts";
import { appText } from "./text.ts";
import { watch } from "./watch.ts";

// Not needed for the first map; the controls come beside it, the cards with the first click.
const Footer = lazy(() => import("./Footer.tsx").then((module) => ({ default: module.Footer })));
const MapControls = lazy(() => import("./MapControls.tsx").then((module) => ({ default: module.MapControls })));
const Card = lazy(() => import("./Card.tsx").then((module) => ({ default: module.Card })));
const NoWebgl = lazy(() => import("./NoWebgl.tsx").then((module) => ({ default: module.NoWebgl })));
const Desk = lazy(() => import("./Desk.tsx").then((module) => ({ default: module.Desk })));
const Heap = lazy(() => import("./Card.tsx").then((module) => ({ default: module.Heap })));

const kindOfFound: Readonly<Record<Found["kind"], EntityKind | null>> = {
  area: "areas",
  facility: "facilities",
  incident: "incidents",
  patrol: "patrols",
  team: "teams",
  compound: null,
  road: null,
};

function useSession(place: Place, covered: Covered) {
  const container = useRef<HTMLDivElement>(null);
  const [session, setSession] = useState<Session | null>(null);
  const [drawable, setDrawable] = useState(true);
  const text = useText(appText);
  const label = useRef(text.map);
  const covers = useRef(covered);
  useEffect(() => {
    covers.current = covered;
    session?.host.setCovered(covered);
  }, [covered, session]);
  useEffect(() => {
    if (container.current === null) return;
    const here = container.current;
    const started = startDrawing(() => startSession(here, place, covers.current, label.current));
    setSession(started);
    setDrawable(started !== null);
    return () => {
      setSession(null);
      started?.stop();
    };
  }, [place]);
  return { container, session, drawable };
}

function usePainted(session: Session | null): boolean {
  const [painted, setPainted] = useState(false);
  useEffect(() => void session?.host.painted.then(() => setPainted(true)), [session]);
  return painted;
}

function useEscape(): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key !== "Escape") return;
      const selection = parseSelection(globalThis.location.pathname);
      if (watch.getState().heap !== null) watch.setState({ heap: null });
      else navigate(selection?.action ? pathOf(selection) : "/");
    };
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, []);
}

/** The command screen: the map edge to edge, what is open on the left, what is selected on the right. */
export function CommandScreen({ place }: { readonly place: Place }) {
  const text = useText(appText);
  const [filter, setFilter] = useState<QueueFilter>(wholeQueue);
  const [queueShown, setQueueShown] = useState(() => window.innerWidth > sheetsUpTo);
  const path = usePath();
  const selection = parseSelection(path);
  const heap = useStore(watch, (state) => state.heap);
  const card = selection !== null || heap !== null;
  const panel = card || path !== "/";
  const strip = useMay("see_incidents");
  const covered = useMemo(
    () => coveredBy({ width: window.innerWidth, height: window.innerHeight, queue: queueShown, panel, strip }),
    [queueShown, panel, strip],
  );
  const { container, session, drawable } = useSession(place, covered);
  const stale = useStore(liveBadge, (badge) => badge.kind === "disconnected");
  const painted = usePainted(session);
  useEscape();
  const title = named(useLanguage(), place.name, place.nameEn);
  useEffect(() => {
    document.title = `${title} · GridMap`;
  }, [title]);
  const [found, setFound] = useState<Found | null>(null);
  const go = useCallback(
    (wanted: Found) => {
      const kind = kindOfFound[wanted.kind];
      setFound(kind === null ? wanted : null);
      navigate(kind === null ? "/" : pathOf({ kind, id: wanted.id }));
      session?.host.show(wanted.position, wanted.bounds);
    },
    [session],
  );
  useEffect(() => {
    // What has no card of its own is at least ringed on the map.
    if (found !== null && !card) session?.locate({ position: found.position, bounds: null, outline: null }, true);
  }, [found, card, session]);
  if (!drawable) {
    return (
      <Suspense>
        <NoWebgl />
      </Suspense>
    );
  }
  return (
    <div className={stale ? "screen screen-stale" : "screen"}>
      <div ref={container} className="map" />
      <Header place={place} filter={filter} onFilter={setFilter} onGo={go} />
      {queueShown ? (
        <section className="panel side side-left queue" aria-label={text.queue}>
          <div className="queue-bar">
            <h2>{text.queue}</h2>
            <IncidentNews />
            <button
              type="button"
              className="icon-button"
              aria-label={text.hideQueue}
              title={text.hideQueue}
              onClick={() => setQueueShown(false)}
            >
              <Icon name="back" />
            </button>
          </div>
          <IncidentQueue
            filter={filter}
            onFilter={setFilter}
            selected={selection?.kind === "incidents" ? selection.id : null}
            stale={stale}
            timeZone={place.timeZone}
          />
        </section>
      ) : (
        <button type="button" className="queue-open" aria-label={text.showQueue} onClick={() => setQueueShown(true)}>
          <Icon name="list" /> {text.queue}
        </button>
      )}
      <Suspense>
        {session !== null && heap !== null && <Heap ids={heap} timeZone={place.timeZone} />}
        {session !== null && heap === null && selection !== null && (
          <Card key={pathOf(selection)} selection={selection} session={session} timeZone={place.timeZone} />
        )}
      </Suspense>
      <Suspense>{painted && session !== null && <Desk timeZone={place.timeZone} session={session} />}</Suspense>
      <Suspense>{session !== null && <MapControls host={session.host} place={place} />}</Suspense>
      {session !== null && <MapTip host={session.host} />}
      <Suspense>
        <Footer place={place} host={session?.host ?? null} />
      </Suspense>
    </div>
  );
}
