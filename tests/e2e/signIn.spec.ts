import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { District, demoPassword, report, signIn } from "./district.ts";

const district = new District();

test.beforeAll(async () => {
  test.setTimeout(180_000);
  await district.found();
});

test.afterAll(() => district.dispose());

const badge = (page: Page) => page.locator(".badge");

const painted = (page: Page) => page.waitForFunction(() => performance.getEntriesByName("first-map").length > 0);

async function signInByKeyboard(page: Page, login: string, password: string): Promise<void> {
  await expect(page.getByLabel("登录名")).toBeFocused();
  await page.keyboard.type(login);
  await page.keyboard.press("Tab");
  await page.keyboard.type(password);
  await page.keyboard.press("Enter");
}

test("who is nobody yet signs in by keyboard alone and is where the link meant to go", async ({ page }) => {
  const [code = ""] = district.query("SELECT id FROM current_area WHERE level = 'grid' ORDER BY id LIMIT 1");
  await page.goto(`${district.url}/areas/${code}#map=15/40.09/113.3`);
  await signInByKeyboard(page, "dispatcher", demoPassword);
  await painted(page);
  await expect(badge(page)).toHaveAttribute("data-state", "live");
  expect(page.url()).toContain(`/areas/${code}#map=15/`);
  await page.getByRole("button", { name: "账号: 派遣员" }).click();
  await expect(page.getByText(/派遣员 · .+/)).toBeVisible();
});

test("a wrong password is said in words, and too many of them cost a wait that is counted down", async ({ page }) => {
  await page.goto(district.url);
  await signInByKeyboard(page, "reviewer", "not-the-password");
  await expect(page.getByRole("alert")).toContainText("不正确");
  await expect(page.getByLabel("密码", { exact: true })).toBeFocused();
  for (let attempt = 2; attempt <= 5; attempt++) {
    await page.keyboard.type("not-the-password");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("button", { name: "登录", exact: true })).toBeEnabled();
    await expect(page.getByLabel("密码", { exact: true })).toHaveValue("");
  }
  await page.keyboard.type(demoPassword);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("alert")).toContainText(/请 \d+ 秒后再试/);
  await expect(page.getByRole("button", { name: "登录", exact: true })).toBeDisabled();
});

test("caps lock is said before the password is sent", async ({ page }) => {
  await page.goto(district.url);
  await page.getByLabel("密码", { exact: true }).evaluate((field) => {
    field.dispatchEvent(new KeyboardEvent("keydown", { key: "A", bubbles: true, modifierCapsLock: true }));
  });
  await expect(page.getByText("大写锁定已开启")).toBeVisible();
});

test("who does not see patrols is shown none of them, who does is", async ({ page }) => {
  await signIn(page, district.url, "field");
  await page.goto(district.url);
  await painted(page);
  await expect(page.getByRole("button", { name: "未结事件" })).toBeVisible();
  await expect(page.locator(".kpis").getByText("在岗")).toHaveCount(0);
  await signIn(page, district.url, "viewer");
  await page.reload();
  await painted(page);
  await expect(page.locator(".kpis").getByText("在岗")).toBeVisible();
});

test("an incident outside one's area does not arrive, one inside does", async ({ page }) => {
  await signIn(page, district.url, "dispatcher");
  await page.goto(district.url);
  await painted(page);
  await expect(badge(page)).toHaveAttribute("data-state", "live");
  const place = (inside: boolean) => {
    const [row = ""] = district.query(
      `SELECT ST_X(label_point), ST_Y(label_point) FROM area_shape JOIN current_area ON current_area.id = area_id
       WHERE current_area.level = 'grid' AND (code LIKE (SELECT min(code) FROM current_area WHERE level = 'subdistrict') || '%') = ${inside} ORDER BY code LIMIT 1`,
    );
    return row.split("|").map(Number) as [number, number];
  };
  const [serviceCode = ""] = district.query("SELECT code FROM incident_class ORDER BY code LIMIT 1");
  const outside = await report(district.url, place(false), "辖区之外", serviceCode);
  const inside = await report(district.url, place(true), "辖区之内", serviceCode);
  await page.getByRole("button", { name: /按紧急/ }).click();
  await expect(page.locator(`a[href="/incidents/${inside}"]`)).toBeVisible();
  await expect(page.locator(`a[href="/incidents/${outside}"]`)).toHaveCount(0);
});

test("a session that is revoked while somebody works is said within seconds and the view stays", async ({ page }) => {
  await signIn(page, district.url, "manager");
  await page.goto(`${district.url}/#map=15/40.1/113.29`);
  await painted(page);
  await expect(badge(page)).toHaveAttribute("data-state", "live");
  const address = page.url();
  district.query("UPDATE session SET revoked_at = now() FROM account WHERE account.id = account_id AND login = 'manager'");
  await expect(page.getByRole("dialog", { name: "登录已失效" })).toBeVisible({ timeout: 8_000 });
  await page.keyboard.type(demoPassword);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(badge(page)).toHaveAttribute("data-state", "live");
  expect(page.url()).toBe(address);
});

test("who signs out is out, on every page of the browser", async ({ page, context }) => {
  await signIn(page, district.url, "viewer");
  await page.goto(district.url);
  await painted(page);
  await page.getByRole("button", { name: /^账号/ }).click();
  await page.getByRole("button", { name: "退出登录" }).click();
  await expect(page.getByLabel("登录名")).toBeFocused();
  const answer = await context.request.get(`${district.url}/api/incident-classes`);
  expect(answer.status()).toBe(401);
});

for (const theme of ["dark", "light"] as const) {
  test(`no serious accessibility finding on the sign-in page in the ${theme} theme`, async ({ page }) => {
    await page.goto(district.url);
    await expect(page.getByLabel("登录名")).toBeFocused();
    if (theme === "light") await page.getByRole("button", { name: "切换到浅色" }).click();
    const findings = await new AxeBuilder({ page }).analyze();
    const serious = findings.violations.filter((finding) => finding.impact === "serious" || finding.impact === "critical");
    expect(serious.map((finding) => `${finding.id}: ${finding.nodes[0]?.html ?? ""}`)).toEqual([]);
  });
}

for (const [width, height] of [
  [390, 844],
  [1440, 900],
  [3840, 1080],
] as const) {
  test(`the sign-in page is whole at ${width}×${height}`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await page.goto(district.url);
    await expect(page.getByRole("button", { name: "登录", exact: true })).toBeInViewport();
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(overflow).toBe(0);
  });
}
