import { useEffect, useRef, useState } from "react";
import type { Position } from "#platform/api/parse.ts";
import { followPreferences, followView } from "#platform/map/follow.ts";
import { createMapHost, type MapHost } from "#platform/map/host.ts";
import { parseView } from "#platform/map/view.ts";
import { type CoveragePart, createCoveragePart } from "./coveragePart.ts";
import { closed, moved, type Question } from "./question.ts";

const covered = { top: 60, right: 372, bottom: 0, left: 372 };

export type Place = {
  readonly name: string;
  readonly attribution: string;
  readonly bounds: readonly [west: number, south: number, east: number, north: number];
  readonly centre: Position;
};

type Hands = {
  readonly onAsk: (change: (question: Question) => Question) => void;
  readonly onDraw: (longitude: number, latitude: number) => void;
};

/** The map of the screen with what coverage puts on it; null until both are there. */
export function useMap(place: Place, label: string, { onAsk, onDraw }: Hands) {
  const container = useRef<HTMLDivElement>(null);
  const [held, setHeld] = useState<{ readonly host: MapHost; readonly part: CoveragePart } | null>(null);
  const title = useRef(label);
  useEffect(() => {
    if (container.current === null) return;
    const part = createCoveragePart({
      onMove: (pin, longitude, latitude) => onAsk((question) => moved(question, pin, longitude, latitude)),
      onClose: (pin) => onAsk((question) => closed(question, pin)),
      onDraw,
    });
    const start = parseView(globalThis.location.hash) ?? place.bounds;
    const host = createMapHost(container.current, start, covered, title.current, [part]);
    for (const layer of ["facilities", "patrol_points", "grids"]) host.setLayerVisible(layer, false);
    const stops = [followPreferences(host), followView(host)];
    setHeld({ host, part });
    return () => {
      for (const stop of stops) stop();
      setHeld(null);
      host.destroy();
    };
  }, [place, onAsk, onDraw]);
  return { container, held };
}
