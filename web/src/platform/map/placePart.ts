import type { Position } from "#platform/api/parse.ts";
import type { MapPart } from "./part.ts";

/** While it is on the map, a click anywhere is a place and nothing else. */
export function createPlacePart(onPlace: (position: Position) => void): MapPart {
  return {
    id: "place",
    attach: () => undefined,
    pick: (map, { x, y }) => {
      const { lng, lat } = map.unproject([x, y]);
      const position: Position = [lng, lat];
      return { label: "", position, select: () => onPlace(position) };
    },
  };
}
