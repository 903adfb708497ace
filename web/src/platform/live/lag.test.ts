import { expect, it } from "vitest";
import { createLagMeter } from "./lag.ts";

it("measures lateness, not the difference of the clocks", () => {
  const lag = createLagMeter();
  expect(lag(1_000_000, 5_000_000)).toBe(0);
  expect(lag(1_002_000, 5_002_010)).toBeLessThan(20);
  expect(lag(1_004_000, 5_010_000)).toBeGreaterThan(5900);
});
