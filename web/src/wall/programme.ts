export const sceneNames = ["live", "coverage", "response", "presence", "volunteers"] as const;
export type SceneName = (typeof sceneNames)[number];

/** What a wall shows; it is the query part of the address, so that a wall that starts again shows the same. */
export type Programme = {
  readonly scenes: readonly SceneName[];
  /** Seconds that a scene stays. */
  readonly dwell: number;
  /** The scene that stays until somebody lets it go; null while they change. */
  readonly held: SceneName | null;
};

export const dwells = { usual: 20, shortest: 5, longest: 3600 } as const;

function isScene(text: string): text is SceneName {
  return sceneNames.some((name) => name === text);
}

/** The programme of an address; without scenes it shows `usual`. What is no scene and no length of time is left out. */
export function parseProgramme(search: string, usual: readonly SceneName[]): Programme {
  const said = new URLSearchParams(search);
  const named = [...new Set((said.get("scenes") ?? "").split(",").filter(isScene))];
  const scenes = named.length > 0 ? named : usual;
  const dwell = Number(said.get("dwell") ?? "");
  const held = said.get("hold");
  return {
    scenes,
    dwell: dwell >= dwells.shortest && dwell <= dwells.longest ? Math.round(dwell) : dwells.usual,
    held: scenes.find((scene) => scene === held) ?? null,
  };
}

export function formatProgramme({ scenes, dwell, held }: Programme): string {
  return `?scenes=${scenes.join(",")}&dwell=${dwell}${held === null ? "" : `&hold=${held}`}`;
}

/** Which scene is on the wall, and since when. */
export type Turn = { readonly at: number; readonly since: number };

/** The turn as it is now: the next scene when the present one has had its time, after the last the first again. */
export function turned(turn: Turn, { scenes, dwell, held }: Programme, now: number): Turn {
  const isOver = held === null && scenes.length > 1 && now - turn.since >= dwell * 1000;
  return isOver ? { at: (turn.at + 1) % scenes.length, since: now } : turn;
}

export type Command =
  | { readonly kind: "step"; readonly by: 1 | -1 }
  | { readonly kind: "go"; readonly at: number }
  | { readonly kind: "hold" };

export type Wall = { readonly programme: Programme; readonly turn: Turn };

/** What somebody at the wall asks for. A scene that is gone to starts its time anew, and is the one held where one was. */
export function obey({ programme, turn }: Wall, command: Command, now: number): Wall {
  const { scenes, held } = programme;
  if (command.kind === "hold") {
    const next = held === null ? (scenes[turn.at] ?? null) : null;
    return { programme: { ...programme, held: next }, turn: { ...turn, since: now } };
  }
  const wanted = command.kind === "go" ? command.at : (turn.at + command.by + scenes.length) % scenes.length;
  const scene = scenes[wanted];
  if (scene === undefined) return { programme, turn };
  return { programme: { ...programme, held: held === null ? null : scene }, turn: { at: wanted, since: now } };
}

/** What a key asks for; null for all others. */
export function commandOf(key: string): Command | null {
  if (key === "ArrowRight" || key === "ArrowDown" || key === "PageDown") return { kind: "step", by: 1 };
  if (key === "ArrowLeft" || key === "ArrowUp" || key === "PageUp") return { kind: "step", by: -1 };
  if (key === " ") return { kind: "hold" };
  return /^[1-9]$/.test(key) ? { kind: "go", at: Number(key) - 1 } : null;
}
