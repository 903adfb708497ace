import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { District, openLive, report, signIn } from "./district.ts";

const district = new District();

test.beforeAll(async () => {
  test.setTimeout(180_000);
  await district.found();
});

test.afterAll(() => district.dispose());

const strip = (page: Page) => page.getByRole("region", { name: "近 24 小时上报" });
const slider = (page: Page) => strip(page).getByRole("slider");
const hours = (page: Page) => strip(page).locator(".hour");
const countAt = async (page: Page, hour: number) => Number(await hours(page).nth(hour).getAttribute("data-count"));

/** Reports of the 24 hours that end with the present one, by SQL. */
function reportedByHour(): number[] {
  return district
    .query(
      `SELECT count(incident.id)
       FROM generate_series(date_trunc('hour', now()) - interval '23 hours', date_trunc('hour', now()), '1 hour') AS hour (at)
       LEFT JOIN incident ON reported_at >= hour.at AND reported_at < hour.at + interval '1 hour' AND step <> 'voided'
       GROUP BY hour.at ORDER BY hour.at`,
    )
    .map(Number);
}

async function expectAsInDatabase(page: Page): Promise<void> {
  const shown = () => hours(page).evaluateAll((bars) => bars.map((bar) => (bar as HTMLElement).dataset["count"]));
  // Both anew each time: an hour may have ended meanwhile, which the page notices within a minute.
  await expect.poll(async () => (await shown()).join() === reportedByHour().join(), { timeout: 90_000 }).toBe(true);
}

test("each hour has as many as were reported in it, and one more is there by itself", async ({ page }) => {
  await signIn(page, district.url, "admin");
  await openLive(page, district.url);
  await expect(strip(page)).toHaveAttribute("data-known", "true");
  await expectAsInDatabase(page);
  const [row = ""] = district.query("SELECT ST_X(centre), ST_Y(centre) FROM place");
  const [longitude = 0, latitude = 0] = row.split("|").map(Number);
  const [code = "", name = ""] = (district.query("SELECT code, name FROM incident_class ORDER BY code LIMIT 1")[0] ?? "").split("|");
  for (const words of ["一", "二", "三"]) await report(district.url, [longitude, latitude], `小时条 ${words}`, code);
  await expectAsInDatabase(page);

  // Of what class they were is told to whoever points at them.
  await hours(page).last().hover();
  await expect(strip(page).locator(".hour-tip")).toContainText(name);
  await expect(strip(page).locator(".hour-tip")).toContainText(`${await countAt(page, 23)} 件`);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.filter(({ impact }) => impact === "serious" || impact === "critical").map(({ id }) => id)).toEqual([]);
});

test("an hour leads into the replay at that time, by pointer and by keyboard, and back again", async ({ page }) => {
  await signIn(page, district.url, "admin");
  await openLive(page, district.url);
  await expect(strip(page)).toHaveAttribute("data-known", "true");
  const box = await slider(page).boundingBox();
  if (box === null) throw new Error("The strip has no place.");
  const now = Date.now();
  await page.mouse.move(box.x + box.width * 0.1, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.5, box.y + box.height / 2, { steps: 4 });
  await page.mouse.up();
  const replay = page.getByRole("region", { name: "回放控制" });
  await expect(replay).toBeVisible();
  await expect(strip(page)).toHaveCount(0);
  const at = Date.parse(new URL(page.url()).searchParams.get("at") ?? "");
  // Twelve hours before the end of the present hour, wherever in it this runs.
  expect(at).toBeGreaterThan(now - 12.1 * 3_600_000);
  expect(at).toBeLessThan(now - 10.9 * 3_600_000);
  await replay.getByRole("button", { name: "返回实时" }).click();
  await page.mouse.move(5, 5);

  await slider(page).focus();
  const value = Number(await slider(page).getAttribute("aria-valuenow"));
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowLeft");
  await expect(slider(page)).toHaveAttribute("aria-valuenow", String(value - 2));
  await page.keyboard.press("Enter");
  await expect(replay).toBeVisible();
  const entered = new Date(new URL(page.url()).searchParams.get("at") ?? "");
  expect([entered.getUTCMinutes(), entered.getUTCSeconds()]).toEqual([0, 0]);
});
