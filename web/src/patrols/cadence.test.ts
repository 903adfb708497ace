import { expect, it } from "vitest";
import { unitsPerPixel } from "#platform/geo/mercator.ts";
import { frameInterval } from "./cadence.ts";

/** 1.4 m/s at 40° north in mercator units a millisecond. */
const walking = (1.4 / 1000 / 0.766) * (2 ** 32 / 40_075_016);

it("draws every frame of a walk seen from near", () => {
  expect(frameInterval(walking * 10, unitsPerPixel(19))).toBe(16);
});

it("rests between frames that would look the same", () => {
  expect(frameInterval(walking, unitsPerPixel(12))).toBe(1000);
  expect(frameInterval(walking, unitsPerPixel(16))).toBeGreaterThan(100);
});

it("stops when nothing moves", () => {
  expect(frameInterval(0, unitsPerPixel(14))).toBeNull();
});
