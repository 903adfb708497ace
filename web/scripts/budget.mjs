// Fails when what loads before the first map weighs more than 450 KB in brotli: the page, its scripts and styles, and the map's worker.
import { readFile, stat } from "node:fs/promises";

const budget = 450_000;
// Started when the first map has been painted (app/session.ts).
const afterTheMap = /\/liveWorker-[^/]+\.js$/;
const dist = new URL("../dist/", import.meta.url);
const manifest = JSON.parse(await readFile(new URL(".vite/manifest.json", dist), "utf8"));

/** Everything the entry needs, in its static imports and in the command screen it asks for at once. */
function collect(key, files, seen) {
  if (seen.has(key)) return;
  seen.add(key);
  const chunk = manifest[key];
  for (const file of [chunk.file, ...(chunk.css ?? []), ...(chunk.assets ?? [])]) {
    if (!afterTheMap.test(file)) files.add(file);
  }
  for (const next of chunk.imports ?? []) collect(next, files, seen);
}

const files = new Set(["index.html"]);
const seen = new Set();
collect("index.html", files, seen);
const command = Object.keys(manifest).find((key) => manifest[key].name === "CommandScreen");
collect(command, files, seen);

const sizes = await Promise.all([...files].map(async (file) => [file, (await stat(new URL(`${file}.br`, dist))).size]));
const total = sizes.reduce((sum, [, size]) => sum + size, 0);
for (const [file, size] of sizes.sort((a, b) => b[1] - a[1])) console.log(`${String(size).padStart(8)}  ${file}`);
console.log(`${String(total).padStart(8)}  before the first map (budget ${budget})`);
if (total > budget) {
  console.error("Over the budget: split what is not needed for the first map, or take something out.");
  process.exit(1);
}
