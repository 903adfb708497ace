import { expect, it } from "vitest";
import { createFeatureDiffer, toFeature } from "./incidentFeatures.ts";
import { sampleIncident } from "./sample.ts";

const now = Date.parse("2026-11-21T01:00:00Z");
const first = sampleIncident({ id: "1" });
const second = sampleIncident({ id: "2" });
const features = (...items: readonly (typeof first)[]) => items.map((item) => toFeature(item, now));

it("adds all at first and nothing when nothing changed", () => {
  const differ = createFeatureDiffer();
  expect(differ(features(first, second)).add.length).toBe(2);
  expect(differ(features(first, second))).toEqual({ remove: [], add: [] });
});

it("takes out what is closed and replaces what moved or became overdue", () => {
  const differ = createFeatureDiffer();
  differ(features(first, second));
  const moved = { ...second, position: [113.3, 40.1] as const };
  const { remove, add } = differ(features(moved));
  expect(remove.sort()).toEqual(["1", "2"]);
  expect(add.map((feature) => feature.id)).toEqual(["2"]);
  const late = differ([toFeature(moved, now + 86_400_000)]);
  expect(late.add[0]?.properties["severity"]).toBe("overdue");
});
