// Turns the `.graphql` documents of the slices into what the dashboard is built from: in `generated/` the types of their variables and results, a module a
// document that holds its id and no text, and the manifest by which the server knows them.
import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { codegen } from "@graphql-codegen/core";
import * as operations from "@graphql-codegen/typescript-operations";
import { Kind, parse, print, visit } from "graphql";

const web = fileURLToPath(new URL("..", import.meta.url));
const schemaFile = join(web, "../src/GridMap.Server/schema.graphql");

export const manifestFile = join(web, "generated/trusted-documents.json");

const typing = {
  immutableTypes: true,
  skipTypename: true,
  scalars: {
    ID: "string",
    DateTime: "string",
    Date: "string",
    GeoJSON: "GeoJSON.Geometry",
    Longitude: "number",
    Latitude: "number",
  },
};

async function readDocuments(folder) {
  const entries = await readdir(folder, { recursive: true });
  const files = entries.filter((entry) => entry.endsWith(".graphql")).sort();
  return Promise.all(
    files.map(async (file) => ({ file, document: parse(await readFile(join(folder, file), "utf8")) })),
  );
}

/** An operation with the fragments it reaches, wherever they are written. */
function withFragments(operation, fragments) {
  const reached = new Map();
  const collect = (node) => visit(node, { enter: take });
  const take = (node) => {
    if (node.kind !== Kind.FRAGMENT_SPREAD || reached.has(node.name.value)) return;
    const fragment = fragments.get(node.name.value);
    if (fragment === undefined) throw new Error(`There is no fragment ${node.name.value}.`);
    reached.set(node.name.value, fragment);
    collect(fragment);
  };
  collect(operation);
  return [operation, ...reached.values()].map(print).join("\n\n");
}

/** The one operation of a file, which has the file's name; null for a file of fragments. */
function operationOf({ file, document }) {
  const found = document.definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  if (found.length === 0) return null;
  const name = basename(file, ".graphql");
  if (found.length > 1 || found[0].name?.value !== name)
    throw new Error(`${file}: one operation, named ${name}, is expected.`);
  return found[0];
}

/** Every operation as `{file, name, text, id}`. */
export function trustedDocuments(sources) {
  const fragments = new Map(
    sources
      .flatMap(({ document }) => document.definitions)
      .filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION)
      .map((fragment) => [fragment.name.value, fragment]),
  );
  return sources.flatMap((source) => {
    const operation = operationOf(source);
    if (operation === null) return [];
    const text = withFragments(operation, fragments);
    const id = `sha256:${createHash("sha256").update(text).digest("hex")}`;
    return [{ file: source.file, name: operation.name.value, kind: operation.operation, text, id }];
  });
}

function moduleOf({ file, name, kind, id }) {
  const suffix = kind[0].toUpperCase() + kind.slice(1);
  const up = relative(dirname(file), "documents.ts").replaceAll("\\", "/");
  const [result, variables] = [`${name}${suffix}`, `${name}${suffix}Variables`];
  return [
    `import type { ${result}, ${variables} } from "${up}";`,
    `import type { TrustedDocument } from "#platform/api/query.ts";`,
    "",
    `export const ${name[0].toLowerCase()}${name.slice(1)} = "${id}" as TrustedDocument<${result}, ${variables}>;`,
    "",
  ].join("\n");
}

/** Writes `generated/` anew. */
export async function writeDocuments() {
  const sources = await readDocuments(join(web, "src"));
  const documents = trustedDocuments(sources);
  const types = await codegen({
    schema: parse(await readFile(schemaFile, "utf8")),
    documents: sources.map(({ file, document }) => ({ location: file, document })),
    filename: "documents.ts",
    config: {},
    plugins: [{ operations: typing }],
    pluginMap: { operations },
  });
  const manifest = Object.fromEntries(documents.map(({ id, text }) => [id, text]));
  const written = [
    ["documents.ts", types],
    ["trusted-documents.json", JSON.stringify(manifest, null, 1)],
    ...documents.map((document) => [document.file.replace(/\.graphql$/, ".ts"), moduleOf(document)]),
  ];
  await rm(join(web, "generated"), { recursive: true, force: true });
  for (const [file, text] of written) {
    const path = join(web, "generated", file);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await writeDocuments();
