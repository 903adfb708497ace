import AxeBuilder from "@axe-core/playwright";
import { type Browser, expect, type Page, test } from "@playwright/test";
import { District, openLive, sendFix, signIn } from "./district.ts";

const district = new District();

test.beforeAll(async () => {
  test.setTimeout(180_000);
  await district.found();
});

test.afterAll(() => district.dispose());

type Patrol = { readonly id: string; readonly name: string; readonly device: string };

/** The patrol that the demo account of the field belongs to, on duty at whatever hour this runs, where its grid is. */
async function patrolOfField(at: readonly [number, number]): Promise<Patrol> {
  const [row = ""] = district.query(
    "SELECT patrol.id, patrol.name, patrol.device_id FROM account JOIN patrol ON patrol.id = account.patrol_id WHERE login = 'field'",
  );
  const [id = "", name = "", device = ""] = row.split("|");
  district.query(`INSERT INTO shift (patrol_id, weekdays, starts_at, ends_at) VALUES (${id}, '{1,2,3,4,5,6,7}', '00:00', '00:00')`);
  await sendFix(district.url, device, at);
  return { id, name, device };
}

function placeOfField(): readonly [number, number] {
  const [row = ""] = district.query(
    `SELECT ST_X(label_point), ST_Y(label_point) FROM account JOIN account_role ON account_role.account_id = account.id
     JOIN area_shape ON area_shape.area_id = account_role.area_id WHERE login = 'field'`,
  );
  const [longitude = 0, latitude = 0] = row.split("|").map(Number);
  return [longitude, latitude];
}

async function windowOf(browser: Browser, login: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: "zh-CN", timezoneId: "Asia/Shanghai" });
  const page = await context.newPage();
  await signIn(page, district.url, login);
  await openLive(page, district.url);
  return page;
}

const anyClass = () => district.query("SELECT code FROM incident_class WHERE default_urgency = 'normal' ORDER BY code LIMIT 1")[0] ?? "";

/** Reports in somebody's name, as a program of theirs would; the answer is the number. */
async function reportAs(page: Page, [longitude, latitude]: readonly [number, number], description: string, classCode = anyClass()): Promise<string> {
  const answer = await page.request.post(`${district.url}/graphql`, {
    headers: { "x-gridmap-request": "1" },
    data: {
      query: "mutation ($input: ReportIncidentInput!) { reportIncident(input: $input) { incident { number } refusal { message } } }",
      variables: { input: { classCode, description, position: { longitude, latitude }, idempotencyKey: `e2e-${Date.now()}` } },
    },
  });
  const { data } = (await answer.json()) as { data: { reportIncident: { incident: { number: string } | null } } };
  const number = data.reportIncident.incident?.number;
  if (number === undefined) throw new Error(`Not reported: ${await answer.text()}`);
  return number;
}

const card = (page: Page) => page.getByRole("complementary", { name: "事件", exact: true });
const actions = (page: Page) => page.getByRole("region", { name: "处置操作" });
const press = (page: Page, name: string) => actions(page).getByRole("button", { name, exact: true }).click();
const standsAt = (page: Page, step: string) => expect(card(page).locator(".card-status")).toContainText(step);

test("three roles in three windows take an incident through the loop, and each sees the others' steps", async ({ browser }) => {
  const at = placeOfField();
  const patrol = await patrolOfField(at);
  const reporter = await windowOf(browser, "manager");
  const desk = await windowOf(browser, "dispatcher");
  const field = await windowOf(browser, "field");
  const all = [reporter, desk, field];
  const number = await reportAs(reporter, at, "三人三窗口");
  for (const page of all) {
    await page.getByRole("button", { name: /按紧急/ }).click();
    await page.locator(`a[href="/incidents/${number}"]`).click();
    await standsAt(page, "问题上报");
  }
  await expect(actions(reporter)).toContainText("您的角色在此只能查看");
  await expect(actions(field)).toContainText("这一环节由指挥中心派遣员办理");

  const lags: number[] = [];
  const seenByAll = async (step: string) => {
    const since = Date.now();
    await Promise.all(all.map((page) => standsAt(page, step)));
    lags.push(Date.now() - since);
  };

  await press(desk, "立案");
  await seenByAll("案卷建立");

  await press(desk, "指派");
  await expect(desk).toHaveURL(new RegExp(`/incidents/${number}/assign`));
  await desk.getByRole("searchbox", { name: "按姓名查找" }).fill(patrol.name);
  await desk.getByRole("radio", { name: patrol.name }).check();
  await desk.getByRole("button", { name: "确认指派", exact: true }).click();
  await seenByAll("任务指派");
  await expect(card(reporter)).toContainText(patrol.name);

  await press(field, "接单");
  await seenByAll("调查落实");
  await press(field, "到场");
  for (const page of all) await expect(card(page)).toContainText("到场");

  // Sent back once, because the first outcome was not enough.
  await press(field, "反馈结果");
  await field.getByRole("textbox", { name: "说明", exact: true }).fill("已清理一半");
  await field.getByRole("button", { name: "提交反馈", exact: true }).click();
  await seenByAll("反馈结果");
  await press(desk, "回退");
  await desk.getByRole("button", { name: "处置不到位，请返工。" }).click();
  await desk.getByRole("button", { name: "确认回退", exact: true }).click();
  await seenByAll("调查落实");
  await press(field, "反馈结果");
  await field.getByRole("button", { name: "已清理完毕。" }).click();
  await field.getByRole("button", { name: "提交反馈", exact: true }).click();
  await seenByAll("反馈结果");

  await press(desk, "结案");
  await desk.getByRole("button", { name: "确认结案", exact: true }).click();
  await seenByAll("结案归档");
  for (const page of all) {
    await expect(page.locator(".queue").locator(`a[href="/incidents/${number}"]`)).toHaveCount(0);
    await expect(actions(page)).toContainText("此件已办结");
  }
  test.info().annotations.push({ type: "milliseconds until all three saw it", description: lags.join(", ") });
  for (const page of all) await page.context().close();
});

test("of two who decide at once one is told who was faster, and sees how it stands", async ({ browser }) => {
  const desk = await windowOf(browser, "dispatcher");
  const other = await windowOf(browser, "admin");
  const number = await reportAs(desk, placeOfField(), "两人同时处理");
  await desk.goto(`${district.url}/incidents/${number}/void`);
  await desk.getByRole("textbox", { name: "说明", exact: true }).fill("重复上报");
  await other.goto(`${district.url}/incidents/${number}`);
  await press(other, "立案");
  await standsAt(desk, "案卷建立");
  await desk.getByRole("button", { name: "确认作废", exact: true }).click();
  await expect(actions(desk).getByRole("alert")).toContainText("事件已被他人处理");
  await expect(actions(desk).getByRole("alert")).toContainText("系统管理员");
  // Told how it stands, the reader decides anew, and what was written is still there.
  await desk.getByRole("button", { name: "确认作废", exact: true }).click();
  await standsAt(desk, "已作废");
  for (const page of [desk, other]) await page.context().close();
});

test("an alarm stands in every window until somebody acknowledges it by name", async ({ browser }) => {
  const desk = await windowOf(browser, "dispatcher");
  const other = await windowOf(browser, "viewer");
  const [urgent = ""] = district.query("SELECT code FROM incident_class WHERE default_urgency = 'urgent' ORDER BY code LIMIT 1");
  const number = await reportAs(desk, placeOfField(), "尚未派人的紧急事件", urgent);
  for (const page of [desk, other]) {
    await page.getByRole("link", { name: /\d+ 报警 未确认，打开报警中心/ }).click();
    await expect(page).toHaveURL(/\/alarms/);
    await expect(page.getByRole("link", { name: new RegExp(number) })).toBeVisible();
  }
  const centre = (page: Page) => page.getByRole("complementary", { name: "报警中心" });
  await expect(centre(other)).toContainText("您的角色只能查看报警");
  const findings = await new AxeBuilder({ page: desk }).analyze();
  const serious = findings.violations.filter(({ impact }) => impact === "serious" || impact === "critical");
  expect(serious.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ""}`)).toEqual([]);
  await centre(desk).getByRole("button", { name: `确认 ${number}`, exact: true }).click();
  for (const page of [desk, other]) {
    const alarm = centre(page).getByRole("listitem").filter({ hasText: number });
    await expect(alarm).toContainText(/派遣员 于 .+ 确认/);
  }
  await centre(desk).getByRole("button", { name: "我要静音…" }).click();
  await centre(desk).getByLabel("原因（他人可见）").fill("正在接听热线");
  await centre(desk).getByRole("button", { name: "静音", exact: true }).click();
  await expect(centre(other)).toContainText(/派遣员 静音至 .+：正在接听热线/);
  for (const page of [desk, other]) await page.context().close();
});

test("an incident is taken up, sent and left by keyboard alone, and nothing on the way is a serious accessibility finding", async ({ browser }) => {
  const at = placeOfField();
  const desk = await windowOf(browser, "dispatcher");
  const number = await reportAs(desk, at, "只用键盘");
  await desk.getByRole("button", { name: /按紧急/ }).click();
  await expect(desk.locator(`a[href="/incidents/${number}"]`)).toBeVisible();
  await desk.locator("body").click({ position: { x: 640, y: 400 } });
  const row = desk.locator(`.queue a[href="/incidents/${number}"]`);
  await expect(async () => {
    await desk.keyboard.press("j");
    await expect(row).toBeFocused({ timeout: 200 });
  }).toPass();
  await desk.keyboard.press("Enter");
  await standsAt(desk, "问题上报");
  await desk.keyboard.press("r");
  await standsAt(desk, "案卷建立");
  await expect(actions(desk)).toContainText("已立案");
  await desk.keyboard.press("a");
  await expect(desk).toHaveURL(new RegExp(`/incidents/${number}/assign`));
  await expect(desk.getByRole("radiogroup", { name: "派谁去" })).toBeVisible();
  const findings = await new AxeBuilder({ page: desk }).analyze();
  const serious = findings.violations.filter(({ impact }) => impact === "serious" || impact === "critical");
  expect(serious.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ""}`)).toEqual([]);
  await desk.keyboard.press("Escape");
  await expect(desk).toHaveURL(new RegExp(`/incidents/${number}(#.*)?$`));
  await expect(actions(desk)).toBeFocused();
  await desk.keyboard.press("?");
  await expect(desk.getByRole("dialog", { name: "键盘快捷键" })).toBeVisible();
  await desk.keyboard.press("Escape");
  await expect(desk.getByRole("dialog")).toHaveCount(0);
  await expect(actions(desk)).toBeFocused();
  await desk.context().close();
});

/** Both ends of a street that can be walked, nearest to a place. */
function streetNear([longitude, latitude]: readonly [number, number]): readonly [readonly [number, number], readonly [number, number]] {
  const [row = ""] = district.query(
    `SELECT ST_X(ST_StartPoint(course)), ST_Y(ST_StartPoint(course)), ST_X(ST_EndPoint(course)), ST_Y(ST_EndPoint(course)) FROM road_edge
     WHERE walk_forward_seconds IS NOT NULL AND walk_backward_seconds IS NOT NULL AND NOT is_bridge AND NOT is_tunnel
     ORDER BY course <-> ST_SetSRID(ST_MakePoint(${longitude}, ${latitude}), 4326) LIMIT 1`,
  );
  const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = row.split("|").map(Number);
  return [
    [x1, y1],
    [x2, y2],
  ];
}

test("the way of whoever is chosen is told in minutes and metres, and gone when the form is left", async ({ browser }) => {
  const [from, to] = streetNear(placeOfField());
  const [row = ""] = district.query(
    `SELECT patrol.id, patrol.name, patrol.device_id FROM on_duty_patrols(now()) AS duty JOIN patrol ON patrol.id = duty.patrol_id
     WHERE NOT EXISTS (SELECT FROM account WHERE account.patrol_id = patrol.id) ORDER BY patrol.id LIMIT 1`,
  );
  const [id = "", name = "", device = ""] = row.split("|");
  const desk = await windowOf(browser, "admin");
  const number = await reportAs(desk, to, "看步行路线");
  await desk.goto(`${district.url}/incidents/${number}`);
  await press(desk, "立案");
  await standsAt(desk, "案卷建立");
  const ask = async () => {
    await sendFix(district.url, device, from);
    const answer = await desk.request.post(`${district.url}/graphql`, {
      headers: { "x-gridmap-request": "1" },
      data: {
        query: "query ($number: String!, $patrol: ID!) { incident(number: $number) { walkFrom(patrolId: $patrol) { meters seconds } } }",
        variables: { number, patrol: id },
      },
    });
    return ((await answer.json()) as { data: { incident: { walkFrom: { meters: number; seconds: number } | null } } }).data.incident.walkFrom;
  };
  await expect.poll(ask, { timeout: 60_000 }).not.toBeNull();
  const walk = await ask();

  await desk.goto(`${district.url}/incidents/${number}/assign`);
  const choose = async () => {
    await desk.getByRole("searchbox", { name: "按姓名查找" }).fill(name);
    await desk.getByRole("radio", { name }).first().check();
  };
  await choose();
  const way = desk.locator(".picker-walk");
  await expect(way).toContainText(`步行约 ${Math.max(1, Math.round((walk?.seconds ?? 0) / 60))} 分钟`);
  await expect(way).toContainText(`${Math.round(walk?.meters ?? 0).toLocaleString("en-US")} m，路线已在地图上标出`);

  // On a phone the sheet lies over the middle of the map: the card says so, and brings the way into what is left of it.
  await desk.setViewportSize({ width: 390, height: 844 });
  await desk.goto(`${district.url}/incidents/${number}/assign#map=16/${to[1]}/${to[0]}`);
  await desk.reload();
  await choose();
  await expect(way).toContainText("路线已在地图上标出");
  const show = card(desk).getByRole("button", { name: /在地图上显示/ });
  await expect(show).toContainText("不在当前视野");
  await show.click();
  await expect(show).not.toContainText("不在当前视野");
  await desk.getByRole("button", { name: "取消" }).click();
  await expect(way).toHaveCount(0);
  await desk.context().close();
});
