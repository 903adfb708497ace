import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { District, signIn } from "./district.ts";

const district = new District();

test.beforeAll(async () => {
  test.setTimeout(180_000);
  await district.found();
});

test.afterAll(() => district.dispose());

const summary = (page: Page) => page.locator(".response-summary .hint");

/** The incidents the numbers are of: `n = 12，共 34 件`. */
async function total(page: Page): Promise<number> {
  const text = (await summary(page).textContent()) ?? "";
  return Number(/共 ([\d,]+) 件/.exec(text)?.[1]?.replaceAll(",", ""));
}

test("hours that are brushed hold for numbers, table and map alike, and stand in the address", async ({ page }) => {
  await signIn(page, district.url, "viewer");
  const heat: string[] = [];
  page.on("request", (request) => request.url().includes("/api/response/heat/") && heat.push(request.url()));
  await page.goto(`${district.url}/response?days=365`);
  await expect(summary(page)).toBeVisible();
  const strip = page.getByRole("application", { name: /一周各小时/ });
  await expect(strip.locator("[title$='n = 0']")).not.toHaveCount(168);
  const all = await total(page);
  const titles = await strip.locator(".week-hour").evaluateAll((hours) => hours.map((hour) => (hour as HTMLElement).title));
  const byHour = titles.map((title) => Number(title.split("n = ")[1]?.replaceAll(",", "")));
  expect(byHour.reduce((sum, incidents) => sum + incidents, 0)).toBe(all);

  // Monday to Wednesday from eight to eleven, by keyboard.
  await strip.focus();
  for (const key of ["Shift+ArrowDown", "Shift+ArrowDown", "Shift+ArrowRight", "Shift+ArrowRight", "Shift+ArrowRight", "Enter"]) {
    await page.keyboard.press(key);
  }
  await expect(page).toHaveURL(/hours=8-11,32-35,56-59/);
  const chosen = [0, 1, 2].flatMap((day) => [8, 9, 10, 11].map((hour) => byHour[day * 24 + hour] ?? 0));
  await expect.poll(() => total(page)).toBe(chosen.reduce((sum, incidents) => sum + incidents, 0));
  await expect.poll(() => heat.some((url) => decodeURIComponent(url).includes("hours=8,9,10,11,32"))).toBe(true);

  await page.reload();
  await expect.poll(() => total(page)).toBeLessThan(all);
  await page.getByRole("button", { name: /清除时段筛选/ }).click();
  await expect.poll(() => total(page)).toBe(all);
});

test("grids are tinted and told under the pointer, and the table is a file", async ({ page }) => {
  await signIn(page, district.url, "viewer");
  await page.goto(`${district.url}/response?view=onTime&days=365`);
  await page.waitForFunction(() => performance.getEntriesByName("first-map").length > 0);
  await expect(page.getByRole("rowheader").first()).toBeVisible();
  const saving = page.waitForEvent("download");
  await page.getByRole("link", { name: "按社区 CSV" }).click();
  expect((await saving).suggestedFilename()).toBe("gridmap-response.csv");
  await expect(page.getByRole("region", { name: "图例" })).toContainText("按期结案");
});

test("only what is shown is asked for", async ({ page }) => {
  await signIn(page, district.url, "viewer");
  const asked: string[] = [];
  page.on("request", (request) => request.url().endsWith("/graphql") && asked.push(request.postData() ?? ""));
  const grids = () => asked.filter((body) => body.includes('"by":"GRID"')).length;
  await page.goto(`${district.url}/response?days=365`);
  await expect(summary(page)).toBeVisible();
  await expect(page.getByRole("rowheader").first()).toBeVisible();
  expect(grids()).toBe(0);
  await page.getByRole("radio", { name: "响应慢（网格）" }).check();
  await expect.poll(grids).toBe(1);
});

test("classes are told side by side, and presence by hour of the week", async ({ page }) => {
  await signIn(page, district.url, "viewer");
  await page.goto(`${district.url}/response?days=365&view=surface`);
  await expect(summary(page)).toBeVisible();
  await page.getByRole("button", { name: "按类别" }).click();
  await expect(page.locator(".class-card").first()).toContainText("n = ");
  await page.getByRole("radio", { name: "巡查在岗" }).check();
  await expect(page.getByText("一周各时在岗率")).toBeVisible();
  await expect(page.getByTestId("presence")).toBeVisible();
});

test("presence is told by community and by grid, and the file says what the screen says", async ({ page }) => {
  district.query(`
    INSERT INTO grid_presence (grid_id, hour, watched_minutes, present_minutes)
    SELECT id, '2026-06-01 08:00+08', 60, id % 60 FROM current_area WHERE level = 'grid' ON CONFLICT DO NOTHING`);
  const [communities = ""] = district.query("SELECT count(*) FROM current_area WHERE level = 'community'");
  await signIn(page, district.url, "viewer");
  await page.goto(`${district.url}/response?view=presence&days=7&until=2026-06-03`);
  await expect(page.getByRole("rowheader")).toHaveCount(Number(communities));
  const [, present, watched] = /([\d,]+) \/ ([\d,]+) 分钟/.exec((await summary(page).textContent()) ?? "") ?? [];
  const saving = page.waitForEvent("download");
  await page.getByRole("link", { name: "按社区 CSV" }).click();
  const chunks: Buffer[] = [];
  for await (const chunk of await (await saving).createReadStream()) chunks.push(chunk as Buffer);
  const rows = Buffer.concat(chunks).toString("utf8").trim().split("\r\n").slice(1).map((row) => row.split(","));
  const sum = (column: number) => rows.slice(0, -1).reduce((total, row) => total + Number(row[column]), 0);
  const number = (text: string | undefined) => Number(text?.replaceAll(",", ""));
  expect([sum(1), sum(2)]).toEqual([number(present), number(watched)]);
  expect(rows.at(-1)?.slice(0, 3)).toEqual(["合计 all", String(number(present)), String(number(watched))]);

  await page.getByRole("button", { name: "按网格" }).click();
  const [grids = ""] = district.query("SELECT count(*) FROM current_area WHERE level = 'grid'");
  await expect(page.getByRole("rowheader")).toHaveCount(Number(grids));
});

test("a period without incidents or without a watch says what to ask instead", async ({ page }) => {
  await signIn(page, district.url, "viewer");
  await page.goto(`${district.url}/response?until=2001-01-01&days=7`);
  await expect(page.getByText("没有事件。请放宽时段")).toBeVisible();
  await page.getByRole("radio", { name: "巡查在岗" }).check();
  await expect(page.getByText("没有应巡查的网格。请放宽时段或小时。")).toBeVisible();
});

test("who may not see incidents is told so", async ({ page }) => {
  await signIn(page, district.url, "viewer");
  await page.route("**/api/session", async (route) => {
    const answer = await route.fetch();
    const body = (await answer.json()) as { profile: { permissions: string[] } };
    body.profile.permissions = ["see_map"];
    await route.fulfill({ json: body });
  });
  await page.goto(`${district.url}/response`);
  await expect(page.getByRole("alert")).toContainText("不能查看事件");
});

for (const theme of ["dark", "light"] as const) {
  test(`no serious accessibility finding on the response screen in the ${theme} theme`, async ({ page }) => {
    await page.addInitScript((wanted) => localStorage.setItem("gridmap.preferences", JSON.stringify({ theme: wanted })), theme);
    await signIn(page, district.url, "viewer");
    await page.goto(`${district.url}/response`);
    await expect(summary(page)).toBeVisible();
    const found = await new AxeBuilder({ page }).analyze();
    const serious = found.violations.filter(({ impact }) => impact === "serious" || impact === "critical");
    expect(serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`)).toEqual([]);
  });
}
