import { drawFacilityImage } from "../facilities/facilityIcons.ts";
import { createIncidentPart } from "../incidents/incidentPart.ts";
import { hoverIncident, incidents } from "../incidents/incidentStore.ts";
import { incidentText } from "../incidents/text.ts";
import { createPatrolPart } from "../patrols/patrolPart.ts";
import { patrolText } from "../patrols/text.ts";
import { preferences } from "../platform/i18n/preferences.ts";
import { inLanguage } from "../platform/i18n/text.ts";
import { createFocusPart } from "../platform/map/focus.ts";
import { createTilePick, type TileTarget } from "../platform/map/tilePick.ts";
import { navigate } from "../platform/ui/location.ts";
import { type EntityKind, pathOf } from "./selection.ts";
import { watch } from "./watch.ts";

function select(kind: EntityKind, id: string): void {
  watch.setState({ heap: null });
  navigate(pathOf({ kind, id }));
}

const nameOf = (properties: Readonly<Record<string, unknown>>) => String(properties["name"] ?? "");

const tileTargets: readonly TileTarget[] = [
  { layer: "facilities", reach: 4, label: nameOf, select: (id) => select("facilities", String(id)) },
  { layer: "patrol_points", reach: 4, label: nameOf, select: (id) => select("patrol-points", String(id)) },
  { layer: "grids", reach: 0, minzoom: 11, label: () => "", select: (id) => select("areas", String(id)) },
  { layer: "areas", reach: 0, label: () => "", select: (id) => select("areas", String(id)) },
];

function incidentLabel(id: string): string {
  const known = incidents.getState().book.open.get(id);
  return known === undefined ? "" : `${known.className} · ${known.number}`;
}

/** What the slices put on the map, and what a click on each does. */
export function createParts(goTo: (zoom: number, longitude: number, latitude: number) => void) {
  const language = () => preferences.getState().language;
  const incidentPart = createIncidentPart({
    labelOf: incidentLabel,
    clusterLabel: (count) => inLanguage(incidentText, language()).inCluster(count),
    onSelect: (id) => select("incidents", incidents.getState().book.open.get(id)?.number ?? id),
    onHover: hoverIncident,
    onHeap: (heap) => watch.setState({ heap }),
    onSplit: goTo,
  });
  const patrolPart = createPatrolPart({
    unnamed: (id) => inLanguage(patrolText, language()).unnamed(id),
    onSelect: (id) => select("patrols", id),
  });
  const facilityImages = { id: "facility-images", attach: () => undefined, image: drawFacilityImage };
  return {
    incidentPart,
    patrolPart,
    focusPart: createFocusPart(),
    tilePart: createTilePick(tileTargets),
    facilityImages,
  };
}

export type Parts = ReturnType<typeof createParts>;
