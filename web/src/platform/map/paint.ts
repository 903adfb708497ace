import type { MapImage } from "./part.ts";

/** Paints an image for the map at twice the size, sharp on every screen; `draw` sees `size` units. */
export function paintImage(size: number, draw: (pen: CanvasRenderingContext2D) => void): MapImage | null {
  const pixelRatio = 2;
  const canvas = document.createElement("canvas");
  canvas.width = size * pixelRatio;
  canvas.height = size * pixelRatio;
  const pen = canvas.getContext("2d");
  if (pen === null) return null;
  pen.scale(pixelRatio, pixelRatio);
  draw(pen);
  return { data: pen.getImageData(0, 0, canvas.width, canvas.height), pixelRatio };
}
