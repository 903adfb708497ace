// Main-thread time a frame of each way, in a fresh page of a real Chromium: node measure.cjs FOLDER PORT SECONDS WAY… ; a line of JSON for each.
const { createReadStream } = require("node:fs");
const { createServer } = require("node:http");
const { extname, join, normalize } = require("node:path");
const { chromium } = require("playwright-core");

const [, , folder, port, seconds, ...ways] = process.argv;
const types = { ".html": "text/html", ".js": "text/javascript", ".mjs": "text/javascript" };
const flags = ["--no-sandbox", "--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--disable-background-networking", "--no-first-run", "--disable-dev-shm-usage"];

const server = createServer((request, response) => {
  const name = normalize(new URL(request.url, "http://page").pathname);
  response.setHeader("Content-Type", types[extname(name)] ?? "application/octet-stream");
  createReadStream(join(folder, name)).on("error", () => response.writeHead(404).end()).pipe(response);
});

async function mainThreadSeconds(session) {
  const { metrics } = await session.send("Performance.getMetrics");
  return metrics.find(({ name }) => name === "TaskDuration").value;
}

async function measure(browser, way) {
  const page = await browser.newPage({ viewport: { width: 960, height: 600 } });
  page.on("pageerror", (error) => process.stderr.write(`${way}: ${error}\n`));
  const session = await page.context().newCDPSession(page);
  // Processor time of the main thread, not how long others kept it waiting.
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  await page.goto(`http://127.0.0.1:${port}/index.html?way=${way}`);
  await page.waitForFunction(() => globalThis.bench?.frames() > 60, undefined, { timeout: 120_000 });
  await page.evaluate(() => globalThis.bench.takeLongTasks());
  const [frames, used] = [await page.evaluate(() => globalThis.bench.frames()), await mainThreadSeconds(session)];
  await page.waitForTimeout(Number(seconds) * 1000);
  const [framesAfter, usedAfter] = [await page.evaluate(() => globalThis.bench.frames()), await mainThreadSeconds(session)];
  const longTasks = await page.evaluate(() => globalThis.bench.takeLongTasks());
  const seen = await page.evaluate(() => globalThis.bench.check());
  await page.close();
  const drawn = framesAfter - frames;
  return { way, frames: drawn, milliseconds: ((usedAfter - used) * 1000) / drawn, apart: (Number(seconds) * 1000) / drawn, longTasks: longTasks.length, ...seen };
}

(async () => {
  await new Promise((done) => server.listen(Number(port), "127.0.0.1", done));
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: flags });
  try {
    for (const way of ways) process.stdout.write(`${JSON.stringify(await measure(browser, way))}\n`);
  } finally {
    await browser.close();
    server.close();
  }
})();
