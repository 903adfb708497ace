// Milliseconds from navigation to the first painted map, in a fresh real Chromium each time: node first-map.cjs URL
const { chromium } = require("playwright-core");

const [, , url] = process.argv;
const flags = [
  "--no-sandbox",
  "--use-gl=angle",
  "--use-angle=swiftshader",
  "--enable-unsafe-swiftshader",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-quic",
  "--no-first-run",
];

(async () => {
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: flags });
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    // The dashboard is for those who are signed in; the static page has nobody to sign in to.
    await page.request.post(new URL("/api/session", url).href, {
      headers: { "X-GridMap-Request": "1" },
      data: { login: "viewer", password: "gridmap-demo" },
    });
    await page.goto(url);
    const mark = await page.waitForFunction(() => performance.getEntriesByName("first-map")[0]?.startTime, undefined, { timeout: 60_000, polling: 10 });
    process.stdout.write(`${await mark.jsonValue()}\n`);
  } finally {
    await browser.close();
  }
})();
