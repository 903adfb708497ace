import { expect, it } from "vitest";
import { coveredBy } from "./covered.ts";

const screen = { width: 1440, height: 900, queue: true, panel: false, strip: true };

it("leaves the map what no panel covers", () => {
  const covered = coveredBy(screen);
  expect(covered.left).toBeGreaterThan(coveredBy({ ...screen, queue: false }).left);
  expect(covered.right).toBeLessThan(coveredBy({ ...screen, panel: true }).right);
  expect(covered.bottom).toBeGreaterThan(coveredBy({ ...screen, strip: false }).bottom);
});

it("knows a panel of a phone as a sheet over the lower half", () => {
  const phone = { ...screen, width: 390, height: 844, queue: false };
  expect(coveredBy(phone).bottom).toBeLessThan(844 * 0.4);
  expect(coveredBy({ ...phone, panel: true })).toMatchObject({ left: 0, right: 0, bottom: 844 * 0.55 });
});
