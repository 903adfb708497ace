const worldUnits = 2 ** 32;

/**
 * Web Mercator as 32-bit fixed point: the world is 2³² units wide (9.3 mm at the equator), so that differences are exact
 * integers on the CPU and in a shader, and wrap around the antimeridian by themselves.
 */
export function mercatorX(longitude: number): number {
  return Math.round((longitude / 360 + 0.5) * worldUnits) | 0;
}

export function mercatorY(latitude: number): number {
  const sine = Math.sin((latitude * Math.PI) / 180);
  const y = 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
  return Math.round(Math.min(1, Math.max(0, y)) * (worldUnits - 1)) | 0;
}

export function longitudeOf(x: number): number {
  return ((x >>> 0) / worldUnits - 0.5) * 360;
}

export function latitudeOf(y: number): number {
  const angle = Math.PI * (1 - (2 * (y >>> 0)) / worldUnits);
  return (Math.atan(Math.sinh(angle)) * 180) / Math.PI;
}

/** Fraction of the world, 0…1, as MapLibre's matrices take it. */
export function worldFraction(units: number): number {
  return (units >>> 0) / worldUnits;
}

/** How many units one screen pixel spans at a zoom of 512-pixel tiles. */
export function unitsPerPixel(zoom: number): number {
  return worldUnits / (512 * 2 ** zoom);
}
