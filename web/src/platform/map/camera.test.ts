import { expect, it } from "vitest";
import { isInSight } from "./camera.ts";
import type { GridMapMap } from "./part.ts";

/** A map whose degrees are its pixels, as large as a phone. */
const map = {
  project: ([x, y]: [number, number]) => ({ x, y }),
  getContainer: () => ({ clientWidth: 390, clientHeight: 844 }),
} as unknown as GridMapMap;

const sheet = { top: 156, right: 0, bottom: 464, left: 0 };

it("tells what lies under a panel from what is in sight", () => {
  expect(isInSight(map, [195, 268], sheet)).toBe(true);
  expect(isInSight(map, [195, 422], sheet)).toBe(false);
  expect(isInSight(map, [195, 100], sheet)).toBe(false);
  expect(isInSight(map, [400, 268], sheet)).toBe(false);
});
