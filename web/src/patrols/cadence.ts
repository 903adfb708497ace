/** A glide of less than this between two frames cannot be seen. */
const visiblePixels = 0.4;
const fastestFrame = 16;
export const slowestFrame = 1000;

/**
 * Milliseconds until the map has to be drawn again: a walker at district scale moves a fraction of a pixel a second, and
 * sixty frames a second would only warm the desk. Null when nothing moves.
 */
export function frameInterval(unitsPerMillisecond: number, unitsPerPixel: number): number | null {
  const pixelsPerMillisecond = unitsPerMillisecond / unitsPerPixel;
  if (!(pixelsPerMillisecond > 0)) return null;
  return Math.min(slowestFrame, Math.max(fastestFrame, visiblePixels / pixelsPerMillisecond));
}
