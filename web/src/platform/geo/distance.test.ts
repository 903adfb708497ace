import { expect, it } from "vitest";
import { boxAround, distanceBetween } from "./distance.ts";

it("measures a kilometre to the north and to the east", () => {
  expect(distanceBetween([113.3, 40], [113.3, 40.008993])).toBeCloseTo(1000, 0);
  expect(distanceBetween([113.3, 40], [113.3 + 0.011739, 40])).toBeCloseTo(1000, 0);
});

it("makes a box whose sides are as far away as was asked for", () => {
  const [west, south, east, north] = boxAround([113.3, 40], 500);
  expect(distanceBetween([113.3, 40], [west, 40])).toBeCloseTo(500, 0);
  expect(distanceBetween([113.3, 40], [east, 40])).toBeCloseTo(500, 0);
  expect(distanceBetween([113.3, 40], [113.3, south])).toBeCloseTo(500, 0);
  expect(distanceBetween([113.3, 40], [113.3, north])).toBeCloseTo(500, 0);
});
