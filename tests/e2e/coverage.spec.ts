import AxeBuilder from "@axe-core/playwright";
import { expect, type Locator, type Page, test } from "@playwright/test";
import { District, signIn } from "./district.ts";

const district = new District();

test.beforeAll(async () => {
  test.setTimeout(180_000);
  await district.found();
});

test.afterAll(() => district.dispose());

const question = "kind=party_service_station&minutes=5";

const covered = (page: Page) => page.getByTestId("coverage-of");

const pins = (page: Page) => page.locator(".coverage-pin");

async function open(page: Page, address: string): Promise<void> {
  await signIn(page, district.url, "viewer");
  await page.goto(`${district.url}/coverage?${address}`);
  await expect(covered(page)).toContainText("/");
  await page.waitForFunction(() => performance.getEntriesByName("first-map").length > 0);
}

/** What the server answers to the question of the screen, counted anew. */
async function shareOf(page: Page, changes: object[]): Promise<string> {
  const answer = await page.request.post(`${district.url}/graphql`, {
    headers: { "x-gridmap-request": "1" },
    data: {
      query: "query ($input: CoverageInput!) { coverage(input: $input) { share { covered total } } }",
      variables: { input: { kind: "party_service_station", minutes: 5, changes } },
    },
  });
  const { share } = ((await answer.json()) as { data: { coverage: { share: { covered: number; total: number } } } }).data.coverage;
  return `${share.covered.toLocaleString("en-US")} / ${share.total.toLocaleString("en-US")}`;
}

/** The pin that the fewest other things lie on, so that the hand takes this one. */
async function freePin(page: Page): Promise<Locator> {
  const all = await pins(page).all();
  for (const pin of all) {
    const isOnTop = await pin.evaluate((element) => {
      const box = element.getBoundingClientRect();
      return document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2) === element;
    });
    if (isOnTop) return pin;
  }
  throw new Error(`None of ${all.length} pins lies open.`);
}

test("a pin that is dragged changes the number, and the address says where it is", async ({ page }) => {
  await open(page, question);
  await expect(pins(page).first()).toBeVisible();
  const before = (await covered(page).textContent()) ?? "";
  const pin = await freePin(page);
  const box = (await pin.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  for (let step = 1; step <= 8; step++) await page.mouse.move(box.x + step * 12, box.y + step * 9);
  await page.mouse.up();
  await expect(page).toHaveURL(/if=\d+%40/);
  await expect(page.getByTestId("coverage-change")).toBeVisible();
  // The number is that of the place where the pin stands now, asked for anew.
  const [, id, longitude, latitude] = /^(\d+)@([\d.]+),([\d.]+)$/.exec(new URL(page.url()).searchParams.get("if") ?? "") ?? [];
  const truth = await shareOf(page, [{ facilityId: id, position: { longitude: Number(longitude), latitude: Number(latitude) } }]);
  await expect(covered(page)).toContainText(truth);
  await page.getByRole("button", { name: /恢复现状/ }).click();
  await expect(covered(page)).toHaveText(before);
});

test("a station that is supposed closed is told beside the one that is open, and both are kept as scenarios", async ({ page }) => {
  await open(page, question);
  await page.getByRole("button", { name: "设施", exact: true }).click();
  await page.getByRole("button", { name: "关闭", exact: true }).first().click();
  await expect(page.getByTestId("coverage-change")).toBeVisible();
  const id = /^(\d+)!$/.exec(new URL(page.url()).searchParams.get("if") ?? "")?.[1];
  await expect(covered(page)).toContainText(await shareOf(page, [{ facilityId: id, closed: true }]));
  const now = await shareOf(page, []);
  await page.getByRole("button", { name: /恢复现状/ }).click();
  await expect(covered(page)).toContainText(now);
  await page.getByLabel("方案名称").fill("现状");
  await page.getByRole("button", { name: "保存方案" }).click();
  await page.getByRole("button", { name: "关闭", exact: true }).first().click();
  await page.getByRole("button", { name: "与“现状”对比" }).click();
  const compared = page.getByRole("region", { name: "方案对比" });
  await expect(compared.getByRole("row", { name: /已覆盖/ })).toContainText(now);
});

test("sites are searched for among chosen and drawn candidates, with what each adds", async ({ page }) => {
  await open(page, question);
  await page.getByRole("button", { name: "选址", exact: true }).click();
  for (const kind of ["小区出入口", "公共建筑", "沿街商铺", "广场绿地"]) await page.getByRole("button", { name: kind }).click();
  await page.getByRole("button", { name: "计算选址" }).click();
  await expect(page.getByRole("alert")).toContainText("没有可步行到达的候选点");
  await page.getByRole("button", { name: "小区出入口" }).click();
  await page.getByRole("button", { name: "手绘" }).click();
  await page.getByRole("button", { name: "取地图中心" }).click();
  await expect(page.getByRole("button", { name: "手绘 1 个" })).toBeVisible();
  await page.getByRole("button", { name: "计算选址" }).click();
  await expect(page.getByRole("img", { name: "累计覆盖率曲线" })).toBeVisible();
  await page.getByRole("button", { name: "试放到地图" }).click();
  await expect(page.getByTestId("coverage-change")).toContainText("+");
});

test("a standard of nothing or of ten hours, and more sites than candidates, say what to change", async ({ page }) => {
  await signIn(page, district.url, "viewer");
  for (const minutes of [0, 600]) {
    await page.goto(`${district.url}/coverage?kind=party_service_station&minutes=${minutes}`);
    await expect(page.getByRole("alert").filter({ hasText: "不超过 120 分钟" })).toBeVisible();
  }
  await page.getByRole("spinbutton", { name: "服务标准" }).fill("5");
  await expect(covered(page)).toContainText("/");

  // Two candidates at one place: one of them at most is good for something.
  await page.getByRole("button", { name: "选址", exact: true }).click();
  for (const kind of ["小区出入口", "公共建筑", "沿街商铺", "广场绿地"]) await page.getByRole("button", { name: kind }).click();
  await page.getByRole("button", { name: "手绘" }).click();
  for (let drawn = 0; drawn < 2; drawn++) await page.getByRole("button", { name: "取地图中心" }).click();
  await page.getByRole("button", { name: "计算选址" }).click();
  await expect(page.locator(".coverage-next .coverage-note")).toContainText(/如需更多，请增加候选点|没有可新增覆盖的候选点|没有可步行到达的候选点/);
});

test("files have the numbers of the screen to the last digit, and the map is a picture", async ({ page }) => {
  await open(page, question);
  const [, first, all] = /([\d,]+) \/ ([\d,]+)/.exec((await covered(page).textContent()) ?? "") ?? [];
  const saving = page.waitForEvent("download");
  await page.getByRole("link", { name: "社区 CSV" }).click();
  const file = await saving;
  expect(file.suggestedFilename()).toBe("gridmap-coverage-communities.csv");
  const chunks: Buffer[] = [];
  for await (const chunk of await file.createReadStream()) chunks.push(chunk as Buffer);
  const rows = Buffer.concat(chunks).toString("utf8").trim().split("\r\n").slice(1).map((row) => row.split(","));
  const sum = (column: number) => rows.reduce((total, row) => total + Number(row[column]), 0).toLocaleString("en-US");
  expect([sum(3), sum(2)]).toEqual([first, all]);
  const drawing = page.waitForEvent("download");
  await page.getByRole("button", { name: "PNG" }).click();
  expect((await drawing).suggestedFilename()).toBe("gridmap-coverage.png");
});

test("what a facility does elsewhere is seen at once", async ({ page }) => {
  await open(page, question);
  const before = (await covered(page).textContent()) ?? "";
  district.query("UPDATE facility SET status = 'closed' WHERE kind = 'party_service_station'; SELECT record_change('facility', min(id)::text, 'upsert', NULL, NULL) FROM facility");
  await expect(covered(page)).not.toHaveText(before);
  await expect(page.getByText("没有符合条件的设施")).toBeVisible();

  // As of yesterday morning they were open still.
  const at = page.getByLabel("营业时间");
  await at.fill(`${new Date(Date.now() - 86_400_000).toISOString().slice(0, 10)}T10:00`);
  const asItWas = page.getByRole("checkbox", { name: "设施按当时的位置、开放时间和服务" });
  await expect(covered(page)).toHaveText(/^0 /);
  await asItWas.check();
  await expect(covered(page)).toHaveText(/^[1-9]/);
  await page.reload();
  await expect(asItWas).toBeChecked();
  await expect(covered(page)).toHaveText(/^[1-9]/);
  await at.fill("");
  await expect(asItWas).toHaveCount(0);
  await expect(covered(page)).toHaveText(/^0 /);
  district.query("UPDATE facility SET status = 'open' WHERE kind = 'party_service_station'; SELECT record_change('facility', min(id)::text, 'upsert', NULL, NULL) FROM facility");
  await expect(pins(page).first()).toBeVisible();
});

test("gaps and heat are layers of the live map, and stay when the page is loaded again", async ({ page }) => {
  await signIn(page, district.url, "viewer");
  await page.goto(`${district.url}/`);
  await page.waitForFunction(() => performance.getEntriesByName("first-map").length > 0);
  await page.getByRole("button", { name: "图层与图例" }).click();
  const gaps = page.waitForResponse(async (response) => response.url().endsWith("/graphql") && (await response.text()).includes('"gaps":{"nodes":[{'));
  await page.getByRole("checkbox", { name: "覆盖盲区" }).check();
  await gaps;
  const heat = page.waitForRequest(/\/api\/response\/heat\//);
  await page.getByRole("checkbox", { name: "事件热力" }).check();
  await heat;
  const again = page.waitForRequest(/\/api\/response\/heat\//);
  await page.reload();
  await again;
});

test("how numbers come about stands behind every ⓘ", async ({ page }) => {
  await open(page, question);
  const opening = page.waitForEvent("popup");
  await page.getByRole("link", { name: "这些数字如何得出" }).click();
  const methods = await opening;
  await expect(methods.getByRole("heading", { name: "谁被覆盖" })).toBeVisible();
});

for (const theme of ["dark", "light"] as const) {
  test(`no serious accessibility finding on the coverage screen in the ${theme} theme`, async ({ page }) => {
    await page.addInitScript((wanted) => localStorage.setItem("gridmap.preferences", JSON.stringify({ theme: wanted })), theme);
    await open(page, question);
    await page.getByRole("button", { name: "设施", exact: true }).click();
    const found = await new AxeBuilder({ page }).analyze();
    const serious = found.violations.filter(({ impact }) => impact === "serious" || impact === "critical");
    expect(serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`)).toEqual([]);
  });
}
