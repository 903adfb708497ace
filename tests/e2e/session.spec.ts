import { expect, type Page, test } from "@playwright/test";
import { District, demoPassword, openLive, report, signIn } from "./district.ts";

const district = new District();

test.beforeAll(async () => {
  test.setTimeout(180_000);
  await district.found();
});

test.afterAll(() => district.dispose());

/** A new incident in the dispatcher's own part of the district. */
async function reported(description: string): Promise<string> {
  const [row = ""] = district.query(
    `SELECT ST_X(label_point), ST_Y(label_point) FROM area_shape JOIN current_area ON current_area.id = area_id
     WHERE current_area.level = 'grid' AND code LIKE (SELECT min(code) FROM current_area WHERE level = 'subdistrict') || '%' ORDER BY code LIMIT 1`,
  );
  const [longitude = 0, latitude = 0] = row.split("|").map(Number);
  const [serviceCode = ""] = district.query("SELECT code FROM incident_class ORDER BY code LIMIT 1");
  return report(district.url, [longitude, latitude], description, serviceCode);
}

const action = (page: Page, name: string) =>
  page.getByRole("region", { name: "处置操作" }).getByRole("button", { name, exact: true });

const timesRegistered = (number: string) =>
  district.query(
    `SELECT count(*) FROM incident_step JOIN incident ON incident.id = incident_id WHERE number = '${number}' AND to_step = 'registered'`,
  )[0];

/** Lets the next request that changes something come to an end that the test decides on. */
async function onNextChange(page: Page, then: "isTurnedAway" | "losesItsAnswer"): Promise<void> {
  let isFirst = true;
  await page.route("**/graphql", async (route) => {
    const isChange = (route.request().postData() ?? "").includes("idempotencyKey");
    if (!isChange || !isFirst) return route.fallback();
    isFirst = false;
    if (then === "isTurnedAway") {
      await route.fulfill({ status: 401, json: { code: "SESSION_ENDED", detail: "Sign in.", detailZh: "请登录。" } });
    } else {
      await route.fetch();
      await route.abort("connectionreset");
    }
  });
}

test("a session that ends under an action costs nothing: sign in in place, send it again, and it is done once", async ({ page }) => {
  const number = await reported("登录失效时立案");
  await signIn(page, district.url, "dispatcher");
  await openLive(page, `${district.url}/incidents/${number}`);
  await onNextChange(page, "isTurnedAway");
  await action(page, "立案").click();
  const dialog = page.getByRole("dialog", { name: "登录已失效" });
  await expect(dialog).toBeVisible();
  await dialog.getByLabel("密码", { exact: true }).fill(demoPassword);
  await dialog.getByRole("button", { name: "登录", exact: true }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole("alert")).toContainText("登录已失效，没有提交");
  expect(timesRegistered(number)).toBe("0");
  await action(page, "再提交一次").click();
  await expect(page.getByText("已立案")).toBeVisible();
  await expect(action(page, "指派")).toBeVisible();
  expect(timesRegistered(number)).toBe("1");
});

test("an answer that is lost is said to be lost, and sending it again does not do it twice", async ({ page }) => {
  const number = await reported("答复丢失");
  await signIn(page, district.url, "dispatcher");
  await openLive(page, `${district.url}/incidents/${number}`);
  await onNextChange(page, "losesItsAnswer");
  await action(page, "立案").click();
  await expect(page.getByRole("alert")).toContainText("没有收到服务器的答复");
  await action(page, "再提交一次").click();
  await expect(page.getByText("已立案")).toBeVisible();
  expect(timesRegistered(number)).toBe("1");
});

test("what was written stays while one signs in again", async ({ page }) => {
  const number = await reported("作废时登录失效");
  await signIn(page, district.url, "dispatcher");
  await openLive(page, `${district.url}/incidents/${number}/void`);
  const note = page.getByLabel("说明", { exact: true });
  await note.fill("与昨日上报重复");
  await onNextChange(page, "isTurnedAway");
  await page.getByRole("button", { name: "确认作废" }).click();
  const dialog = page.getByRole("dialog", { name: "登录已失效" });
  await dialog.getByLabel("密码", { exact: true }).fill(demoPassword);
  await page.keyboard.press("Enter");
  await expect(dialog).toHaveCount(0);
  await expect(note).toHaveValue("与昨日上报重复");
  await page.getByRole("button", { name: "确认作废" }).click();
  await expect(page.getByText("已作废").first()).toBeVisible();
});

test("who signs in in another tab is told of here, and nothing is done in their name", async ({ page, context }) => {
  const number = await reported("两个标签页");
  await signIn(page, district.url, "dispatcher");
  await openLive(page, `${district.url}/incidents/${number}`);
  const other = await context.newPage();
  // Not by the sign-in page, which would tell: the cookie alone has changed.
  await signIn(other, district.url, "admin");
  // What the page asks by itself may be told first; then the dialog is in the way of a pointer, but not of this.
  await action(page, "立案").dispatchEvent("click");
  const dialog = page.getByRole("dialog", { name: "本浏览器已换用其他账号" });
  await expect(dialog).toContainText("系统管理员");
  expect(timesRegistered(number)).toBe("0");
  await dialog.getByRole("button", { name: /^以“系统管理员”继续/ }).click();
  await expect(page.getByRole("button", { name: "账号: 系统管理员" })).toBeVisible();
  await expect(action(page, "立案")).toBeVisible();
});

test("who signs out in one tab is out in all of them, at once", async ({ page, context }) => {
  await signIn(page, district.url, "dispatcher");
  await openLive(page, district.url);
  const other = await context.newPage();
  await openLive(other, district.url);
  await other.getByRole("button", { name: /^账号/ }).click();
  await other.getByRole("button", { name: "退出登录" }).click();
  await expect(page.getByLabel("登录名")).toBeVisible({ timeout: 5_000 });
  // And in again in all of them.
  await page.getByLabel("登录名").fill("viewer");
  await page.getByLabel("密码", { exact: true }).fill(demoPassword);
  await page.keyboard.press("Enter");
  await expect(other.getByRole("button", { name: "账号: 观察员" })).toBeVisible();
});
