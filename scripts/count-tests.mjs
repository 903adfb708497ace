// Adds up the reports of all suites in a folder (trx, JUnit xml, Playwright json) and prints "<passed> <failed>".
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const folder = process.argv[2];
const attribute = (tag, name) => Number(new RegExp(`\\b${name}="(\\d+)"`).exec(tag)?.[1] ?? 0);

function readTrx(text) {
  const counters = /<Counters [^>]*>/.exec(text)?.[0] ?? "";
  const passed = attribute(counters, "passed");
  // Whatever was counted and neither passed nor was skipped on purpose has failed: aborted, timed out, errors.
  return { passed, failed: attribute(counters, "total") - passed - attribute(counters, "notExecuted") };
}

function readJunit(text) {
  const root = /<testsuites [^>]*>/.exec(text)?.[0] ?? "";
  const failed = attribute(root, "failures") + attribute(root, "errors");
  const skipped = [...text.matchAll(/<testsuite [^>]*>/g)].reduce((sum, [tag]) => sum + attribute(tag, "skipped"), 0);
  return { passed: attribute(root, "tests") - failed - skipped, failed };
}

function readPlaywright(text) {
  const { stats, errors } = JSON.parse(text);
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected + errors.length };
}

const readers = { trx: readTrx, xml: readJunit, json: readPlaywright };

const sums = readdirSync(folder)
  .map((file) => ({ file, read: readers[file.split(".").at(-1)] }))
  .filter(({ read }) => read)
  .map(({ file, read }) => read(readFileSync(join(folder, file), "utf8")))
  .reduce((sum, { passed, failed }) => ({ passed: sum.passed + passed, failed: sum.failed + failed }), { passed: 0, failed: 0 });

console.log(`${sums.passed} ${sums.failed}`);
