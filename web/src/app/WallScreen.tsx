import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from "react";
import { useStore } from "zustand";
import { Clock } from "../place/Clock.tsx";
import type { Place } from "../place/place.ts";
import { access } from "../platform/access/access.ts";
import { checkSession } from "../platform/access/session.ts";
import { useLanguage } from "../platform/i18n/preferences.ts";
import { named, useText } from "../platform/i18n/text.ts";
import { liveBadge } from "../platform/live/client.ts";
import { type SceneName, sceneNames } from "../wall/programme.ts";
import { Recover } from "../wall/Recover.tsx";
import { SceneView } from "../wall/SceneView.tsx";
import type { Key } from "../wall/scene.ts";
import { scaleOf } from "../wall/screenPart.ts";
import { wallText } from "../wall/text.ts";
import { useHands } from "../wall/useHands.ts";
import { useRenewal } from "../wall/useRenewal.ts";
import { useWakeLock } from "../wall/useWakeLock.ts";
import { useWall } from "../wall/useWall.ts";
import { WallControls } from "../wall/WallControls.tsx";
import "../wall/wall.css";
import { Footer } from "./Footer.tsx";
import { CoverageScene } from "./wall/CoverageScene.tsx";
import { LiveScene } from "./wall/LiveScene.tsx";
import { startWallMap, type WallMap } from "./wall/map.ts";
import { PresenceScene } from "./wall/PresenceScene.tsx";
import { ResponseScene } from "./wall/ResponseScene.tsx";
import type { SceneProps } from "./wall/sceneProps.ts";
import { VolunteerScene } from "./wall/VolunteerScene.tsx";
import { watch } from "./watch.ts";

const scenes: Readonly<Record<SceneName, (props: SceneProps) => ReactNode>> = {
  live: LiveScene,
  coverage: CoverageScene,
  response: ResponseScene,
  presence: PresenceScene,
  volunteers: VolunteerScene,
};

const needs: Readonly<Record<SceneName, string>> = {
  live: "see_incidents",
  coverage: "see_map",
  response: "see_incidents",
  presence: "see_patrols",
  volunteers: "see_volunteers",
};

/** Often enough that the browser of a wall does not forget who it is. */
const askWho = 6 * 3_600_000;

/** Longer than the library takes to draw again what a graphics card gives back. */
const longestLoss = 8_000;

function useProfile() {
  return useStore(access, (state) => ("profile" in state ? state.profile : null));
}

/** The map, as large as its place on the wall; its element is laid out small and shown large, so that its names can be read. */
function useWallMap(place: Place) {
  const frame = useRef<HTMLDivElement>(null);
  const container = useRef<HTMLDivElement>(null);
  const [map, setMap] = useState<WallMap | null>(null);
  const label = useRef(useText(wallText).title);
  useEffect(() => {
    const [outer, inner] = [frame.current, container.current];
    if (outer === null || inner === null) return;
    const layOut = () => {
      const scale = scaleOf(window.innerWidth, window.innerHeight);
      inner.style.width = `${outer.clientWidth / scale}px`;
      inner.style.height = `${outer.clientHeight / scale}px`;
      inner.style.transform = `scale(${scale})`;
      return scale;
    };
    const scale = layOut();
    const started = startWallMap(inner, place, label.current);
    started.screen.setScale(scale);
    setMap(started);
    const watcher = new ResizeObserver(() => {
      started.screen.setScale(layOut());
      started.host?.show(place.centre, place.bounds);
    });
    watcher.observe(outer);
    return () => {
      watcher.disconnect();
      setMap(null);
      started.stop();
    };
  }, [place]);
  return { frame, container, map };
}

/** True when the map has been taken away and has not come back by itself. */
function useLoss(map: WallMap | null): boolean {
  const [isLost, setLost] = useState(false);
  useEffect(() => {
    if (map === null) return;
    let timer: ReturnType<typeof setTimeout>;
    const stop = map.screen.lost.subscribe((lost) => {
      clearTimeout(timer);
      if (lost) timer = setTimeout(() => setLost(true), longestLoss);
      else setLost(false);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [map]);
  return isLost;
}

function MapKeys({ keys }: { readonly keys: readonly Key[] }) {
  return (
    <ul className="wall-keys">
      {keys.map(({ colour, label, shape }) => (
        <li key={label}>
          <i className={`wall-key-${shape ?? "fill"}`} style={{ background: colour }} />
          {label}
        </li>
      ))}
    </ul>
  );
}

function Wall({ place }: { readonly place: Place }) {
  const text = useText(wallText);
  const title = named(useLanguage(), place.name, place.nameEn);
  const profile = useProfile();
  const [usual] = useState(() => sceneNames.filter((scene) => profile?.permissions.includes(needs[scene])));
  const [wall, command] = useWall(usual.length > 0 ? usual : ["coverage"]);
  const { frame, container, map } = useWallMap(place);
  const { areSeen, usedAt } = useHands();
  const awake = useWakeLock();
  const isLive = useStore(liveBadge, ({ kind }) => kind === "live" || kind === "delayed");
  const placeChanged = useStore(watch, (state) => state.placeChanged);
  const isLost = useLoss(map);
  useRenewal({ isLive, usedAt, turnedAt: wall.turn.since, isBroken: placeChanged || isLost });
  useEffect(() => {
    const timer = setInterval(() => void checkSession(), askWho);
    return () => clearInterval(timer);
  }, []);
  useLayoutEffect(() => {
    document.documentElement.dataset["theme"] = "dark";
  }, []);
  useEffect(() => {
    document.title = `${text.title} · ${title} · GridMap`;
  }, [text, title]);
  const scene = wall.programme.scenes[wall.turn.at] ?? "live";
  const Scene = scenes[scene];
  const cannotDraw = map !== null && map.host === null;
  return (
    <main className="wall" data-hands={areSeen} data-scene={scene}>
      <header className="wall-head">
        <span className="wall-place">{title}</span>
        <Clock timeZone={place.timeZone} />
      </header>
      <div ref={frame} className="wall-map" inert aria-hidden="true">
        <div ref={container} className="wall-canvas" />
        {cannotDraw && <p className="wall-note">{text.noMap}</p>}
      </div>
      <Scene key={scene} place={place} map={map}>
        {(told, keys = []) => (
          <>
            <SceneView scene={scene} told={told} timeZone={place.timeZone} />
            {!cannotDraw && keys.length > 0 && <MapKeys keys={keys} />}
          </>
        )}
      </Scene>
      <WallControls
        wall={wall}
        onCommand={command}
        areSeen={areSeen}
        awake={awake}
        isPerson={profile !== null && !profile.isWall}
      />
      <Footer place={place} host={null} />
    </main>
  );
}

/** Scenes for a hall: each tells one answer with its map, and they take turns by themselves for weeks. */
export function WallScreen({ place }: { readonly place: Place }) {
  return (
    <Recover>
      <Wall place={place} />
    </Recover>
  );
}
