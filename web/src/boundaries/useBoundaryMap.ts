import { useEffect, useRef, useState } from "react";
import { followPreferences, followView } from "#platform/map/follow.ts";
import { createMapHost, type MapHost } from "#platform/map/host.ts";
import { parseView } from "#platform/map/view.ts";
import { createBoundaryPart } from "./boundaryPart.ts";
import { coveredBeside } from "./covered.ts";
import { editor, lookAt } from "./editor.ts";
import { createMarksPart } from "./marksPart.ts";
import { lookBack, past } from "./past.ts";
import { createPastPart } from "./pastPart.ts";

export type Place = {
  readonly bounds: readonly [west: number, south: number, east: number, north: number];
  readonly timeZone: string;
};

function see(host: MapHost): void {
  const { sight, plan } = editor.getState();
  // What is in force gives way to what is planned, and to how it was on another day.
  host.setLayerVisible("grids", plan === null ? past.getState().day === null : sight !== "after");
  for (const layer of ["border", "label"]) host.setLayerVisible(`boundaries/${layer}`, sight !== "before");
}

/** The map of the screen, with the land of the plan, what stands against it and how the grids were. */
export function useBoundaryMap(place: Place, label: string) {
  const container = useRef<HTMLDivElement>(null);
  const [host, setHost] = useState<MapHost | null>(null);
  const title = useRef(label);
  useEffect(() => {
    if (container.current === null) return;
    const part = createBoundaryPart((grid) => {
      const found = editor.getState().land.grids.get(grid);
      return found === undefined ? "" : `${found.name} · ${found.households}`;
    });
    const made = createMapHost(
      container.current,
      parseView(globalThis.location.hash) ?? place.bounds,
      coveredBeside({ left: true, right: true }),
      title.current,
      [createPastPart(), part, createMarksPart()],
    );
    for (const layer of ["facilities", "patrol_points"]) made.setLayerVisible(layer, false);
    see(made);
    const stops = [
      followPreferences(made),
      followView(made),
      editor.subscribe((now, last) => {
        if (now.sight !== last.sight || (now.plan === null) !== (last.plan === null)) see(made);
      }),
      past.subscribe((now, last) => {
        if (now.day !== last.day) see(made);
      }),
    ];
    setHost(made);
    return () => {
      for (const stop of stops) stop();
      setHost(null);
      made.destroy();
    };
  }, [place]);
  useEffect(() => {
    if (host === null) return;
    let timer = 0;
    const look = () => {
      clearTimeout(timer);
      timer = window.setTimeout(() => {
        lookAt(host.boundsInView());
        lookBack(host.boundsInView());
      }, 150);
    };
    look();
    const stop = host.view.subscribe(look);
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [host]);
  return { container, host };
}
