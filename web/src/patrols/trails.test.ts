import { expect, it } from "vitest";
import { trackWords } from "./tracks.ts";
import { createTrails, mostPieces } from "./trails.ts";

const fix = (id: number, x: number, age = 0) => Int32Array.of(id, x, 0, age, 0, 5);

it("leaves a piece from fix to fix that is drawn while the patrol walks it", () => {
  const trails = createTrails();
  trails.take(fix(7, 1000), 10_000);
  trails.take(fix(7, 5000), 15_000);
  expect(trails.count()).toBe(1);
  expect([...trails.words().subarray(0, trackWords)]).toEqual([1000, 0, 5000, 0, 15_000, 20_000, 0, 7]);
  expect(trails.takeChanges()).toEqual([[0, 0]]);
  expect(trails.takeChanges()).toEqual([]);
});

it("leaves none for who stands still, jumps, or sends what is older", () => {
  const trails = createTrails();
  trails.take(fix(7, 10_000), 10_000);
  trails.take(fix(7, 10_200), 15_000);
  trails.take(fix(7, 900_000), 20_000);
  trails.take(fix(7, 905_000, 30_000), 25_000);
  expect(trails.count()).toBe(0);
});

it("forgets the oldest and tells what to send in two runs at the turn", () => {
  const trails = createTrails();
  for (let step = 0; step <= mostPieces; step++) trails.take(fix(7, step * 1000), step * 1000);
  expect(trails.takeChanges()).toEqual([[0, mostPieces - 1]]);
  for (let step = 1; step <= 3; step++) trails.take(fix(7, (mostPieces + step) * 1000), (mostPieces + step) * 1000);
  expect(trails.count()).toBe(mostPieces);
  expect(trails.takeChanges()).toEqual([[0, 2]]);
});
