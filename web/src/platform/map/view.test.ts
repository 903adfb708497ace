import { describe, expect, it } from "vitest";
import { formatView, parseView, scaleBar } from "./view.ts";

describe("the view in the address", () => {
  it("comes back as it was written", () => {
    const view = { zoom: 14.25, latitude: 40.05123, longitude: 113.20456 };
    const read = parseView(formatView(view));
    expect(read?.zoom).toBe(14.25);
    expect(read?.latitude).toBeCloseTo(view.latitude, 5);
    expect(read?.longitude).toBeCloseTo(view.longitude, 5);
  });

  it("is refused when it is no view", () => {
    for (const hash of [
      "",
      "#map=",
      "#map=14/91/0",
      "#map=14/10/181",
      "#map=99/0/0",
      "#map=x/1/2",
      "#map=1/2/3/4",
      "#map=../1/2",
    ]) {
      expect(parseView(hash)).toBeNull();
    }
  });
});

describe("the scale bar", () => {
  it("is a round number of metres and never longer than its room", () => {
    for (let zoom = 3; zoom <= 22; zoom += 0.37) {
      const bar = scaleBar({ zoom, latitude: 40, longitude: 0 }, 100);
      expect(bar.pixels).toBeLessThanOrEqual(100.0001);
      expect(bar.pixels).toBeGreaterThan(39);
      expect([1, 2, 5]).toContain(Math.round(bar.meters / 10 ** Math.floor(Math.log10(bar.meters) + 1e-9)));
    }
  });
});
