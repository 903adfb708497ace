import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parse } from "graphql";
import { describe, expect, it } from "vitest";
import { manifestFile, type Source, trustedDocuments } from "./documents.mjs";

function source(file: string, text: string): Source {
  return { file, document: parse(text) };
}

describe("trusted documents", () => {
  it("are known by the SHA-256 of their text", () => {
    const manifest = Object.entries<string>(JSON.parse(readFileSync(manifestFile, "utf8")));
    expect(manifest.length).toBeGreaterThan(0);
    for (const [id, text] of manifest) {
      expect(id).toBe(`sha256:${createHash("sha256").update(text).digest("hex")}`);
    }
  });

  it("carry the fragments they reach, once, and no others", () => {
    const [document] = trustedDocuments([
      source("a/Wanted.graphql", "query Wanted { area(id: 1) { ...Outer ...Inner } }"),
      source("a/Outer.graphql", "fragment Outer on Area { ...Inner }"),
      source("b/Inner.graphql", "fragment Inner on Area { id } fragment Other on Area { name }"),
    ]);
    expect(document?.text.match(/fragment \w+/g)?.sort()).toEqual(["fragment Inner", "fragment Outer"]);
  });

  it("refuse a fragment nobody has written", () => {
    expect(() => trustedDocuments([source("a/Q.graphql", "query Q { area(id: 1) { ...Lost } }")])).toThrow("Lost");
  });

  it("refuse a file that does not hold the one operation it is named after", () => {
    expect(() => trustedDocuments([source("a/Q.graphql", "query Other { place { name } }")])).toThrow("named Q");
    expect(() => trustedDocuments([source("a/Q.graphql", "query Q { x } query R { x }")])).toThrow("named Q");
  });

  it("reach the built page by their ids alone", () => {
    const assets = fileURLToPath(new URL("../dist/assets/", import.meta.url));
    const scripts = readdirSync(assets).filter((file) => file.endsWith(".js"));
    const code = scripts.map((file) => readFileSync(assets + file, "utf8")).join("\n");
    const manifest = Object.entries<string>(JSON.parse(readFileSync(manifestFile, "utf8")));
    expect(manifest.filter(([id]) => !code.includes(id))).toEqual([]);
    const headings = manifest.flatMap(([, text]) => text.match(/^(query|mutation|fragment) \w+/gm) ?? []);
    expect(headings.filter((heading) => code.includes(heading))).toEqual([]);
  });
});
