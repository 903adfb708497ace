import { expect, type Page, test } from "@playwright/test";
import { District, openLive, signIn } from "./district.ts";

const district = new District();

test.beforeAll(async () => {
  test.setTimeout(180_000);
  await district.found();
});

test.afterAll(() => district.dispose());

/** Latitude and longitude of the middle of the map, as the address tells them. */
function centreOf(page: Page): number[] {
  return new URL(page.url()).hash.split("/").slice(1, 3).map(Number);
}

test("the place of a report is found by name, with the keyboard too", async ({ page }) => {
  const [name = ""] = district.query("SELECT name FROM compound ORDER BY length(name) DESC, id LIMIT 1");
  await signIn(page, district.url, "admin");
  await openLive(page, `${district.url}/report`);
  const form = page.getByRole("complementary", { name: "上报事件" });
  const field = form.getByRole("searchbox", { name: "按地址、小区、道路或编号查找" });
  await field.fill("没有这样的地方");
  await expect(form.locator(".place-search")).toContainText("没有找到");
  await field.press("Enter");
  await expect(form.locator(".report-place [role=status]").first()).toContainText("在地图上点选");
  await field.fill(name);
  await expect(form.getByRole("button", { name: new RegExp(name) }).first()).toBeVisible();
  await field.press("Enter");
  await expect(form.locator(".report-place [role=status]").first()).toContainText(/东经 \d+\.\d{5}，北纬 \d+\.\d{5}/);
  await expect(field).toHaveValue("");
  await form.getByLabel("类别").selectOption({ label: "暴露垃圾" });
  await form.getByLabel("情况描述").fill("按名称找到的位置");
  await form.getByRole("button", { name: "上报", exact: true }).click();
  await expect(page.getByRole("complementary", { name: "事件", exact: true })).toContainText("按名称找到的位置");
});

test("quiet hours are set, seen by the others, and taken away", async ({ page, browser }) => {
  const open = async (window: Page, login: string) => {
    await signIn(window, district.url, login);
    await openLive(window, `${district.url}/alarms`);
    const centre = window.getByRole("complementary", { name: "报警中心" });
    await centre.getByRole("button", { name: "规则" }).click();
    return centre;
  };
  const mine = await open(page, "admin");
  const other = await (await browser.newContext({ locale: "zh-CN", timezoneId: "Asia/Shanghai" })).newPage();
  const theirs = await open(other, "viewer");
  for (const centre of [mine, theirs]) await expect(centre).toContainText("没有人设置免打扰");
  await mine.getByRole("button", { name: "设置我的时段…" }).click();
  for (const day of ["一", "二", "三", "四", "五"]) await mine.getByRole("button", { name: day, exact: true }).click();
  await mine.getByLabel("从", { exact: true }).fill("23:00");
  await mine.getByLabel("到", { exact: true }).fill("05:30");
  await mine.getByLabel("紧急报警也静音").check();
  await mine.getByRole("button", { name: "保存" }).click();
  for (const centre of [mine, theirs]) await expect(centre).toContainText("系统管理员 每周 六 日 23:00–05:30 · 含紧急");
  await expect(theirs.getByRole("button", { name: "取消我的时段" })).toHaveCount(0);
  await mine.getByRole("button", { name: "取消我的时段" }).click();
  for (const centre of [mine, theirs]) await expect(centre).toContainText("没有人设置免打扰");

  // Hours of no day are none.
  await mine.getByRole("button", { name: "设置我的时段…" }).click();
  for (const day of ["一", "二", "三", "四", "五", "六", "日"]) await mine.getByRole("button", { name: day, exact: true }).click();
  await expect(mine.getByRole("button", { name: "保存" })).toBeDisabled();
  await other.context().close();
});

test("a grid without patrol is an alarm, and its card and the alarm lead to each other and to the map", async ({ page }) => {
  const [row = ""] = district.query(
    `SELECT patrol.id, grid_id, ST_X(label_point), ST_Y(label_point) FROM patrol
     JOIN area_shape ON area_id = grid_id AND upper_inf(valid) ORDER BY patrol.id LIMIT 1`,
  );
  const [patrol = "", grid = "", longitude = "", latitude = ""] = row.split("|");
  await signIn(page, district.url, "admin");
  await openLive(page, `${district.url}/areas/${grid}#map=13/${Number(latitude) + 0.05}/${Number(longitude) + 0.05}`);
  const card = page.locator(".grid-alarm");
  await expect(page.getByRole("complementary", { name: "区域" })).toBeVisible();
  await expect(card).toHaveCount(0);

  // Of the whole district one patrol is on duty, who sends nothing; and what minutes the server has looked at it forgets: it looks at them again by itself.
  district.query(
    `DELETE FROM shift;
     INSERT INTO shift (patrol_id, weekdays, starts_at, ends_at) VALUES (${patrol}, '{1,2,3,4,5,6,7}', '00:00', '00:00');
     UPDATE alarm_rule SET after_seconds = 120 WHERE kind = 'grid_unpatrolled';
     SELECT pg_advisory_xact_lock(hashtext('gridmap_presence'));
     INSERT INTO presence_clock (watched_from, watched_until)
     SELECT minute, minute FROM (VALUES (date_trunc('minute', now()) - interval '4 minutes')) AS past (minute)
     ON CONFLICT (singleton) DO UPDATE SET watched_from = excluded.watched_from, watched_until = excluded.watched_until`,
  );
  await expect(card).toContainText("无人巡查报警，未确认", { timeout: 60_000 });
  await card.getByRole("link", { name: "打开报警" }).click();
  await expect(page).toHaveURL(/\/alarms\/\d+/);
  const alarm = page.getByRole("region", { name: "链接中的报警" });
  await alarm.getByRole("button", { name: "在地图上显示" }).click();
  await expect
    .poll(() => Math.hypot(...centreOf(page).map((degrees, axis) => degrees - Number(axis === 0 ? latitude : longitude))))
    .toBeLessThan(0.02);
  await alarm.getByRole("link").first().click();
  await expect(page).toHaveURL(new RegExp(`/areas/${grid}(#|$)`));
  await expect(card).toContainText("无人巡查报警，未确认");
});
