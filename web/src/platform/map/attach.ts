import type { GridMapMap, MapPart } from "./part.ts";

/** The style's layers that are named after a layer of the catalogue or a part: `grids/line` belongs to `grids`. */
function layersOf(map: GridMapMap, name: string): readonly string[] {
  return map.getLayersOrder().filter((id) => id === name || id.startsWith(`${name}/`));
}

export function setVisible(map: GridMapMap, layer: string, shown: boolean): void {
  for (const id of layersOf(map, layer)) {
    const wanted = shown ? "visible" : "none";
    if ((map.getLayoutProperty(id, "visibility") ?? "visible") !== wanted) {
      map.setLayoutProperty(id, "visibility", wanted);
    }
  }
}

/** Puts the parts on the style that is worn now, in their order and as the reader wants them. */
export function attachAll(map: GridMapMap, parts: readonly MapPart[], visible: ReadonlyMap<string, boolean>): void {
  for (const part of parts) {
    part.attach(map);
    for (const id of layersOf(map, part.id)) map.moveLayer(id);
  }
  for (const [layer, shown] of visible) setVisible(map, layer, shown);
}

/** Draws the images that layers ask for by name. */
export function serveImages(map: GridMapMap, parts: readonly MapPart[]): void {
  map.setMissingStyleImageResolver((id) => {
    for (const part of parts) {
      const image = part.image?.(id) ?? null;
      if (image === null) continue;
      if (!map.hasImage(id)) map.addImage(id, image.data, { pixelRatio: image.pixelRatio });
      return;
    }
  });
}
