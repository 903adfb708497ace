// Adds up the reports of suites (trx, JUnit xml, Playwright json) and prints "<passed> <failed>".
import { readFileSync } from "node:fs";

const attribute = (tag, name) => Number(new RegExp(`\\b${name}="(\\d+)"`).exec(tag)?.[1] ?? 0);

function readTrx(text) {
  const counters = /<Counters [^>]*>/.exec(text)?.[0] ?? "";
  const passed = attribute(counters, "passed");
  const failed = attribute(counters, "executed") - passed;
  // A run that was aborted has no failed test to show for it.
  const isBroken = /<ResultSummary outcome="(?!Completed)/.test(text);
  return { passed, failed: failed === 0 && isBroken ? 1 : failed };
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

const sums = process.argv
  .slice(2)
  .map((file) => readers[file.split(".").at(-1)](readFileSync(file, "utf8")))
  .reduce((sum, { passed, failed }) => ({ passed: sum.passed + passed, failed: sum.failed + failed }), { passed: 0, failed: 0 });

console.log(`${sums.passed} ${sums.failed}`);
