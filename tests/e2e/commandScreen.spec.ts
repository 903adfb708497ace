import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { District, report, sendFix, signIn, until } from "./district.ts";

const district = new District();

test.beforeAll(async () => {
  test.setTimeout(180_000);
  await district.found();
});

test.afterAll(() => district.dispose());

type Place = readonly [longitude: number, latitude: number];

const badge = (page: Page) => page.locator(".badge");

const queue = (page: Page) => page.getByRole("region", { name: "事件队列" });

/** The newest report first: the queue draws only what is in sight. */
const orderByNewest = (page: Page) => queue(page).getByRole("button", { name: /按紧急/ }).click();

async function open(page: Page, path = "/"): Promise<void> {
  await signIn(page, district.url, "admin");
  await page.goto(`${district.url}${path}`);
  await page.waitForFunction(() => performance.getEntriesByName("first-map").length > 0);
  await expect(badge(page)).toHaveAttribute("data-state", "live");
}

function centreOfDistrict(): Place {
  const [row = ""] = district.query("SELECT ST_X(centre), ST_Y(centre) FROM place");
  const [longitude = "", latitude = ""] = row.split("|");
  return [Number(longitude), Number(latitude)];
}

const anyClass = () => district.query("SELECT code FROM incident_class ORDER BY code LIMIT 1")[0] ?? "";

/** How different two pictures are: the share of pixels that changed, counted in the browser itself. */
async function changedShare(page: Page, before: Buffer, after: Buffer): Promise<number> {
  return page.evaluate(
    async ([a, b]) => {
      const pixels = async (base64: string) => {
        const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
        const bitmap = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
        const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
        const context = canvas.getContext("2d");
        if (context === null) throw new Error("no 2d context");
        context.drawImage(bitmap, 0, 0);
        return context.getImageData(0, 0, bitmap.width, bitmap.height).data;
      };
      const [first, second] = [await pixels(a), await pixels(b)];
      let changed = 0;
      for (let i = 0; i < first.length; i += 4) {
        const distance = Math.abs((first[i] ?? 0) - (second[i] ?? 0)) + Math.abs((first[i + 1] ?? 0) - (second[i + 1] ?? 0));
        if (distance > 24) changed++;
      }
      return changed / (first.length / 4);
    },
    [before.toString("base64"), after.toString("base64")] as const,
  );
}

/** A part of the page, as soon as it is the same for half a second. */
async function steady(page: Page, clip: { x: number; y: number; width: number; height: number }): Promise<Buffer> {
  let last = await page.screenshot({ clip });
  await expect
    .poll(async () => {
      const before = last;
      await page.waitForTimeout(500);
      last = await page.screenshot({ clip });
      return changedShare(page, before, last);
    })
    .toBe(0);
  return last;
}

test("a tile is painted: the city is on the map, with its synthetic mark and its attribution", async ({ page }) => {
  await open(page);
  const picture = await page.locator("canvas.maplibregl-canvas").screenshot();
  const colours = await page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    const context = canvas.getContext("2d");
    context?.drawImage(bitmap, 0, 0);
    const data = context?.getImageData(0, 0, bitmap.width, bitmap.height).data ?? new Uint8ClampedArray();
    const seen = new Set<number>();
    for (let i = 0; i < data.length; i += 4) seen.add(((data[i] ?? 0) << 16) | ((data[i + 1] ?? 0) << 8) | (data[i + 2] ?? 0));
    return seen.size;
  }, picture.toString("base64"));
  expect(colours).toBeGreaterThan(200);
  await expect(page.getByText("合成数据").first()).toBeVisible();
  await expect(page.getByText("程序合成").first()).toBeVisible();
});

test("a patrol moves on the map when its tracker says so", async ({ page }) => {
  const [id = ""] = district.query("SELECT min(patrol_id) FROM on_duty_patrols(now())");
  const [device = ""] = district.query(`SELECT device_id FROM patrol WHERE id = ${id}`);
  const [longitude, latitude] = centreOfDistrict();
  // 40 m to the east in a walker's time: plausible, and out of the middle of the picture.
  expect((await sendFix(district.url, device, [longitude, latitude], Date.now() - 40_000)).status).toBe(200);
  await open(page, `/#map=18/${latitude}/${longitude}`);
  const middle = { x: 690, y: 420, width: 60, height: 60 };
  const before = await steady(page, middle);
  await sendFix(district.url, device, [longitude + 0.00048, latitude]);
  await expect.poll(async () => changedShare(page, before, await page.screenshot({ clip: middle }))).toBeGreaterThan(0.02);
});

test("an incident reported by Open311 is in the queue within a second, and on the map", async ({ page }) => {
  const at = centreOfDistrict();
  await open(page, `/#map=17/${at[1]}/${at[0]}`);
  const middle = { x: 690, y: 420, width: 60, height: 60 };
  await orderByNewest(page);
  const before = await steady(page, middle);
  const number = await report(district.url, at, "路面塌陷，请尽快处理", anyClass());
  const row = queue(page).locator(`a[href="/incidents/${number}"]`);
  await expect(row).toBeVisible({ timeout: 1_000 });
  await expect.poll(async () => changedShare(page, before, await page.screenshot({ clip: middle }))).toBeGreaterThan(0.02);

  await row.click();
  await expect(page).toHaveURL(new RegExp(`/incidents/${number}#map=17`));
  await expect(page.getByRole("complementary", { name: /事件/ })).toContainText("路面塌陷，请尽快处理");
});

test("the badge says when the server is away, and comes back with what was reported meanwhile, without a reload", async ({ page }) => {
  await open(page);
  await orderByNewest(page);
  await page.evaluate(() => Object.assign(window, { sameDocument: true }));
  await district.stop();
  await expect(badge(page)).toHaveAttribute("data-state", "disconnected", { timeout: 5_000 });
  await expect(badge(page)).toHaveText(/已断开 \d\d:\d\d:\d\d 起/);
  const at = centreOfDistrict();
  let number = "";
  await district.withOtherServer(async (url) => {
    number = await report(url, at, "断线期间上报", anyClass());
  });
  await district.start();
  await expect(badge(page)).toHaveAttribute("data-state", "live", { timeout: 30_000 });
  await expect(queue(page).locator(`a[href="/incidents/${number}"]`)).toBeVisible();
  expect(await page.evaluate(() => "sameDocument" in window)).toBe(true);
});

test("a kill between acknowledgement and display loses nothing", async ({ page }) => {
  await open(page);
  await orderByNewest(page);
  const at = centreOfDistrict();
  const numbers: string[] = [];
  for (let i = 0; i < 5; i++) numbers.push(await report(district.url, at, `断电前上报 ${i}`, anyClass()));
  await district.stop("SIGKILL");
  await district.start();
  await expect(badge(page)).toHaveAttribute("data-state", "live", { timeout: 30_000 });
  for (const number of numbers) await expect(queue(page).locator(`a[href="/incidents/${number}"]`)).toHaveCount(1);
});

test("the view never moves by itself, and the address carries view and selection", async ({ page }) => {
  const [longitude, latitude] = centreOfDistrict();
  // As the map writes it.
  await open(page, `/#map=15/${latitude.toFixed(6)}/${longitude.toFixed(6)}`);
  await orderByNewest(page);
  const hash = () => page.evaluate(() => location.hash);
  const before = await hash();
  const number = await report(district.url, [longitude + 0.004, latitude + 0.004], "视图不应移动", anyClass());
  const row = queue(page).locator(`a[href="/incidents/${number}"]`);
  await row.click();
  await page.waitForTimeout(1_000);
  expect(await hash()).toBe(before);
  await page.reload();
  await expect(page.getByRole("complementary", { name: /事件/ })).toContainText("视图不应移动");
  expect(await hash()).toBe(before);
  await page.goBack();
  await expect(page).toHaveURL(new RegExp(`/${before}`));
});

test("search finds a grid by its code and goes there because it was asked to", async ({ page }) => {
  await open(page);
  const [code = ""] = district.query("SELECT code FROM current_area WHERE level = 'grid' ORDER BY id LIMIT 1");
  const before = await page.evaluate(() => location.hash);
  await page.keyboard.press("/");
  await page.keyboard.type(code);
  await expect(page.getByRole("option")).toHaveCount(1);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("complementary")).toContainText(code);
  await expect(page).toHaveURL(/\/areas\/\d+/);
  await expect.poll(() => page.evaluate(() => location.hash)).not.toBe(before);
});

test("every word is there in both languages, and the choice is kept", async ({ page }) => {
  await open(page);
  await page.getByRole("button", { name: /English/ }).click();
  await expect(page.getByRole("heading", { name: "Incident queue" })).toBeVisible();
  await page.reload();
  await expect(page.getByRole("heading", { name: "Incident queue" })).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("lang", /^en/);
});

for (const [theme, toggle] of [
  ["dark", false],
  ["light", true],
] as const) {
  test(`no serious accessibility finding in the ${theme} theme`, async ({ page }) => {
    await open(page);
    if (toggle) await page.getByRole("button", { name: "切换到浅色" }).click();
    const [number = ""] = district.query("SELECT number FROM incident WHERE step NOT IN ('closed', 'voided') LIMIT 1");
    await queue(page).locator("a").first().click();
    await expect(page.getByRole("complementary")).toBeVisible();
    const findings = await new AxeBuilder({ page }).analyze();
    const serious = findings.violations.filter((finding) => finding.impact === "serious" || finding.impact === "critical");
    expect(serious.map((finding) => `${finding.id}: ${finding.nodes[0]?.html ?? ""}`)).toEqual([]);
    expect(number).not.toBe("");
  });
}

for (const [width, height] of [
  [1440, 900],
  [1920, 1080],
  [3840, 1080],
  [390, 844],
] as const) {
  test(`nothing is cut off at ${width}×${height}`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await open(page);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(overflow).toBe(0);
    await expect(badge(page)).toBeInViewport();
    await expect(page.getByRole("combobox")).toBeInViewport();
  });
}

test("nothing comes from another host, and nothing is refused by the page's own policy", async ({ page }) => {
  const foreign: string[] = [];
  const refused: string[] = [];
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (!["data:", "blob:"].includes(url.protocol) && url.origin !== district.url) foreign.push(request.url());
  });
  page.on("console", (message) => {
    if (message.type() === "error") refused.push(message.text());
  });
  await open(page);
  await until(async () => (await page.locator("canvas").count()) > 0);
  expect(foreign).toEqual([]);
  expect(refused).toEqual([]);
});
