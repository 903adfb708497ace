import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { District, signIn } from "./district.ts";
import { approvedPlan, change } from "./plans.ts";

const district = new District();

test.beforeAll(async () => {
  test.setTimeout(180_000);
  await district.found();
});

test.afterAll(() => district.dispose());

type Point = { readonly x: number; readonly y: number };

/** A populated grid of several atoms that fits between the panels: a point in it, and how far it reaches. */
function gridToSplit(): { readonly longitude: number; readonly latitude: number; readonly west: number; readonly east: number } {
  const [row = ""] = district.query(
    `SELECT ST_X(area_shape.label_point), ST_Y(area_shape.label_point), ST_XMin(area_shape.shape), ST_XMax(area_shape.shape)
     FROM area_shape
     WHERE area_shape.level = 'grid' AND area_shape.households > 300 AND ST_XMax(area_shape.shape) - ST_XMin(area_shape.shape) < 0.005
     ORDER BY (SELECT count(*) FROM assignment WHERE assignment.grid_id = area_shape.area_id) DESC, area_shape.area_id LIMIT 1`,
  );
  const [longitude = 0, latitude = 0, west = 0, east = 0] = row.split("|").map(Number);
  return { longitude, latitude, west, east };
}

const grid = { longitude: 0, latitude: 0, west: 0, east: 0 };
const zoom = 16;
const pixelsPerDegree = (512 * 2 ** zoom) / 360;
const hash = () => `#map=${zoom}/${grid.latitude}/${grid.longitude}`;

/** Where a longitude at the grid's own latitude lies on a map that looks at the grid. */
async function at(page: Page, longitude: number, latitude = grid.latitude): Promise<Point> {
  const size = page.viewportSize() ?? { width: 1440, height: 900 };
  const north = (degrees: number) => Math.log(Math.tan(Math.PI / 4 + (degrees * Math.PI) / 360)) * (180 / Math.PI);
  return {
    x: size.width / 2 + (longitude - grid.longitude) * pixelsPerDegree,
    y: size.height / 2 - (north(latitude) - north(grid.latitude)) * pixelsPerDegree,
  };
}

async function open(page: Page, path: string, login: string): Promise<void> {
  await signIn(page, district.url, login);
  await page.goto(`${district.url}${path}${hash()}`);
  await page.waitForFunction(() => performance.getEntriesByName("first-map").length > 0);
}

const history = (page: Page) => page.getByRole("region", { name: "操作记录" }).getByRole("listitem");
const undone = (page: Page) => history(page).filter({ hasText: "已撤销" });
const saved = (page: Page) => page.getByRole("toolbar", { name: "工具" }).getByRole("status");

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
  expect(serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`)).toEqual([]);
}

async function press(page: Page, key: string): Promise<void> {
  await expect(saved(page)).toHaveText("已保存");
  await page.keyboard.press(key);
}

/** Selects the grid at a longitude, and answers where it was clicked. */
async function chooseGrid(page: Page, longitude: number): Promise<Point> {
  await press(page, "g");
  const middle = await at(page, longitude);
  await expect(async () => {
    await page.mouse.click(middle.x, middle.y);
    await expect(page.getByText(/^已选 \d+ 个单元/)).toBeVisible({ timeout: 1_000 });
  }).toPass();
  return middle;
}

test("a plan is drawn, undone, submitted, approved by another and published, and a third window's map changes", async ({ page, browser }) => {
  test.slow();
  Object.assign(grid, gridToSplit());
  const watcher = await (await browser.newContext()).newPage();
  await watcher.setViewportSize({ width: 1440, height: 900 });
  await open(watcher, "/", "viewer");
  await expect(watcher.locator(".badge")).toHaveAttribute("data-state", "live");

  await open(page, "/boundaries", "admin");
  await page.getByRole("textbox", { name: "方案名称" }).fill("拆分一个网格");
  await page.getByRole("button", { name: "新建方案", exact: true }).click();
  await expect(page.getByRole("heading", { name: "拆分一个网格" })).toBeVisible();

  // Drawn across the grid, through whatever atoms lie there, from beyond one border to beyond the other.
  const middle = await chooseGrid(page, grid.longitude);
  await press(page, "s");
  await page.getByRole("checkbox", { name: "整块归属" }).uncheck();
  const margin = (grid.east - grid.west) * 0.05 + 0.0002;
  for (const longitude of [grid.west - margin, grid.east + margin]) {
    const { x, y } = await at(page, longitude);
    await page.mouse.click(x, y);
  }
  const numbers = page.getByRole("region", { name: "网格数据" });
  await expect(numbers.getByRole("listitem")).toHaveCount(2);
  await page.getByRole("button", { name: "完成", exact: true }).click();
  await expect(history(page)).toHaveText([/沿线拆分/]);

  // The new border is dragged to the north by one of its dots, with live numbers on both sides.
  await press(page, "e");
  const dots = page.getByRole("group", { name: "边界上的圆点" }).getByRole("button");
  await expect(async () => {
    await page.mouse.click(middle.x, middle.y);
    const latitude = await dots.first().getAttribute("data-latitude", { timeout: 1_000 });
    // The border that was just drawn, and not one of the land as it was before.
    expect(Number(latitude)).toBeCloseTo(grid.latitude, 5);
  }).toPass();
  const dot = dots.first();
  const from = await at(page, Number(await dot.getAttribute("data-longitude")), Number(await dot.getAttribute("data-latitude")));
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x, from.y - 30);
  await expect(numbers.getByText("预计结果")).toBeVisible();
  await page.mouse.up();
  await expect(history(page)).toHaveText([/移动边界/, /沿线拆分/]);

  // Undo and redo outlive a reload.
  await press(page, "Control+z");
  await expect(undone(page)).toHaveCount(1);
  await page.reload();
  await expect(undone(page)).toHaveText([/移动边界/]);
  await press(page, "Control+y");
  await expect(undone(page)).toHaveCount(0);
  await expectAccessible(page);

  // Who has the plan open elsewhere sees who else is in it, and what is done to it, without a reload.
  const reviewer = await (await browser.newContext()).newPage();
  const path = new URL(page.url()).pathname;
  await open(reviewer, path, "reviewer");
  await expect(reviewer.getByText(/^正在编辑：/)).toBeVisible({ timeout: 60_000 });
  await page.getByRole("button", { name: "提交审核", exact: true }).click();
  await expect(page.getByText("待审核", { exact: true })).toBeVisible();
  await expect(reviewer.getByText("待审核", { exact: true })).toBeVisible({ timeout: 60_000 });

  await reviewer.getByRole("textbox", { name: "意见" }).fill("同意，边界清楚。");
  await reviewer.getByRole("button", { name: "批准", exact: true }).click();
  await expect(reviewer.getByText("已批准", { exact: true })).toBeVisible();
  await expect(reviewer.getByText("同意，边界清楚。")).toBeVisible();

  const redrawn = watcher.waitForResponse((response) => response.url().includes("/tiles/grids/") && response.status() === 200);
  await reviewer.getByRole("button", { name: "发布", exact: true }).click();
  await expect(reviewer.getByText("已发布", { exact: true })).toBeVisible();
  await redrawn;
  const [grids = ""] = district.query("SELECT count(*) FROM area_revision JOIN area ON area.id = area_revision.area_id WHERE area.level = 'grid' AND lower(area_revision.valid) > (SELECT min(lower(valid)) FROM area_revision)");
  expect(Number(grids)).toBeGreaterThan(0);

  // The slider shows how the grids were on a day, by the keyboard too.
  await reviewer.goto(`${district.url}/boundaries${hash()}`);
  const slider = reviewer.getByRole("slider");
  await expect(reviewer.getByText("现行网格", { exact: true })).toBeVisible();
  const asked = reviewer.waitForResponse((response) => response.url().endsWith("/graphql") && (response.request().postData() ?? "").includes('"day"'));
  await slider.press("ArrowLeft");
  await expect(reviewer.getByText(/日终的网格$/)).toBeVisible();
  expect((await asked).ok()).toBe(true);
  await expectAccessible(reviewer);
});

/** Presses an arrow key on the map and waits until the map has come to rest there. */
async function pan(page: Page, key: "ArrowLeft" | "ArrowRight" | "ArrowUp" | "ArrowDown", times: number): Promise<void> {
  const view = () => page.evaluate(() => location.hash);
  for (let i = 0; i < times; i++) {
    const before = await view();
    await page.keyboard.press(key);
    await expect.poll(view).not.toBe(before);
    let last = "";
    await expect
      .poll(async () => {
        const now = await view();
        const rests = now === last;
        last = now;
        return rests;
      })
      .toBe(true);
  }
}

async function newPlan(page: Page, name: string): Promise<void> {
  await open(page, "/boundaries", "admin");
  await page.getByRole("textbox", { name: "方案名称" }).fill(name);
  await page.getByRole("button", { name: "新建方案", exact: true }).click();
  await expect(page.getByRole("heading", { name })).toBeVisible();
}

test("land is selected with a lasso and in a list, and a grid is made of it, by keyboard alone", async ({ page }) => {
  test.slow();
  Object.assign(grid, gridToSplit());
  await newPlan(page, "键盘选择");
  const list = page.getByText("按列表选择单元");
  await list.focus();
  await page.keyboard.press("Enter");
  const nearest = page.getByRole("checkbox", { name: /^单元 \d+ · / });
  await expect(nearest.first()).toBeVisible();

  await press(page, "l");
  await page.keyboard.press("0");
  await expect(page.locator(".maplibregl-canvas")).toBeFocused();
  await pan(page, "ArrowLeft", 1);
  await pan(page, "ArrowUp", 1);
  await page.keyboard.press("Enter");
  for (const way of ["ArrowRight", "ArrowDown", "ArrowLeft"] as const) {
    await pan(page, way, 2);
    await page.keyboard.press("Enter");
  }
  await page.keyboard.press("f");
  const selected = page.getByText(/^已选 \d+ 个单元/);
  await expect(selected).toBeVisible();

  // One more of the list joins, and leaves again.
  const counted = (await selected.textContent()) ?? "";
  const other = page.getByRole("checkbox", { name: /^单元 \d+ · /, checked: false }).first();
  const name = (await other.locator("..").textContent()) ?? "";
  await other.focus();
  await page.keyboard.press("Space");
  await expect(selected).not.toHaveText(counted);
  await page.getByRole("checkbox", { name, exact: true }).focus();
  await page.keyboard.press("Space");
  await expect(selected).toHaveText(counted);
  await page.getByRole("button", { name: "新建网格", exact: true }).focus();
  await page.keyboard.press("Enter");
  await expect(history(page)).toHaveText([/新建网格/]);

  await page.keyboard.press("?");
  const sheet = page.getByRole("dialog", { name: "快捷键" });
  await expect(sheet.getByText("点击地图正中")).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(sheet).toHaveCount(0);
});

test("a community of too many households is moved to another street, and the rule says so", async ({ page }) => {
  const [row = ""] = district.query(
    `SELECT ST_X(grid.label_point), ST_Y(grid.label_point), other.id, other.name
     FROM (SELECT * FROM current_area WHERE level = 'community') AS community
     JOIN area_shape AS shape ON shape.area_id = community.id AND upper_inf(shape.valid) AND shape.households > 3000
     JOIN current_area AS lies ON lies.parent_id = community.id
     JOIN area_shape AS grid ON grid.area_id = lies.id AND upper_inf(grid.valid)
     JOIN current_area AS other ON other.level = 'subdistrict' AND other.id <> community.parent_id
     ORDER BY shape.households DESC, lies.id, other.id LIMIT 1`,
  );
  const [longitude = 0, latitude = 0, subdistrict = 0] = row.split("|").map(Number);
  Object.assign(grid, { longitude, latitude });
  await newPlan(page, "社区调整街道");
  await chooseGrid(page, longitude);
  await page.getByRole("combobox", { name: "社区调到街道" }).selectOption(String(subdistrict));
  await expect(history(page)).toHaveText([/调整街道/]);
  const rules = page.getByRole("region", { name: "规则检查" });
  await expect(rules.getByText(/社区 \d+ 现有 \d+ 户，应不多于 3000 户/)).toBeVisible();
  await expect(rules.getByText(/规则 .+ 版$/)).toBeVisible();
});

test("what cannot be is refused on the screen with what to do and a way to the place", async ({ page, browser }) => {
  test.slow();
  Object.assign(grid, gridToSplit());
  await newPlan(page, "画错的线");
  const middle = await chooseGrid(page, grid.longitude);
  await press(page, "s");
  for (const [east, north] of [[-60, -40], [60, 40], [60, -40], [-60, 40]] as const) await page.mouse.click(middle.x + east, middle.y + north);
  const told = page.getByRole("alert");
  await expect(told).toContainText("该线在此处与自身相交；请避免打圈。");
  await expect(told.getByRole("button", { name: "定位" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(history(page)).toHaveCount(0);

  // A plan that another one has overtaken: the reviewer who publishes it is told where.
  const reviewer = await (await browser.newContext()).newPage();
  await signIn(reviewer, district.url, "reviewer");
  const [row = ""] = district.query(
    `SELECT one.atom_id, other.grid_id
     FROM atom_edge
     JOIN assignment AS one ON one.atom_id = atom_edge.left_atom_id AND upper_inf(one.valid)
     JOIN assignment AS other ON other.atom_id = atom_edge.right_atom_id AND upper_inf(other.valid) AND other.grid_id <> one.grid_id
     WHERE (SELECT count(*) FROM assignment WHERE assignment.grid_id = one.grid_id AND upper_inf(assignment.valid)) > 2
     ORDER BY one.atom_id, other.grid_id LIMIT 1`,
  );
  const [atom = 0, taker = 0] = row.split("|").map(Number);
  const [area = ""] = district.query("SELECT id FROM current_area WHERE level = 'district'");
  const overtaken = await approvedPlan(district.url, page, reviewer, area, atom, taker);
  const first = await approvedPlan(district.url, page, reviewer, area, atom, taker);
  await change(district.url, reviewer, `publishPlan(input: { plan: "${first.id}", expectedVersion: ${first.version} })`);
  await reviewer.goto(`${district.url}/boundaries/${overtaken.id}`);
  await reviewer.getByRole("button", { name: "发布", exact: true }).click();
  await expect(reviewer.getByRole("alert")).toContainText("已发布的方案改动了同一地块");
  await expect(reviewer.getByRole("alert").getByRole("button", { name: "定位" })).toBeVisible();
});
