import { readFile } from "node:fs/promises";
import react from "@vitejs/plugin-react";
import type { Plugin } from "vite";
import { defineConfig } from "vitest/config";
import { manifestFile, writeDocuments } from "./scripts/documents.mjs";

// The test runner's reporter groups failures with Map.groupBy, which Node 20 does not have.
Map.groupBy ??= (items, keyOf) => {
  const groups = new Map();
  let index = 0;
  for (const item of items) {
    const key = keyOf(item, index++);
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return groups;
};

const server = `http://127.0.0.1:${process.env["GRIDMAP_PORT"] ?? "8600"}`;
const fromServer = ["/api", "/graphql", "/tiles", "/open311", "/osmand", "/health"];

/** Lets the browser fetch the map's code beside the shell instead of after it. */
const preloadMap: Plugin = {
  name: "preload-map",
  apply: "build",
  transformIndexHtml: {
    order: "post",
    handler: (_, { bundle }) =>
      Object.values(bundle ?? {})
        .filter((output) => output.type === "chunk" && output.name === "CommandScreen")
        .map((output) => ({
          tag: "link",
          attrs: { rel: "modulepreload", crossorigin: true, href: `/${output.fileName}` },
          injectTo: "head",
        })),
  },
};

/** Makes the documents' modules, and puts beside the page what the server knows them by. */
const trustedDocuments: Plugin = {
  name: "trusted-documents",
  buildStart: writeDocuments,
  async generateBundle() {
    this.emitFile({ type: "asset", fileName: "trusted-documents.json", source: await readFile(manifestFile) });
  },
};

/** Small things that several screens and the first map use. */
const common =
  /\/(platform\/(api\/convert|live\/client|map\/MapTip|ui\/(Link|PreferenceButtons|RemoteView|time))|layers\/visibility)\.tsx?$/;

export default defineConfig({
  plugins: [trustedDocuments, react(), preloadMap],
  // MapLibre 6 is ESM with a worker file of its own; the dependency optimiser would separate the two.
  optimizeDeps: { exclude: ["maplibre-gl"] },
  worker: { format: "es" },
  build: {
    target: "es2023",
    manifest: true,
    sourcemap: false,
    modulePreload: { polyfill: false },
    // A strict content security policy allows no data: fonts or scripts; small assets stay files.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1200,
    rolldownOptions: {
      output: {
        // In one piece: each file of its own costs more than it holds.
        codeSplitting: { groups: [{ name: "common", test: common }] },
      },
    },
  },
  server: {
    port: 8680,
    strictPort: true,
    proxy: {
      ...Object.fromEntries(fromServer.map((path) => [path, { target: server }])),
      "/hubs": { target: server, ws: true },
      "/graphql": { target: server, ws: true },
    },
  },
  test: { include: ["src/**/*.test.ts", "src/**/*.test.tsx", "scripts/**/*.test.ts"] },
});
