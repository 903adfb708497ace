export type View = { readonly zoom: number; readonly latitude: number; readonly longitude: number };

/** Reads `#map=zoom/latitude/longitude`. */
export function parseView(hash: string): View | null {
  const found = /^#map=([\d.]+)\/(-?[\d.]+)\/(-?[\d.]+)$/.exec(hash);
  if (found === null) return null;
  const [zoom, latitude, longitude] = [Number(found[1]), Number(found[2]), Number(found[3])];
  if (!(zoom >= 0 && zoom <= 24) || !(Math.abs(latitude) <= 85) || !(Math.abs(longitude) <= 180)) return null;
  return { zoom, latitude, longitude };
}

/** As many digits as the zoom can show, so that addresses stay short. */
export function formatView({ zoom, latitude, longitude }: View): string {
  const digits = Math.max(0, Math.min(7, Math.ceil(zoom / 3) + 1));
  return `#map=${Number(zoom.toFixed(2))}/${latitude.toFixed(digits)}/${longitude.toFixed(digits)}`;
}

export type ScaleBar = { readonly pixels: number; readonly meters: number };

/** The longest round length that fits `maxPixels` at this view. */
export function scaleBar({ zoom, latitude }: View, maxPixels: number): ScaleBar {
  const metersPerPixel = (40_075_016.686 * Math.cos((latitude * Math.PI) / 180)) / (512 * 2 ** zoom);
  const longest = metersPerPixel * maxPixels;
  const magnitude = 10 ** Math.floor(Math.log10(longest));
  const factor = [5, 2, 1].find((step) => step * magnitude <= longest) ?? 1;
  const meters = factor * magnitude;
  return { meters, pixels: meters / metersPerPixel };
}
