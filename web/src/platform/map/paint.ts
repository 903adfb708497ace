import type { MapImage } from "./part.ts";

/** Paints an image for the map at twice the size, sharp on every screen; `draw` sees `size` units. */
export function paintImage(size: number, draw: (pen: CanvasRenderingContext2D) => void): MapImage | null {
  const pixelRatio = 2;
  const canvas = document.createElement("canvas");
  canvas.width = size * pixelRatio;
  canvas.height = size * pixelRatio;
  // Read back at once: on the GPU that would wait for all the map has to draw.
  const pen = canvas.getContext("2d", { willReadFrequently: true });
  if (pen === null) return null;
  pen.scale(pixelRatio, pixelRatio);
  draw(pen);
  return { data: pen.getImageData(0, 0, canvas.width, canvas.height), pixelRatio };
}
