import { expect, type Page, test } from "@playwright/test";
import { District, openLive, signIn, until } from "./district.ts";

const district = new District();

test.beforeAll(async () => {
  test.setTimeout(180_000);
  await district.found();
});

test.afterAll(() => district.dispose());

async function open(page: Page, path: string): Promise<void> {
  await signIn(page, district.url, "admin");
  await openLive(page, district.url + path);
}

async function ask<T>(page: Page, query: string, variables: unknown = {}): Promise<T> {
  const answer = await page.request.post(`${district.url}/graphql`, {
    headers: { "x-gridmap-request": "1" },
    data: { query, variables },
  });
  const { data } = (await answer.json()) as { data: T | null };
  if (data === null) throw new Error(`Not answered: ${await answer.text()}`);
  return data;
}

/** A place in some grid, as the input of a mutation. */
function somewhere(): { longitude: number; latitude: number } {
  const [row = ""] = district.query(
    "SELECT ST_X(label_point), ST_Y(label_point) FROM area_shape WHERE level = 'grid' ORDER BY area_id LIMIT 1",
  );
  const [longitude = 0, latitude = 0] = row.split("|").map(Number);
  return { longitude, latitude };
}

test("a wish is dispatched, claimed, fulfilled and rated in its card, which has an address", async ({ page }) => {
  await signIn(page, district.url, "admin");
  const { makeWish } = await ask<{ makeWish: { wish: { id: string } } }>(
    page,
    "mutation ($input: MakeWishInput!) { makeWish(input: $input) { wish { id } } }",
    { input: { idempotencyKey: `e2e-wish-${Date.now()}`, title: "修理门铃", kind: "家政维修", position: somewhere() } },
  );
  await open(page, `/wishes/${makeWish.wish.id}`);
  const card = page.getByRole("complementary", { name: "微心愿", exact: true });
  await expect(card.getByRole("heading", { name: "修理门铃" })).toBeVisible();
  await card.getByRole("button", { name: "派单" }).click();
  await expect(card).toContainText("已派单，待接单");
  await card.getByRole("button", { name: "接单" }).click();
  const picker = card.getByRole("region", { name: "谁来接单" });
  await picker.getByRole("button", { name: "接单" }).first().click();
  await card.getByRole("button", { name: "已办好" }).click();
  await card.getByRole("button", { name: "5 星" }).click();
  await expect(card).toContainText("已评价");
  await card.getByRole("link").first().click();
  await expect(page.getByRole("complementary", { name: "志愿者", exact: true })).toContainText("积分明细");
});

test("an incident is reported from the desk, where the map is pointed at, and its card opens", async ({ page }) => {
  const { longitude, latitude } = somewhere();
  await open(page, `/report#map=16/${latitude}/${longitude}`);
  const form = page.getByRole("complementary", { name: "上报事件" });
  await form.getByRole("button", { name: "用画面中心" }).click();
  await form.getByLabel("类别").selectOption({ label: "暴露垃圾" });
  await form.getByLabel("情况描述").fill("电脑端上报的垃圾");
  await form.getByRole("button", { name: "上报", exact: true }).click();
  await expect(page.getByRole("complementary", { name: "事件", exact: true })).toContainText("电脑端上报的垃圾");
  expect(new URL(page.url()).pathname).toMatch(/^\/incidents\/\d{8}-\d{6}$/);

  // The same again is shown to be open there before anything is sent.
  await open(page, `/report#map=16/${latitude}/${longitude}`);
  await form.getByRole("button", { name: "用画面中心" }).click();
  await expect(form.getByRole("region", { name: "附近已有的未结事件" })).toContainText("暴露垃圾");
});

test("an alarm has an address, and its rule is changed with a history", async ({ page }) => {
  await signIn(page, district.url, "admin");
  const [code = ""] = district.query("SELECT code FROM incident_class WHERE default_urgency = 'urgent' ORDER BY code LIMIT 1");
  const { reportIncident } = await ask<{ reportIncident: { incident: { number: string } } }>(
    page,
    "mutation ($input: ReportIncidentInput!) { reportIncident(input: $input) { incident { number } } }",
    { input: { classCode: code, description: "急", position: somewhere(), idempotencyKey: `e2e-alarm-${Date.now()}` } },
  );
  const { number } = reportIncident.incident;
  let alarm = "";
  await until(async () => {
    [alarm = ""] = district.query(`SELECT id FROM alarm WHERE kind = 'urgent_incident' AND subject_name = '${number}'`);
    return alarm !== "";
  });
  await open(page, `/alarms/${alarm}`);
  await expect(page.getByRole("region", { name: "链接中的报警" })).toContainText(number);

  const centre = page.getByRole("complementary", { name: "报警中心" });
  await centre.getByRole("button", { name: "规则" }).click();
  await centre.getByRole("button", { name: "修改规则：巡查力量失联" }).click();
  await centre.getByLabel("持续多久后报警（秒）").fill("900");
  await centre.getByRole("button", { name: "保存" }).click();
  const rule = centre.getByRole("listitem").filter({ has: page.getByText("巡查力量失联", { exact: true }) });
  await expect(rule).toContainText("持续 15 分钟后报警");
  await rule.getByText("修改记录").click();
  await expect(rule.getByRole("listitem")).toContainText("系统管理员");
});

test("a team is found by its name in the search, and its card opens", async ({ page }) => {
  const [row = ""] = district.query("SELECT id, name FROM volunteer_team ORDER BY length(name) DESC, id LIMIT 1");
  const [id = "", name = ""] = row.split("|");
  await open(page, "/");
  await page.getByRole("combobox", { name: "搜索" }).fill(name);
  const option = page.getByRole("option").filter({ hasText: name }).filter({ hasText: "志愿队伍" });
  await option.first().click();
  await expect(page).toHaveURL(new RegExp(`/teams/${id}`));
  await expect(page.getByRole("complementary", { name: "志愿队伍" })).toContainText(name);
});

test("under a finger what is pressed is large enough", async ({ browser }) => {
  const phone = await browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, locale: "zh-CN", timezoneId: "Asia/Shanghai" });
  const page = await phone.newPage();
  for (const [path, panel] of [["/report", "上报事件"], ["/alarms", "报警中心"]] as const) {
    await open(page, path);
    await expect(page.getByRole("complementary", { name: panel })).toBeVisible();
    const small = await page.locator(".button:visible, .icon-button:visible, .field:visible, summary:visible").evaluateAll((parts) =>
      parts.map((part) => [part.textContent, part.getBoundingClientRect().height] as const).filter(([, height]) => height < 44),
    );
    expect(small).toEqual([]);
  }
  await phone.close();
});

test("a team is reached from the panel, and leads to its volunteers and back", async ({ page }) => {
  await open(page, "/volunteers");
  const panel = page.getByRole("complementary", { name: "志愿服务" });
  await panel.getByRole("button", { name: "队伍" }).click();
  await panel.locator(".volunteer-list a").first().click();
  const card = page.getByRole("complementary", { name: "志愿队伍" });
  await expect(page).toHaveURL(/\/teams\/\d+/);
  const id = new URL(page.url()).pathname.split("/")[2] ?? "";
  const [members = "", points = ""] = (
    district.query(
      `SELECT count(*), (SELECT coalesce(sum(points), 0) FROM points_entry JOIN volunteer ON volunteer.id = volunteer_id WHERE team_id = ${id})
       FROM volunteer WHERE team_id = ${id}`,
    )[0] ?? ""
  ).split("|");
  await expect(card.locator(".facts")).toContainText(`${members} 人`);
  await expect(card.locator(".facts b")).toHaveText(points);
  await card.locator("ol.volunteer-list a").first().click();
  const volunteer = page.getByRole("complementary", { name: "志愿者", exact: true });
  await volunteer.locator(`a[href="/teams/${id}"]`).click();
  await expect(card).toBeVisible();
});
