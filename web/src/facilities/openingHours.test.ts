import { expect, it } from "vitest";
import { openingLines } from "./openingHours.ts";

it("says each rule on its own line, days in Chinese", () => {
  expect(openingLines("Mo-Fr 08:30-18:00; Sa,Su 09:00-17:00; PH off", "zh")).toEqual([
    "周一至周五 08:30-18:00",
    "周六、周日 09:00-17:00",
    "节假日 休息",
  ]);
});

it("leaves the notation to readers of English", () => {
  expect(openingLines("24/7", "en")).toEqual(["24/7"]);
  expect(openingLines("24/7", "zh")).toEqual(["全天开放"]);
});

it("says nothing for nothing", () => {
  expect(openingLines(" ; ", "zh")).toEqual([]);
});
