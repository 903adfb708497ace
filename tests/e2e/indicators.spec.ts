import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { District, openLive, signIn } from "./district.ts";

const district = new District();

test.beforeAll(async () => {
  test.setTimeout(180_000);
  await district.found();
});

test.afterAll(() => district.dispose());

const days = 90;
const midnight = "(date_trunc('day', now() AT TIME ZONE 'Asia/Shanghai') + interval '1 day') AT TIME ZONE 'Asia/Shanghai'";
const within = (column: string) => `${column} >= ${midnight} - interval '${days} days' AND ${column} < ${midnight} AND step <> 'voided'`;

const panel = (page: Page) => page.getByRole("complementary", { name: "指标", exact: true });
const row = (page: Page, name: string) => panel(page).getByRole("link", { name: new RegExp(`^${name}`) });
const items = (page: Page) => panel(page).locator(".indicator-list > li");

/** Both numbers of a share as SQL tells them. */
function shareOf(sql: string): [number, number] {
  const [numerator = 0, denominator = 0] = (district.query(sql)[0] ?? "").split("|").map(Number);
  return [numerator, denominator];
}

test("every number is what SQL and the response screen tell, and leads to the list behind it", async ({ page }) => {
  await signIn(page, district.url, "admin");
  await openLive(page, `${district.url}/indicators/${days}`);
  const [handled, toHandle] = shareOf(
    `SELECT count(*) FILTER (WHERE told.at <= handling_due_at), count(*)
     FROM incident
     CROSS JOIN LATERAL (
         SELECT max(at) AS at FROM incident_step
         WHERE incident_id = incident.id AND to_step IN ('feedback', 'closed') AND from_step NOT IN ('feedback', 'closed') AND step IN ('feedback', 'closed')
     ) AS told
     WHERE ${within("handling_due_at")}`,
  );
  expect(toHandle).toBeGreaterThan(handled);
  await expect(row(page, "按期处置率")).toContainText(`${handled.toLocaleString("en-US")} / ${toHandle.toLocaleString("en-US")}`);
  const [closed, toClose] = shareOf(`SELECT count(*) FILTER (WHERE closed_at <= due_at), count(*) FROM incident WHERE ${within("due_at")}`);
  const onTime = `${closed.toLocaleString("en-US")} / ${toClose.toLocaleString("en-US")}`;
  await expect(row(page, "按期结案率")).toContainText(onTime);
  const [reached = ""] = district.query(`SELECT count(*) FROM incident WHERE on_scene_at IS NOT NULL AND ${within("reported_at")}`);
  await expect(row(page, "响应时间")).toContainText(`到场 ${Number(reached).toLocaleString("en-US")} 件`);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.filter(({ impact }) => impact === "serious" || impact === "critical").map(({ id }) => id)).toEqual([]);

  // Who was not in time: as many as are missing from the number, and each has its card.
  await row(page, "按期处置率").click();
  await expect(page).toHaveURL(new RegExp(`/indicators/${days}/on-time-handling`));
  await panel(page).getByRole("button", { name: "未按期" }).click();
  const missing = toHandle - handled;
  await expect(items(page)).toHaveCount(Math.min(50, missing));
  for (let shown = 50; shown < missing; shown += 50) {
    await panel(page).getByRole("button", { name: "继续显示" }).click();
    await expect(items(page)).toHaveCount(Math.min(shown + 50, missing));
  }
  await expect(panel(page).getByRole("button", { name: "继续显示" })).toHaveCount(0);
  await items(page).first().getByRole("link").click();
  await expect(page.getByRole("complementary", { name: "事件", exact: true })).toBeVisible();
  await page.goBack();
  await panel(page).getByRole("link", { name: "全部指标" }).click();
  await row(page, "响应时间").click();
  await panel(page).getByRole("button", { name: "已到场" }).click();
  await expect(items(page).first()).toContainText(/\d+分\d\d秒|\d+时\d\d分/);

  await page.goto(`${district.url}/response?days=${days}`);
  const hints = page.locator(".response-summary .hint");
  await expect(hints.filter({ hasText: "应结案" })).toContainText(onTime);
  await expect(hints.filter({ hasText: "n =" })).toContainText(`n = ${Number(reached).toLocaleString("en-US")}`);
});

test("how much was handled in time today is in the bar, and opens by a key", async ({ page }) => {
  await signIn(page, district.url, "viewer");
  await openLive(page, district.url);
  const chip = page.getByRole("link", { name: /今日按期/ });
  await expect(chip).toContainText(/今日按期 (\d+\.\d%|—) \d+\/\d+/);
  await page.locator("body").click({ position: { x: 640, y: 400 } });
  await page.keyboard.press("e");
  await expect(panel(page)).toBeVisible();
  await expect(page).toHaveURL(/\/indicators\/1/);
  await panel(page).getByRole("button", { name: "近 7 天" }).click();
  await expect(page).toHaveURL(/\/indicators\/7/);
  await page.keyboard.press("Escape");
  await expect(panel(page)).toHaveCount(0);
});
