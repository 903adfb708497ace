import { expect, it } from "vitest";
import { retryDelay } from "./backoff.ts";

it("tries again at once after a first failure and never gives up", () => {
  expect(retryDelay(0, 0)).toBeLessThan(100);
  expect(retryDelay(10_000, 1)).toBe(4500);
});

it("spreads clients that lost the same server", () => {
  expect(retryDelay(5, 0)).toBe(1000);
  expect(retryDelay(5, 1)).toBe(3000);
});
