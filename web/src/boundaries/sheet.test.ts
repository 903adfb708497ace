import { describe, expect, it } from "vitest";
import { drawingOf, roomFor } from "./sheet.ts";

const square = (west: number, south: number, size: number): GeoJSON.Polygon => ({
  type: "Polygon",
  coordinates: [
    [
      [west, south],
      [west + size, south],
      [west + size, south + size],
      [west, south + size],
      [west, south],
    ],
  ],
});

describe("drawingOf", () => {
  it("puts north up and keeps all shapes within the drawing", () => {
    const shapes = [square(117, 40, 0.01), square(117.01, 40.002, 0.004)];
    const drawing = drawingOf(shapes, 800);
    if (drawing === null) throw new Error("nothing is drawn");
    const [west, south] = drawing.place(117, 40);
    const [east, north] = drawing.place(117.014, 40.01);
    expect(north).toBeLessThan(south);
    expect(Math.min(west, north)).toBeGreaterThan(0);
    expect(east).toBeLessThan(800);
    expect(south).toBeLessThan(drawing.height);
  });

  it("has a bar of a round length in one scale with the map", () => {
    const drawing = drawingOf([square(117, 40, 0.01)], 800);
    const [, top] = drawing?.place(117, 40.01) ?? [0, 0];
    const [, bottom] = drawing?.place(117, 40) ?? [0, 0];
    const metersDrawn = 0.01 * 111_320;
    expect(((drawing?.bar.units ?? 0) / (bottom - top)) * metersDrawn).toBeCloseTo(drawing?.bar.meters ?? 0, 3);
  });

  it("draws nothing of nothing", () => {
    expect(drawingOf([null], 800)).toBeNull();
  });
});

describe("roomFor", () => {
  const drawing = { place: (x: number, y: number): readonly [number, number] => [x, -y] };

  it("is in the wide part of a shape and never beside it", () => {
    const hook: GeoJSON.Polygon = {
      type: "Polygon",
      coordinates: [
        [
          [0, 0],
          [100, 0],
          [100, 40],
          [60, 40],
          [60, 5],
          [0, 5],
          [0, 0],
        ],
      ],
    };
    const [x, y] = roomFor(hook, drawing) ?? [0, 0];
    expect(x).toBeGreaterThan(70);
    expect(x).toBeLessThan(90);
    expect(y).toBeLessThan(-10);
  });

  it("is nowhere where there is nothing", () => {
    expect(roomFor(null, drawing)).toBeNull();
  });
});
