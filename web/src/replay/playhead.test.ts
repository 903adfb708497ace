import { describe, expect, it } from "vitest";
import { formatReplay, lastDay, parseReplay } from "./address.ts";
import { histogram, hourMarks, neighbour } from "./ground.ts";
import { advance, obey, type Playhead, seek, shift, toggle } from "./playhead.ts";

const start = Date.parse("2026-06-03T00:00:00Z");
const hour = 3_600_000;
const head: Playhead = { from: start, until: start + 24 * hour, at: start + hour, speed: 60, playing: false };

describe("the playhead", () => {
  it("goes by its speed, and stands at the end", () => {
    const playing = toggle(head);
    expect(advance(playing, 1000).at - head.at).toBe(60_000);
    expect(advance(head, 1000)).toBe(head);
    expect(advance(playing, -5).at).toBe(head.at);
    const ended = advance({ ...playing, at: head.until - 1, speed: 600 }, 16);
    expect([ended.at, ended.playing]).toEqual([head.until, false]);
  });

  it("begins anew when it is played at the end", () => {
    expect(toggle(seek(head, head.until))).toMatchObject({ at: head.from, playing: true });
  });

  it("never leaves the period, whatever key or pointer says", () => {
    expect(seek(head, Number.NEGATIVE_INFINITY).at).toBe(head.from);
    expect(obey(seek(head, head.until), "ArrowRight", true)?.at).toBe(head.until);
    expect(obey(head, "PageDown", false)?.at).toBe(head.from);
    expect(obey(head, "ArrowLeft", true)?.at).toBe(head.at - 600_000);
    expect([obey(head, "Home", false)?.at, obey(head, "End", false)?.at]).toEqual([head.from, head.until]);
    expect(obey(head, "x", false)).toBeNull();
  });

  it("is as fast as 600 and as slow as the clock", () => {
    const fastest = Array.from({ length: 9 }).reduce<Playhead>((faster) => shift(faster, 1), head);
    const slowest = Array.from({ length: 9 }).reduce<Playhead>((slower) => shift(slower, -1), head);
    expect([fastest.speed, slowest.speed]).toEqual([600, 1]);
  });
});

describe("the address", () => {
  it("tells a replay and is understood again; what else it says stays", () => {
    const search = formatReplay("?x=1", { ...head, speed: 300 });
    expect(search).toBe("?x=1&replay=2026-06-03T00:00:00Z/2026-06-04T00:00:00Z&at=2026-06-03T01:00:00Z&speed=300");
    expect(parseReplay(search, 0)).toEqual({ ...head, speed: 300 });
    expect(formatReplay(search, null)).toBe("?x=1");
    expect(parseReplay("?x=1", 0)).toBeNull();
  });

  it("shows the last day where it makes no sense, and stays in the period", () => {
    const now = start + 48 * hour;
    for (const search of ["?replay", "?replay=x/y", "?replay=/", "?replay=2026-06-03T00:00:00Z"]) {
      expect(parseReplay(search, now)).toMatchObject(lastDay(now));
    }
    const far = "?replay=2026-06-03T00:00:00Z/2026-06-04T00:00:00Z&at=2030-01-01T00:00:00Z&speed=7";
    expect(parseReplay(far, now)).toMatchObject({ at: head.until, speed: 60 });
  });
});

describe("the ground of the strip", () => {
  it("counts each moment once, and those outside of the period never", () => {
    const moments = [head.from - 1, head.from, head.from + 1, head.until - 1, head.until];
    const bars = histogram(moments, head, 24);
    expect([bars[0], bars[23], bars.reduce((sum, bar) => sum + bar, 0)]).toEqual([2, 1, 3]);
  });

  it("finds the moment before and behind, and none at the ends", () => {
    const moments = [head.from, head.from + hour, head.from + 2 * hour];
    expect(neighbour(moments, head.from + hour, 1)).toBe(head.from + 2 * hour);
    expect(neighbour(moments, head.from + hour, -1)).toBe(head.from);
    expect(neighbour(moments, head.from, -1)).toBeNull();
    expect(neighbour([], head.from, 1)).toBeNull();
  });

  it("writes a dozen hours under a day and quarters under an hour", () => {
    expect(hourMarks(head)).toHaveLength(12);
    expect(hourMarks({ from: start, until: start + hour })).toHaveLength(4);
  });
});
