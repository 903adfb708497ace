import { describe, expect, it } from "vitest";
import { commandOf, formatProgramme, obey, type Programme, parseProgramme, sceneNames, turned } from "./programme.ts";

const programme: Programme = { scenes: ["live", "coverage", "response"], dwell: 30, held: null };

describe("the address of a wall", () => {
  it("says what is shown, and brings it back", () => {
    const held = { ...programme, held: "coverage" } as const;
    expect(formatProgramme(held)).toBe("?scenes=live,coverage,response&dwell=30&hold=coverage");
    expect(parseProgramme(formatProgramme(held), sceneNames)).toEqual(held);
    expect(parseProgramme(formatProgramme(programme), sceneNames)).toEqual(programme);
  });

  it("leaves out what means nothing", () => {
    expect(parseProgramme("?scenes=live,moon,live,%00&dwell=soon&hold=presence", sceneNames)).toEqual({
      scenes: ["live"],
      dwell: 20,
      held: null,
    });
    expect(parseProgramme("", ["live", "coverage"])).toEqual({ scenes: ["live", "coverage"], dwell: 20, held: null });
    expect(parseProgramme("?dwell=1", sceneNames).dwell).toBe(20);
    expect(parseProgramme("?dwell=1e9", sceneNames).dwell).toBe(20);
  });
});

describe("a turn", () => {
  it("ends when its time is over, and after the last scene the first comes again", () => {
    const first = { at: 0, since: 1000 };
    expect(turned(first, programme, 30_999)).toBe(first);
    expect(turned(first, programme, 31_000)).toEqual({ at: 1, since: 31_000 });
    expect(turned({ at: 2, since: 0 }, programme, 999_000)).toEqual({ at: 0, since: 999_000 });
  });

  it("does not end while the scene is held or is the only one", () => {
    const first = { at: 0, since: 0 };
    expect(turned(first, { ...programme, held: "live" }, 1e9)).toBe(first);
    expect(turned(first, { ...programme, scenes: ["live"] }, 1e9)).toBe(first);
  });
});

describe("a key", () => {
  const wall = { programme, turn: { at: 0, since: 0 } };

  it("steps both ways around", () => {
    expect(obey(wall, { kind: "step", by: -1 }, 7).turn).toEqual({ at: 2, since: 7 });
    expect(obey(wall, { kind: "step", by: 1 }, 7).turn).toEqual({ at: 1, since: 7 });
  });

  it("holds the scene that is on, and lets it go with its whole time", () => {
    const held = obey(wall, { kind: "hold" }, 7);
    expect(held.programme.held).toBe("live");
    expect(obey(held, { kind: "go", at: 2 }, 8).programme.held).toBe("response");
    expect(obey(held, { kind: "hold" }, 9)).toEqual({ programme, turn: { at: 0, since: 9 } });
  });

  it("goes to no scene that is not there", () => {
    expect(obey(wall, { kind: "go", at: 7 }, 7)).toEqual(wall);
  });

  it("is one of a few", () => {
    expect(commandOf("3")).toEqual({ kind: "go", at: 2 });
    expect(commandOf("ArrowLeft")).toEqual({ kind: "step", by: -1 });
    expect(commandOf(" ")).toEqual({ kind: "hold" });
    expect(commandOf("0")).toBeNull();
    expect(commandOf("a")).toBeNull();
  });
});
