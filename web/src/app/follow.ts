import { toFeature } from "../incidents/incidentFeatures.ts";
import { incidents } from "../incidents/incidentStore.ts";
import { visibility } from "../layers/visibility.ts";
import { followPreferences, followView } from "../platform/map/follow.ts";
import type { MapHost } from "../platform/map/host.ts";
import { location } from "../platform/ui/location.ts";
import { serverNow } from "../platform/ui/now.ts";
import type { Parts } from "./parts.ts";
import { parseSelection } from "./selection.ts";
import { watch } from "./watch.ts";

type Stop = () => void;

function every(milliseconds: number, action: () => void): Stop {
  const timer = setInterval(action, milliseconds);
  return () => clearInterval(timer);
}

/** Open incidents as the queue has them, on the map. */
export function followIncidents({ incidentPart, focusPart }: Pick<Parts, "incidentPart" | "focusPart">): Stop[] {
  const show = () => {
    const now = serverNow();
    incidentPart.show([...incidents.getState().book.open.values()].map((item) => toFeature(item, now)));
  };
  const stop = incidents.subscribe(({ book, hovered }, last) => {
    if (book.open !== last.book.open) show();
    if (hovered === last.hovered) return;
    focusPart.set({ hovered: hovered === null ? null : (book.open.get(hovered)?.position ?? null) });
  });
  // What becomes overdue changes its sign without any news.
  return [stop, every(15_000, show)];
}

function followLayers(host: MapHost): Stop[] {
  const show = (layers: Readonly<Record<string, boolean>>) => {
    for (const [layer, shown] of Object.entries(layers)) host.setLayerVisible(layer, shown);
  };
  show(visibility.getState());
  return [visibility.subscribe(show)];
}

/** How many patrols are on duty, counted once a second. */
export function countPatrols({ patrolPart }: Pick<Parts, "patrolPart">): Stop {
  return every(1000, () => watch.setState({ patrols: patrolPart.counts() }));
}

function followPatrols({ patrolPart }: Parts): Stop {
  const select = (path: string) => {
    const selection = parseSelection(path);
    patrolPart.select(selection?.kind === "patrols" ? Number(selection.id) : null);
  };
  select(location.getState().path);
  return location.subscribe(({ path }, last) => {
    if (path !== last.path) select(path);
  });
}

/** Keeps the map in step with the stores and the address, outside React. */
export function followStores(host: MapHost, parts: Parts): Stop {
  const stops = [
    ...followIncidents(parts),
    ...followLayers(host),
    followPatrols(parts),
    countPatrols(parts),
    followPreferences(host),
    followView(host),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}
