import { Marker } from "maplibre-gl";

/** An element that stands on the map by its foot and can be dragged. */
export function createMarker(element: HTMLElement): Marker {
  return new Marker({ element, draggable: true, anchor: "bottom" });
}

export type MapMarker = Marker;
