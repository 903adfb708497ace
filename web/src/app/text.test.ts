import { describe, expect, it } from "vitest";
import type { Text } from "../platform/i18n/text.ts";

type Words = Readonly<Record<string, unknown>>;

const modules = import.meta.glob<Record<string, Text<Words>>>("../**/*[tT]ext.ts", { eager: true });
const catalogues = Object.entries(modules).flatMap(([path, module]) =>
  Object.entries(module)
    .filter(([, value]) => typeof value === "object" && "zh" in value && "en" in value)
    .map(([name, value]) => ({ name: `${path} ${name}`, ...value })),
);

/** Every word of a catalogue by its path; a word with parameters is said with a sample. */
function say(words: Words, prefix = ""): readonly (readonly [string, string])[] {
  return Object.entries(words).flatMap(([key, value]) => {
    if (typeof value === "string") return [[prefix + key, value] as const];
    if (typeof value === "function") return [[prefix + key, String(value(7, 9))] as const];
    return say(value as Words, `${prefix}${key}.`);
  });
}

const chinese = /[一-鿿]/;

/** Words that are the same in every language, such as names of formats, or name the other one. */
const languageFree = new Set([
  "unknown",
  "language",
  "languageLabel",
  "visitsOf",
  "product",
  "times",
  "file.geojson",
  "file.gpkg",
]);

describe.each(catalogues)("the words of $name", ({ zh, en }) => {
  const [inChinese, inEnglish] = [say(zh), say(en as Words)];

  it("are the same set in both languages", () => {
    expect(inEnglish.map(([key]) => key)).toEqual(inChinese.map(([key]) => key));
  });

  it("are all said", () => {
    for (const [key, word] of [...inChinese, ...inEnglish]) expect(word.trim(), key).not.toBe("");
  });

  it("are Chinese in Chinese and not in English", () => {
    for (const [key, word] of inChinese) if (!languageFree.has(key)) expect(word, key).toMatch(chinese);
    for (const [key, word] of inEnglish) if (!languageFree.has(key)) expect(word, key).not.toMatch(chinese);
  });
});

it("every catalogue is looked at", () => {
  expect(catalogues.length).toBeGreaterThanOrEqual(9);
});
