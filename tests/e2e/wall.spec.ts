import AxeBuilder from "@axe-core/playwright";
import { type CDPSession, expect, type Page, test } from "@playwright/test";
import { District, signIn } from "./district.ts";

const district = new District();

test.beforeAll(async () => {
  test.setTimeout(180_000);
  await district.found();
});

test.afterAll(() => district.dispose());

test.use({ viewport: { width: 1920, height: 1080 } });

const wall = (page: Page) => page.locator("main.wall");

const value = (page: Page) => page.getByTestId("wall-value");

const of = (page: Page) => page.getByTestId("wall-of");

async function open(page: Page, programme: string, login = "wall"): Promise<void> {
  await signIn(page, district.url, login);
  await page.goto(`${district.url}/wall?${programme}`);
  await expect(wall(page)).toBeVisible();
}

const onScene = (page: Page, scene: string) => expect(wall(page)).toHaveAttribute("data-scene", scene);

/** What the screens tell of each scene: the number, and what it is out of. */
async function readScreens(page: Page): Promise<Readonly<Record<string, readonly (string | null)[]>>> {
  await page.goto(district.url);
  const total = page.locator(".kpi").filter({ hasText: "未结事件" }).locator("b");
  await expect(total).toHaveText(/\d/);
  const live = [await page.locator(".kpi-overdue b").textContent(), `/ ${await total.textContent()} 件`];
  await page.goto(`${district.url}/coverage`);
  await expect(page.getByTestId("coverage-of")).toContainText("/");
  const coverage = [await page.getByTestId("coverage-share").textContent(), await page.getByTestId("coverage-of").textContent()];
  await page.goto(`${district.url}/response`);
  const summary = page.locator(".response-summary");
  await expect(summary).toContainText("按期结案率");
  const due = /([\d,]+ \/ [\d,]+) 件应结案/.exec((await summary.textContent()) ?? "")?.[1];
  return { live, coverage, response: [await summary.locator("dd").last().textContent(), `${due} 件`] };
}

test("the numbers are those of the screens to the last digit", async ({ page }) => {
  await signIn(page, district.url, "wall");
  // Read again when a deadline has passed meanwhile.
  await expect(async () => {
    const screens = await readScreens(page);
    const told: Record<string, readonly (string | null)[]> = {};
    for (const scene of Object.keys(screens)) {
      await page.goto(`${district.url}/wall?hold=${scene}`);
      await onScene(page, scene);
      await expect(page.locator(".wall-note")).toHaveCount(0);
      told[scene] = [await value(page).textContent(), await of(page).textContent()];
    }
    expect(told).toEqual(screens);
  }).toPass({ timeout: 100_000 });
});

test("scenes take turns, stay when held, and obey keys; the address keeps what was chosen", async ({ page }) => {
  await open(page, "scenes=live,coverage,volunteers&dwell=5");
  await onScene(page, "live");
  await onScene(page, "coverage");
  await page.keyboard.press("Space");
  await expect(page).toHaveURL(/scenes=live,coverage,volunteers&dwell=5&hold=\w+$/);
  await expect(page.getByText("已停留")).toBeVisible();
  await page.keyboard.press("3");
  await onScene(page, "volunteers");
  await expect(page).toHaveURL(/hold=volunteers$/);
  await page.keyboard.press("ArrowRight");
  await onScene(page, "live");
  await page.reload();
  await onScene(page, "live");
  await expect(page).toHaveURL(/hold=live$/);
  await page.keyboard.press("Space");
  await expect(page).not.toHaveURL(/hold=/);
  await onScene(page, "coverage");
});

test("controls come with the pointer and go without it", async ({ page }) => {
  await open(page, "scenes=coverage");
  const hold = page.getByRole("button", { name: "停在此画面" });
  await expect(hold).toHaveCount(0);
  await page.mouse.move(400, 400);
  await page.mouse.move(500, 500);
  await expect(hold).toBeVisible();
  await expect(hold).toHaveCount(0);
  await expect(wall(page)).toHaveAttribute("data-hands", "false");
});

test("the wall goes grey when the feed is cut, says since when, and comes back by itself", async ({ page }) => {
  await open(page, "hold=live");
  await expect(value(page)).toBeVisible();
  await expect(page.locator("[data-stale=false]")).toContainText("数据截至");
  await page.evaluate(() => Object.assign(window, { sameDocument: true }));
  await district.stop();
  const stale = page.locator("[data-stale=true]");
  await expect(stale).toContainText(/连接中断 · 以下为 \d\d:\d\d:\d\d 的数据/);
  await expect(page.locator(".wall-map")).toHaveCSS("filter", "grayscale(1)");
  // Whatever the scene.
  await page.keyboard.press("2");
  await onScene(page, "coverage");
  await expect(stale).toBeVisible();
  await district.start();
  await expect(stale).toHaveCount(0, { timeout: 60_000 });
  await expect(of(page)).toContainText("户");
  expect(await page.evaluate(() => "sameDocument" in window)).toBe(true);
});

test("a new build is loaded between two scenes", async ({ page }) => {
  const served = '<script type="module" crossorigin src="/assets/index-another.js"></script>';
  await page.route("**/wall", (route) =>
    route.request().resourceType() === "fetch" ? route.fulfill({ contentType: "text/html", body: served }) : route.fallback(),
  );
  await open(page, "scenes=coverage,volunteers&dwell=5");
  await page.waitForEvent("domcontentloaded");
  await page.unroute("**/wall");
  await expect(value(page)).toBeVisible();
});

test("a map that the graphics card has taken away and not given back is loaded anew", async ({ page }) => {
  await open(page, "scenes=coverage,volunteers&dwell=5");
  // Drawn with more points than it is laid out with, the map has its parts: one of them hears of the loss.
  await page.waitForFunction(() => {
    const canvas = document.querySelector<HTMLCanvasElement>("canvas.maplibregl-canvas");
    return canvas !== null && canvas.width > canvas.clientWidth * 1.5;
  });
  const again = page.waitForEvent("domcontentloaded");
  await page.evaluate(() => document.querySelector("canvas")?.getContext("webgl2")?.getExtension("WEBGL_lose_context")?.loseContext());
  await again;
  await expect(value(page)).toBeVisible();
});

test("a browser that cannot draw shows the numbers", async ({ page }) => {
  await page.addInitScript(() => {
    HTMLCanvasElement.prototype.getContext = () => null;
  });
  await open(page, "hold=coverage");
  await expect(page.getByText(/需要 WebGL 2/)).toBeVisible();
  await expect(of(page)).toContainText("户");
});

test("what the account may not see is said and not shown", async ({ page }) => {
  await open(page, "scenes=presence", "field");
  await expect(page.getByRole("alert")).toContainText("此账号不能查看本画面");
  await page.goto(`${district.url}/wall`);
  await expect(page.getByRole("navigation", { name: "画面" }).getByRole("button")).toHaveText([/实时态势/, /服务覆盖/, /响应时效/, /志愿服务/]);
});

test("a day without volunteers says so", async ({ page }) => {
  district.query("UPDATE activity SET starts_at = now() - interval '9 days', ends_at = now() - interval '8 days'");
  await open(page, "hold=volunteers");
  await expect(page.locator(".wall-caption")).toHaveText("今天没有志愿活动");
  await expect(of(page)).toHaveText("/ 0 个名额");
});

type Held = { readonly nodes: number; readonly listeners: number; readonly megabytes: number; readonly contexts: number; readonly objects: number };

/** What the page holds after all that is rubbish has been taken away. */
async function held(page: Page, cdp: CDPSession): Promise<Held> {
  await cdp.send("HeapProfiler.collectGarbage");
  const { metrics } = (await cdp.send("Performance.getMetrics")) as { metrics: { name: string; value: number }[] };
  const metric = (name: string) => metrics.find((each) => each.name === name)?.value ?? 0;
  const { contexts, objects } = await page.evaluate(() => (window as unknown as { gl: { contexts: number; objects: number } }).gl);
  return { nodes: metric("Nodes"), listeners: metric("JSEventListeners"), megabytes: metric("JSHeapUsedSize") / 1e6, contexts, objects };
}

/** Counts drawing contexts, and what is made on the graphics card less what is given back. */
function countGraphics(): void {
  const gl = { contexts: 0, objects: 0 };
  const plain = HTMLCanvasElement.prototype.getContext;
  const known = new WeakSet<object>();
  HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, ...terms: unknown[]) {
    const context = plain.apply(this, terms as Parameters<typeof plain>);
    if (terms[0] === "webgl2" && context !== null && !known.has(context)) {
      known.add(context);
      gl.contexts++;
    }
    return context;
  } as typeof plain;
  const prototype = WebGL2RenderingContext.prototype as unknown as Record<string, (...terms: unknown[]) => unknown>;
  for (const kind of ["Buffer", "Texture", "Framebuffer", "Program", "Shader", "VertexArray"]) {
    for (const [verb, by] of [["create", 1], ["delete", -1]] as const) {
      const act = prototype[`${verb}${kind}`];
      if (act === undefined) continue;
      prototype[`${verb}${kind}`] = function (this: unknown, ...terms: unknown[]) {
        if (verb === "create" || terms[0] !== null) gl.objects += by;
        return act.apply(this, terms);
      };
    }
  }
  Object.assign(window, { gl });
}

/** What may be under way when one looks; a leak leaves more in as many turns. */
const slack: Held = { nodes: 15, listeners: 15, megabytes: 1.5, contexts: 0, objects: 15 };

test("turn after turn leaves nothing behind: nodes, listeners, heap and graphics stay as they were", async ({ page }) => {
  const turns = Number(process.env["GRIDMAP_WALL_TURNS"] ?? 30);
  test.setTimeout(120_000 + 10 * turns * 4_000);
  await page.addInitScript(countGraphics);
  await open(page, "hold=live");
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("Performance.enable");
  const turn = async (times: number) => {
    const scenes = ["coverage", "response", "presence", "volunteers", "live"];
    for (let time = 0; time < times; time++) {
      await page.keyboard.press("ArrowRight");
      await onScene(page, scenes[time % scenes.length] ?? "");
      await expect(value(page)).toBeVisible();
    }
  };
  await page.waitForFunction(() => performance.getEntriesByName("first-map").length > 0);
  await turn(5);
  let most = await held(page, cdp);
  let grown: readonly (keyof Held)[] = [];
  // A slow machine is still drawing its first maps in the first rounds; what leaks grows in every round.
  for (let round = 1; round <= 10; round++) {
    await turn(turns);
    const now = await held(page, cdp);
    test.info().annotations.push({ type: `${round} × ${turns} turns`, description: JSON.stringify(now) });
    const before = most;
    grown = (Object.keys(slack) as (keyof Held)[]).filter((each) => now[each] - before[each] > slack[each]);
    if (grown.length === 0) break;
    most = Object.fromEntries(Object.entries(before).map(([each, value]) => [each, Math.max(value, now[each as keyof Held])])) as Held;
  }
  expect(grown).toEqual([]);
  // The map's, and that of what lies right above it.
  expect(most.contexts).toBe(2);
});

/** The smallest letters beside the map, in pixels, and what stands outside the wall. */
function lookAtWords() {
  const all = [...document.querySelectorAll<HTMLElement>(".wall *")].filter(
    (each) => each.closest(".wall-canvas") === null && [...each.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim()),
  );
  const outside = all.filter((each) => {
    const box = each.getBoundingClientRect();
    return box.right > innerWidth + 1 || box.bottom > innerHeight + 1 || box.left < -1;
  });
  return {
    smallest: Math.min(...all.map((each) => Number.parseFloat(getComputedStyle(each).fontSize))),
    outside: outside.map((each) => each.textContent),
  };
}

test("on a wall of any size everything is whole, and nothing is smaller than 24 px at 1080 lines", async ({ page }) => {
  await open(page, "hold=response");
  await expect(value(page)).toBeVisible();
  for (const [width, height, unit] of [
    [1920, 1080, 1],
    [3840, 2160, 2],
    [3840, 1080, 1],
  ] as const) {
    await page.setViewportSize({ width, height });
    await page.mouse.move(500, 500 + unit);
    await expect.poll(async () => (await page.evaluate(lookAtWords)).smallest).toBeGreaterThanOrEqual(24 * unit - 0.01);
    expect((await page.evaluate(lookAtWords)).outside).toEqual([]);
  }
});

test("no serious accessibility finding on any scene", async ({ page }) => {
  await open(page, "hold=live");
  for (const [key, scene] of [
    ["1", "live"],
    ["3", "response"],
  ] as const) {
    await page.keyboard.press(key);
    await onScene(page, scene);
    await expect(value(page)).toBeVisible();
    const found = await new AxeBuilder({ page }).analyze();
    const serious = found.violations.filter(({ impact }) => impact === "serious" || impact === "critical");
    expect(serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`)).toEqual([]);
  }
});
