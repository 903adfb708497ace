import { describe, expect, it } from "vitest";
import { latitudeOf, longitudeOf, mercatorX, mercatorY, unitsPerPixel, worldFraction } from "./mercator.ts";

describe("fixed-point mercator", () => {
  it("returns to the place it came from within two centimetres", () => {
    for (const [longitude, latitude] of [
      [113.2, 40.05],
      [37.6173, 55.7558],
      [-179.99, -80],
      [7.42, 43.73],
    ] as const) {
      expect(longitudeOf(mercatorX(longitude))).toBeCloseTo(longitude, 6);
      expect(latitudeOf(mercatorY(latitude))).toBeCloseTo(latitude, 6);
    }
  });

  it("puts the null island in the middle of the world", () => {
    expect(worldFraction(mercatorX(0))).toBeCloseTo(0.5, 9);
    expect(worldFraction(mercatorY(0))).toBeCloseTo(0.5, 9);
  });

  it("crosses the antimeridian in a few units, not around the world", () => {
    const step = (mercatorX(-179.9999999) - mercatorX(179.9999999)) | 0;
    expect(step).toBeGreaterThan(0);
    expect(step).toBeLessThan(10);
  });

  it("keeps both poles inside the world", () => {
    expect(worldFraction(mercatorY(90))).toBeLessThan(1e-9);
    expect(worldFraction(mercatorY(-90))).toBeGreaterThan(1 - 1e-9);
  });

  it("halves the units of a pixel with every zoom", () => {
    expect(unitsPerPixel(14) / unitsPerPixel(15)).toBe(2);
  });
});
