import { describe, expect, it } from "vitest";
import { soundsDue } from "./due.ts";

const alarm = (id: string, severity: "URGENT" | "WARNING" | "NOTICE", over: object = {}) => ({
  id,
  severity,
  state: "RAISED" as const,
  silence: null,
  repeatSeconds: 30 as number | null,
  ...over,
});

const nobody = new Map<string, number>();

describe("what is heard", () => {
  it("is the worst of what is due, once for all of them", () => {
    const { sound, next } = soundsDue([alarm("1", "NOTICE"), alarm("2", "URGENT")], nobody, 1000);
    expect(sound).toBe("URGENT");
    expect(soundsDue([alarm("1", "NOTICE"), alarm("2", "URGENT")], next, 30_999).sound).toBeNull();
    expect(soundsDue([alarm("1", "NOTICE"), alarm("2", "URGENT")], next, 31_000).sound).toBe("URGENT");
  });

  it("is heard once when its rule says so", () => {
    const once = [alarm("1", "NOTICE", { repeatSeconds: null })];
    const { sound, next } = soundsDue(once, nobody, 1000);
    expect(sound).toBe("NOTICE");
    expect(soundsDue(once, next, 1e12).sound).toBeNull();
  });

  it("is nothing of what somebody has acknowledged or has silenced", () => {
    const known = [alarm("1", "URGENT", { state: "ACKNOWLEDGED" }), alarm("2", "URGENT", { silence: "MUTED" })];
    expect(soundsDue(known, nobody, 1000)).toEqual({ sound: null, next: new Map() });
  });

  it("is heard at once when the silence ends", () => {
    const { next } = soundsDue([alarm("1", "WARNING", { silence: "QUIET_HOURS" })], nobody, 1000);
    expect(soundsDue([alarm("1", "WARNING")], next, 2000).sound).toBe("WARNING");
  });
});
