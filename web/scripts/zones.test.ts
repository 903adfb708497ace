import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const web = fileURLToPath(new URL("..", import.meta.url));
let tree = "";

beforeAll(() => {
  tree = mkdtempSync(join(tmpdir(), "zones-"));
  copyFileSync(join(web, "biome.json"), join(tree, "biome.json"));
});

afterAll(() => rmSync(tree, { recursive: true }));

/** What the linter says of files planted in an empty tree under this project's rules. */
function lint(files: Readonly<Record<string, string>>): string {
  rmSync(join(tree, "src"), { recursive: true, force: true });
  for (const [path, source] of Object.entries(files)) {
    mkdirSync(dirname(join(tree, path)), { recursive: true });
    writeFileSync(join(tree, path), source);
  }
  const { stdout, stderr } = spawnSync(join(web, "node_modules/.bin/biome"), ["lint", "--colors=off", "src"], {
    cwd: tree,
    encoding: "utf8",
  });
  return stdout + stderr;
}

function using(imported: string): string {
  return `import { thing } from "${imported}";\n\nexport const used = thing;\n`;
}

const breaches = [
  ["a slice that uses another slice", "src/patrols/breach.ts", "../areas/area.ts"],
  ["a slice that uses app", "src/patrols/breach.ts", "../app/session.ts"],
  ["a slice that touches the map library", "src/patrols/breach.ts", "maplibre-gl"],
  ["app that touches the map library", "src/app/breach.ts", "maplibre-gl"],
  ["the map's plumbing that touches SignalR", "src/platform/map/breach.ts", "@microsoft/signalr"],
  ["the feed's plumbing that touches the map library", "src/platform/live/breach.ts", "maplibre-gl"],
  ["plumbing that knows a subject", "src/platform/geo/breach.ts", "../../areas/area.ts"],
] as const;

describe("the import zones", () => {
  it.each(breaches)("refuse %s", (_, path, imported) => {
    expect(lint({ [path]: using(imported) })).toContain("noRestrictedImports");
  });

  it("refuse a cycle", () => {
    const cycle = { "src/patrols/a.ts": using("./b.ts"), "src/patrols/b.ts": using("./a.ts") };
    expect(lint(cycle)).toContain("noImportCycles");
  });

  it("allow what a slice may use", () => {
    const fine = {
      "src/patrols/fine.ts": using("#platform/geo/mercator.ts"),
      "src/patrols/near.ts": using("./fine.ts"),
    };
    expect(lint(fine)).not.toMatch(/noRestrictedImports|noImportCycles/);
  });
});
