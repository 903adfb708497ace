import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { District, openLive, report, signIn } from "./district.ts";
import { apart, coloursIn } from "./pixels.ts";

const district = new District();
const minute = 60_000;

/** The end of all periods: everything here happened before, at times that are written into the database. */
const until = Math.floor(Date.now() / 1000) * 1000;
let number = "";

const iso = (at: number) => new Date(at).toISOString();

test.beforeAll(async () => {
  test.setTimeout(180_000);
  await district.found();
  const [row = ""] = district.query("SELECT ST_X(centre), ST_Y(centre) FROM place");
  const [longitude = 0, latitude = 0] = row.split("|").map(Number);
  const [code = ""] = district.query("SELECT code FROM incident_class ORDER BY code LIMIT 1");
  number = await report(district.url, [longitude, latitude], "回放测试", code);
  // Reported 40 minutes ago, registered 20 minutes ago.
  district.query(`
    UPDATE incident SET reported_at = '${iso(until - 40 * minute)}', step = 'registered', revision = 2 WHERE number = '${number}';
    UPDATE incident_step SET at = '${iso(until - 40 * minute)}' WHERE incident_id = (SELECT id FROM incident WHERE number = '${number}');
    INSERT INTO incident_step (incident_id, from_step, to_step, at, actor, move)
    SELECT id, 'reported', 'registered', '${iso(until - 20 * minute)}', 'dispatcher', 'register' FROM incident WHERE number = '${number}';
    SELECT ensure_fix_partitions(current_date - 3, current_date + 1, current_date - 3);
    INSERT INTO patrol_fix (patrol_id, fixed_at, received_at, longitude, latitude)
    SELECT patrol.id, moment.at, moment.at, ${longitude}, ${latitude}
    FROM (SELECT id FROM patrol ORDER BY id LIMIT 3) AS patrol, generate_series('${iso(until - 60 * minute)}'::timestamptz, '${iso(until - 30 * minute)}', '10 seconds') AS moment (at)`);
});

test.afterAll(() => district.dispose());

const strip = (page: Page) => page.getByRole("region", { name: "回放控制" });
const slider = (page: Page) => strip(page).getByRole("slider");
const notice = (page: Page) => strip(page).locator(".replay-notice");
const count = (page: Page, name: string) => page.locator(`.replay-panel [data-count=${name}] dd`);
const course = (page: Page) => page.locator(".replay-move", { hasText: number });

async function openReplay(page: Page, login: string, at: number, from = until - 60 * minute, to = until): Promise<void> {
  await signIn(page, district.url, login);
  await page.goto(`${district.url}/?replay=${iso(from)}/${iso(to)}&at=${iso(at)}`);
  await expect(strip(page)).toBeVisible();
}

/** Open incidents by the database: nothing is reported while these tests run. */
const openNow = () => Number(district.query("SELECT count(*) FROM incident WHERE step NOT IN ('closed', 'voided')")[0]);

test("what was reported and moved on is absent before, at its earlier step then, and as live at the end", async ({ page }) => {
  await openReplay(page, "admin", until - 50 * minute);
  await expect(count(page, "open")).toHaveText(/^\d/);
  await expect(course(page)).toHaveCount(0);
  await expect(page.locator(".replay-badge")).toContainText("回放");
  await expect(page.locator(".queue")).toBeHidden();
  await expect(page.locator(".kpis")).toBeHidden();

  // Twenty minutes on: reported, not yet registered.
  await slider(page).press("Shift+ArrowRight");
  await slider(page).press("Shift+ArrowRight");
  await expect(course(page)).toHaveCount(1);
  await expect(course(page).first()).toContainText("问题上报");

  await slider(page).press("End");
  await expect(course(page)).toHaveCount(2);
  await expect(course(page).first()).toContainText("案卷建立");
  await expect(count(page, "open")).toHaveText(String(openNow()));

  // The address tells the moment; the present is one key away, and says the same.
  const atTheEnd = new RegExp(`at=${iso(until).slice(0, 16)}`);
  await expect(page).toHaveURL(atTheEnd);
  // Of several quick steps the last.
  await slider(page).press("Home");
  await slider(page).press("End");
  await expect(page).toHaveURL(atTheEnd);
  await page.locator("body").press("p");
  await expect(strip(page)).toHaveCount(0);
  await expect(page).not.toHaveURL(/replay=/);
  await expect(page.locator(".kpi").first()).toContainText(String(openNow()));
  await expect(page.locator(".badge[data-state=live]")).toBeVisible();
});

test("tracks are played for those who may see them, after an entry in the audit trail", async ({ page }) => {
  const played = () => Number(district.query("SELECT count(*) FROM audit WHERE action = 'tracks.played' AND actor = 'admin'")[0]);
  const before = played();
  await openReplay(page, "admin", until - 45 * minute);
  await expect(notice(page)).toContainText("审计日志");
  await expect(count(page, "patrols")).toHaveText("3");
  expect(played()).toBe(before + 1);
  // Ten minutes after the last fix nobody is on the map, and the strip says why.
  await slider(page).press("End");
  await expect(count(page, "patrols")).toHaveText("0");
  await expect(notice(page)).toContainText("没有定位记录");
  await slider(page).press("Home");
  await slider(page).press(" ");
  await expect(strip(page).getByRole("button", { name: "暂停" })).toBeVisible();
  await expect.poll(async () => Number(await slider(page).getAttribute("aria-valuenow"))).toBeGreaterThan((until - 60 * minute) / 1000);
});

test("who may not see tracks plays back what happened, and asks for no tracks", async ({ page }) => {
  const asked: string[] = [];
  page.on("request", (request) => request.url().includes("/api/patrols/playbacks/") && asked.push(request.url()));
  await openReplay(page, "viewer", until - 30 * minute);
  await expect(notice(page)).toContainText("无权查看人员轨迹");
  await expect(course(page)).toHaveCount(1);
  await expect(count(page, "patrols")).toHaveText("–");
  expect(asked).toEqual([]);
});

test("a period without positions, and one that cannot be, say so and what to do", async ({ page }) => {
  await openReplay(page, "admin", until - 10 * 60 * minute, until - 10 * 60 * minute, until - 9 * 60 * minute);
  await expect(notice(page)).toContainText("没有定位记录");
  await openReplay(page, "admin", until, until - 48 * 60 * minute, until);
  await expect(notice(page)).toContainText("最多回放 24 小时");
  await openReplay(page, "admin", until, until, until - 60 * minute);
  await expect(notice(page)).toContainText("from 须早于 until");
});

/** So many pixels is a degree of longitude. */
const zoom = 16;
const pixelsPerDegree = (512 * 2 ** zoom) / 360;

async function openReplayOver(page: Page, path: string, [longitude, latitude]: readonly [number, number], from: number, to: number): Promise<void> {
  await signIn(page, district.url, "admin");
  await page.goto(`${district.url}${path}?replay=${iso(from)}/${iso(to)}&at=${iso(from)}#map=${zoom}/${latitude}/${longitude}`);
  await expect(strip(page)).toBeVisible();
  await page.waitForFunction(() => performance.getEntriesByName("first-map").length > 0);
  await expect(count(page, "open")).toHaveText(/^\d/);
}

/** What is drawn around a place so many pixels east of the middle of the map. */
const drawnAt = (page: Page, east: number) => coloursIn(page, { x: 720 + east - 2, y: 450 - 12, width: 5, height: 25 });

const visible = 40;
const same = 12;

/** Something is drawn at a moment that is not there at another, and comes and goes with the playhead. */
async function expectDrawnOnlyAt(page: Page, east: number, there: () => Promise<void>, away: () => Promise<void>): Promise<void> {
  await expect(async () => {
    await away();
    const without = await drawnAt(page, east);
    await there();
    await expect.poll(async () => apart(await drawnAt(page, east), without), { timeout: 10_000 }).toBeGreaterThan(visible);
    await away();
    await expect.poll(async () => apart(await drawnAt(page, east), without), { timeout: 10_000 }).toBeLessThan(same);
  }).toPass({ timeout: 100_000 });
}

test("a patrol leaves a trail behind it, which is not there before it came by", async ({ page }) => {
  test.slow();
  const [row = ""] = district.query("SELECT ST_X(centre), ST_Y(centre) FROM place");
  const [centre = 0, north = 0] = row.split("|").map(Number);
  const latitude = north + 0.01;
  const [from, to] = [until - 300 * minute, until - 240 * minute];
  // Eastward through the middle of the map, which it passes five minutes after it set out.
  const [setOut, degrees] = [from + 2 * minute, 0.008];
  district.query(`
    INSERT INTO patrol_fix (patrol_id, fixed_at, received_at, longitude, latitude)
    SELECT patrol.id, moment.at, moment.at, ${centre} + ${degrees} * (extract(epoch FROM moment.at - '${iso(setOut)}'::timestamptz) / 600 - 0.5), ${latitude}
    FROM (SELECT max(id) AS id FROM patrol) AS patrol, generate_series('${iso(setOut)}'::timestamptz, '${iso(setOut + 10 * minute)}', '10 seconds') AS moment (at)`);
  await openReplayOver(page, "/", [centre, latitude], from, to);
  const there = async () => {
    await slider(page).press("Home");
    for (let i = 0; i < 7; i++) await slider(page).press("ArrowRight");
    await expect(count(page, "patrols")).toHaveText("1");
  };
  const away = async () => {
    await slider(page).press("Home");
    await expect(count(page, "patrols")).toHaveText("0");
  };
  const aMinuteBehind = (-degrees / 10) * pixelsPerDegree;
  await expectDrawnOnlyAt(page, Math.round(aMinuteBehind), there, away);
});

test("a facility is where it was, with the hours and services that it had", async ({ page }) => {
  test.slow();
  const changed = until - 30 * minute;
  const [row = ""] = district.query("SELECT id, ST_X(position), ST_Y(position) FROM facility WHERE status = 'open' ORDER BY id LIMIT 1");
  const [id = 0, longitude = 0, latitude = 0] = row.split("|").map(Number);
  district.query(`DELETE FROM facility_service WHERE facility_id = ${id}`);
  district.query(`INSERT INTO facility_service (facility_id, service_code) SELECT ${id}, code FROM service ORDER BY code LIMIT 2`);
  district.query(`UPDATE facility SET opening_hours = 'Mo-Su 00:00-24:00', stands_since = '-infinity' WHERE id = ${id}; DELETE FROM facility_past WHERE facility_id = ${id}`);
  district.query(`UPDATE facility SET stands_since = '-infinity' WHERE id = ${id}`);
  district.query(`
    UPDATE facility SET opening_hours = 'Mo-Su off', position = ST_Translate(position, 0, 0.02) WHERE id = ${id};
    DELETE FROM facility_service WHERE facility_id = ${id};
    UPDATE facility SET stands_since = '${iso(changed)}' WHERE id = ${id};
    UPDATE facility_past SET valid = tstzrange(NULL, '${iso(changed)}') WHERE facility_id = ${id}`);
  await openReplayOver(page, `/facilities/${id}`, [longitude, latitude], until - 60 * minute, until);
  const card = page.getByRole("complementary", { name: "设施" });
  await expect(card).toContainText("00:00-24:00");
  await expect(card).toContainText("营业中");
  await expect(card).toContainText("服务功能 2 项");
  await expect(page.getByText("右侧详情是该设施当时的状态、开放时间和服务功能。")).toBeVisible();
  await slider(page).press("End");
  await expect(card).toContainText("休息");
  await expect(card).toContainText("暂未登记服务功能");

  // Without the ring around what is selected.
  await openReplayOver(page, "/", [longitude, latitude], until - 60 * minute, until);
  const there = async () => {
    await slider(page).press("Home");
  };
  const away = async () => {
    await slider(page).press("End");
  };
  await expectDrawnOnlyAt(page, 0, there, away);
});

for (const theme of ["dark", "light"] as const) {
  test(`replay is opened by a key, and has no serious accessibility finding in the ${theme} theme`, async ({ page }) => {
    await page.addInitScript((wanted) => localStorage.setItem("gridmap.preferences", JSON.stringify({ theme: wanted })), theme);
    await signIn(page, district.url, "admin");
    await openLive(page, district.url);
    await expect(page.getByRole("button", { name: "回放" })).toBeVisible();
    await page.locator("body").press("p");
    await expect(slider(page)).toBeFocused();
    await expect(count(page, "open")).toHaveText(/^\d/);
    const found = await new AxeBuilder({ page }).analyze();
    const serious = found.violations.filter(({ impact }) => impact === "serious" || impact === "critical");
    expect(serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`)).toEqual([]);
  });
}
