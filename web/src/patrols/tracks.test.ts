import { describe, expect, it } from "vitest";
import { createTracks, trackWords, word } from "./tracks.ts";

function fix(id: number, x: number, y: number, age = 0, bearing = 0, speed = 6): number[] {
  return [id, x, y, age, bearing, speed];
}

function applied(...fixes: (readonly [now: number, fix: number[]])[]) {
  const tracks = createTracks();
  for (const [now, values] of fixes) tracks.apply(Int32Array.from(values), now);
  return tracks;
}

describe("patrol tracks", () => {
  it("show a new patrol where it is, without a glide", () => {
    const tracks = applied([1000, fix(7, 500, 600)]);
    expect(tracks.positionAt(0, 1000)).toEqual([500, 600]);
    expect(tracks.positionAt(0, 99_000)).toEqual([500, 600]);
  });

  it("glide from the shown place to the newest fix for as long as the fixes are apart", () => {
    const tracks = applied([1000, fix(7, 0, 0)], [5000, fix(7, 400, -800)]);
    expect(tracks.positionAt(0, 5000)).toEqual([0, 0]);
    expect(tracks.positionAt(0, 7000)).toEqual([200, -400]);
    expect(tracks.positionAt(0, 9000)).toEqual([400, -800]);
    expect(tracks.positionAt(0, 60_000)).toEqual([400, -800]);
  });

  it("start a new glide from where the patrol is seen, so that nothing jumps back", () => {
    const tracks = applied([1000, fix(7, 0, 0)], [5000, fix(7, 400, 0)], [7000, fix(7, 600, 0)]);
    expect(tracks.positionAt(0, 7000)).toEqual([200, 0]);
    expect(tracks.positionAt(0, 9000)).toEqual([600, 0]);
  });

  it("never move a patrol back to an older fix", () => {
    const tracks = applied([10_000, fix(7, 400, 0)], [11_000, fix(7, 0, 0, 5000)]);
    expect(tracks.positionAt(0, 20_000)).toEqual([400, 0]);
  });

  it("jump when the fixes are too far apart to be a walk", () => {
    const tracks = applied([1000, fix(7, 0, 0)], [5000, fix(7, 500_000, 0)]);
    expect(tracks.positionAt(0, 5000)).toEqual([500_000, 0]);
  });

  it("glide across the antimeridian the short way", () => {
    const tracks = applied([1000, fix(7, 2 ** 31 - 100, 0)], [3000, fix(7, -(2 ** 31) + 100, 0)]);
    expect(tracks.positionAt(0, 4000)[0]).toBe(-(2 ** 31));
  });

  it("close the hole that a patrol leaves", () => {
    const tracks = applied([1000, [...fix(1, 10, 10), ...fix(2, 20, 20), ...fix(3, 30, 30)]]);
    tracks.remove([1, 99]);
    expect(tracks.count()).toBe(2);
    expect(tracks.slotOf(1)).toBeNull();
    const slot = tracks.slotOf(3) ?? -1;
    expect(tracks.positionAt(slot, 1000)).toEqual([30, 30]);
    expect(tracks.words()[slot * trackWords + word.id]).toBe(3);
    tracks.apply(Int32Array.from(fix(3, 40, 40)), 2000);
    expect(tracks.count()).toBe(2);
  });

  it("forget who was last heard of before a time", () => {
    const tracks = applied([1000, [...fix(1, 10, 10), ...fix(2, 20, 20), ...fix(3, 30, 30)]], [9000, fix(2, 25, 25)]);
    tracks.removeSilent(9000);
    expect([1, 2, 3].map((id) => tracks.slotOf(id) !== null)).toEqual([false, true, false]);
  });

  it("report exactly the slots that changed, once", () => {
    const tracks = createTracks();
    tracks.apply(Int32Array.from(Array.from({ length: 100 }, (_, id) => fix(id, id, id)).flat()), 1000);
    expect(tracks.takeChanges()).toEqual([[0, 99]]);
    expect(tracks.takeChanges()).toEqual([]);
    tracks.apply(Int32Array.from([...fix(90, 1, 1), ...fix(3, 2, 2), ...fix(5, 2, 2)]), 2000);
    expect(tracks.takeChanges()).toEqual([
      [3, 5],
      [90, 90],
    ]);
  });

  it("hold more patrols than they started with room for", () => {
    const tracks = createTracks();
    for (let id = 0; id < 5000; id++) tracks.apply(Int32Array.from(fix(id, id, -id)), 1000);
    expect(tracks.count()).toBe(5000);
    expect(tracks.positionAt(tracks.slotOf(4321) ?? -1, 1000)).toEqual([4321, -4321]);
  });

  it("know until when something moves", () => {
    const tracks = applied([1000, fix(7, 0, 0)], [5000, fix(7, 400, 0)]);
    expect(tracks.motion(5000)).toEqual({ until: 9000, unitsPerMillisecond: 0.1 });
    expect(tracks.motion(9000).unitsPerMillisecond).toBe(0);
  });
});
