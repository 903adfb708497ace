// Milliseconds from letting go of a dragged pin to the frame that shows the answer, number and map: node what-if.cjs URL TIMES; a line for each time.
const { chromium } = require("playwright-core");

const [, , url, times] = process.argv;
const flags = ["--no-sandbox", "--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--disable-background-networking", "--no-first-run"];
/** No further answer comes so long after the last one. */
const quiet = 700;

/** Runs in the page: when the hand let go, and the frames with an answer since it took the pin. */
function watch() {
  window.released = 0;
  window.painted = [];
  window.addEventListener("pointerdown", () => {
    window.released = 0;
    window.painted = [];
  }, true);
  window.addEventListener("pointerup", ({ timeStamp }) => {
    window.released = timeStamp;
  }, true);
  window.addEventListener("mouseup", ({ timeStamp }) => {
    window.released = Math.max(window.released, timeStamp);
  }, true);
  // Heard where it is set: an observer is told in a task of its own, which may come a frame late.
  const mark = performance.mark.bind(performance);
  performance.mark = (name, ...more) => {
    // The frame is handed over when the next one begins.
    if (name === "coverage-painted") requestAnimationFrame((time) => window.painted.push(Math.max(time, performance.now())));
    return mark(name, ...more);
  };
}

/** A pin in the free part of the map on which nothing else lies. */
function freePin() {
  for (const pin of document.querySelectorAll(".coverage-pin")) {
    const box = pin.getBoundingClientRect();
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    if (x > 480 && x < innerWidth - 480 && y > 160 && y < innerHeight - 160 && document.elementFromPoint(x, y) === pin) return { x, y };
  }
  return null;
}

/** What the server says of the question in the address. */
async function truth() {
  const [, facilityId, longitude, latitude] = /^(\d+)@([\d.]+),([\d.]+)$/.exec(new URL(location.href).searchParams.get("if"));
  const changes = [{ facilityId, position: { longitude: Number(longitude), latitude: Number(latitude) } }];
  const answer = await fetch("/graphql", {
    method: "POST",
    headers: { "content-type": "application/json", "x-gridmap-request": "1" },
    body: JSON.stringify({
      query: "query ($input: CoverageInput!) { coverage(input: $input) { share { covered total } } }",
      variables: { input: { kind: "party_service_station", minutes: 15, changes } },
    }),
  });
  const { covered, total } = (await answer.json()).data.coverage.share;
  return `${covered.toLocaleString("en-US")} / ${total.toLocaleString("en-US")}`;
}

(async () => {
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: flags });
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: "zh-CN" });
    await page.addInitScript(watch);
    await page.request.post(new URL("/api/session", url).href, { headers: { "X-GridMap-Request": "1" }, data: { login: "viewer", password: "gridmap-demo" } });
    await page.goto(new URL("/coverage?kind=party_service_station&minutes=15", url).href);
    await page.waitForFunction(freePin, undefined, { timeout: 60_000 });
    for (let time = 0; time < Number(times); time++) {
      const pin = await page.evaluate(freePin);
      await page.mouse.move(pin.x, pin.y);
      await page.mouse.down();
      for (let step = 1; step <= 12; step++) await page.mouse.move(pin.x + step * (time % 2 ? -4 : 4), pin.y + step * 3, { steps: 1 });
      await page.mouse.up();
      const last = await page.waitForFunction(
        // What was painted before the hand let go is what stays: nobody waited for it.
        (wait) => {
          const last = Math.max(window.released, window.painted.at(-1) ?? 0);
          return window.released > 0 && window.painted.length > 0 && performance.now() - last > wait && { waited: last - window.released };
        },
        quiet,
        { timeout: 60_000 },
      );
      const shown = await page.getByTestId("coverage-of").textContent();
      const expected = await page.evaluate(truth);
      if (!shown.includes(expected)) throw new Error(`The screen says ${shown}, the server ${expected}`);
      process.stdout.write(`${(await last.jsonValue()).waited}\n`);
      await page.getByRole("button", { name: "恢复现状" }).click();
      await page.waitForTimeout(quiet);
    }
  } finally {
    await browser.close();
  }
})();
