// What npm graphql says: one JSON request a line in, one JSON answer a line out. Schemas are kept by their number.
import { createInterface } from "node:readline";
import { buildASTSchema, execute, getOperationAST, parse, print, printSchema, specifiedRules, subscribe, validate, validateSchema } from "graphql";
import { validateSDL } from "graphql/validation/validate.js";
import "./september2025.mjs";
import { resolveField, resolveType, subscribeField } from "./universe.mjs";

const schemas = new Map();

// Version 16 forgets promises of siblings when a list's item fails at once.
process.on("unhandledRejection", () => {});

const brief = (error, rule) => ({ message: error.message, locations: error.locations ?? [], path: error.path ?? [], rule });

/** Each rule marks what it reports with its name, so that the tests can tell which rules they reach. */
const namedRules = (found) =>
  specifiedRules.map((rule) => (context) => {
    const report = (error) => {
      found.set(error, rule.name);
      context.reportError(error);
    };
    return rule(new Proxy(context, { get: (target, name) => (name === "reportError" ? report : bound(target, name)) }));
  });

const bound = (target, name) => (typeof target[name] === "function" ? target[name].bind(target) : target[name]);

function attempt(run) {
  try {
    return { value: run() };
  } catch (error) {
    return { error };
  }
}

function answerSchema({ schema: number, text }) {
  const parsed = attempt(() => parse(text));
  if (parsed.error) return { syntax: brief(parsed.error) };
  const printed = print(parsed.value);
  const written = validateSDL(parsed.value);
  if (written.length > 0) return { printed, errors: written.map((error) => brief(error)) };
  const built = attempt(() => buildASTSchema(parsed.value, { assumeValidSDL: true }));
  if (built.error) return { printed, errors: [brief(built.error)] };
  const errors = validateSchema(built.value).map((error) => brief(error));
  if (errors.length > 0) return { printed, errors };
  schemas.set(number, built.value);
  // Version 16 cannot write every default: not one that its type does not accept, nor an object of a custom scalar.
  return { printed, errors, printedSchema: attempt(() => printSchema(built.value)).value };
}

async function answerDocument({ schema: number, text, variables, operation }) {
  const parsed = attempt(() => parse(text));
  if (parsed.error) return { syntax: brief(parsed.error) };
  const printed = print(parsed.value);
  const schema = schemas.get(number);
  const rules = new Map();
  const errors = validate(schema, parsed.value, namedRules(rules), { maxErrors: 100000 }).map((error) => brief(error, rules.get(error)));
  if (errors.length > 0) return { printed, errors };
  return { printed, errors, results: await results(schema, parsed.value, variables, operation) };
}

async function results(schema, document, variableValues, operationName) {
  const args = { schema, document, variableValues, operationName, fieldResolver: resolveField, typeResolver: resolveType, subscribeFieldResolver: subscribeField };
  if (getOperationAST(document, operationName)?.operation !== "subscription") return [result(await execute(args))];
  const stream = await subscribe(args);
  if (!(Symbol.asyncIterator in stream)) return [result(stream)];
  const all = [];
  for await (const each of stream) all.push(result(each));
  return all;
}

const result = ({ data, errors }) => ({ data, errors: errors?.map((error) => brief(error)) });

/** Version 16 itself throws at times, as on a subscription whose only field is skipped. */
async function answer(request) {
  try {
    return "variables" in request ? await answerDocument(request) : answerSchema(request);
  } catch (error) {
    return { crash: error.message };
  }
}

for await (const line of createInterface({ input: process.stdin })) {
  process.stdout.write(`${JSON.stringify(await answer(JSON.parse(line)))}\n`);
}
