import { expect, it } from "vitest";
import { distanceBetween } from "./distance.ts";

it("measures a kilometre to the north and to the east", () => {
  expect(distanceBetween([113.3, 40], [113.3, 40.008993])).toBeCloseTo(1000, 0);
  expect(distanceBetween([113.3, 40], [113.3 + 0.011739, 40])).toBeCloseTo(1000, 0);
});
