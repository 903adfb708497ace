import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { District, signIn } from "./district.ts";
import { colourOf, type Division, fileAs, straighten, turn } from "./divisionFile.ts";
import { apart, colourAt } from "./pixels.ts";

const district = new District();
let id = "";

test.beforeAll(async () => {
  test.setTimeout(180_000);
  await district.found();
  [id = ""] = district.query("SELECT id FROM current_area WHERE level = 'district'");
});

test.afterAll(() => district.dispose());

/** The division in force with a gap, an overlap, a grid of another name, and one that has become part of another. */
async function damaged(page: Page): Promise<Division> {
  const division = (await (await page.request.get(`${district.url}/api/boundaries/areas/${id}/grids.geojson`)).json()) as Division;
  // Whoever goes counter-clockwise loses land at a corner that bulges, and takes some where it is bitten.
  const [one, two, ...others] = division.features;
  for (const [feature, way] of [[one, 1], [two, -1]] as const) {
    const ring = feature?.geometry.coordinates[0]?.[0] ?? [];
    straighten(ring, turn(ring) > 0 ? way : way === 1 ? -1 : 1);
  }
  if (two !== undefined) two.properties.name = "黄河沿岸网格";
  const community = ({ properties }: Division["features"][number]) => properties.code.slice(0, -3);
  const taker = others.find((feature, i) => others.slice(i + 1).some((other) => community(other) === community(feature)));
  const taken = others.find((feature) => feature !== taker && taker !== undefined && community(feature) === community(taker));
  taker?.geometry.coordinates.push(...(taken?.geometry.coordinates ?? []));
  division.features = division.features.filter((feature) => feature !== taken);
  return division;
}

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
  expect(serious.map(({ id: rule, nodes }) => `${rule}: ${nodes.map(({ html }) => html).join(" ")}`)).toEqual([]);
}

for (const format of ["GeoJSON", "GeoPackage", "Shapefile"] as const) {
  test(`a division with a gap and an overlap is sent as a ${format}, its defects are listed and on the map, and it becomes a plan`, async ({ page }) => {
    test.slow();
    await signIn(page, district.url, "admin");
    await page.goto(`${district.url}/boundaries/import`);
    await page.waitForFunction(() => performance.getEntriesByName("first-map").length > 0);
    await page.getByLabel("文件", { exact: true }).setInputFiles(fileAs[format](await damaged(page)));
    await page.getByRole("button", { name: "上传并检查" }).click();
    const totals = page.getByRole("region", { name: "问题" });
    await expect(totals.getByText(/^缝隙/)).toBeVisible({ timeout: 90_000 });
    await expect(totals.getByText(/^重叠/)).toBeVisible();
    await expect(page.getByRole("region", { name: "面积差" }).getByText("黄河沿岸网格")).toBeVisible();
    if (format === "GeoJSON") await expectAccessible(page);

    // Each is shown by a dot of its colour when it is gone to.
    for (const [kind, variable] of [["缝隙", "--late"], ["重叠", "--accent"]] as const) {
      await page.getByRole("button", { name: new RegExp(`^${kind} `) }).first().click();
      const wanted = await colourOf(page, variable);
      // The middle of what the panel leaves of the map.
      const [x, y] = [372 + (1440 - 372) / 2, 60 + (900 - 60) / 2];
      await expect
        .poll(async () => apart(await colourAt(page, x, y), wanted), { timeout: 90_000 })
        .toBeLessThan(40);
    }

    // What is wider than the tolerance is told apart, until more is tolerated.
    await expect(totals.getByText(/处超出容差$/).first()).toBeVisible();
    await page.getByRole("spinbutton", { name: "容差（米）" }).fill("50");
    await page.getByRole("button", { name: "按此设置重新检查" }).click();
    await expect(totals.getByText(/处超出容差$/)).toHaveCount(0, { timeout: 90_000 });
    await expect(totals.getByText(/^缝隙/)).toBeVisible();

    await page.getByRole("textbox", { name: "方案名称" }).fill(`导入部门网格 ${format}`);
    await page.getByRole("button", { name: "生成方案" }).click();
    await expect(page.getByRole("heading", { name: `导入部门网格 ${format}` })).toBeVisible();
    const history = page.getByRole("region", { name: "操作记录" }).getByRole("listitem");
    await expect(history.filter({ hasText: /合并网格|划归|撤销网格/ }).first()).toBeVisible();
  });
}

test("a file that is no division is refused with what to do, and another can be sent", async ({ page }) => {
  await signIn(page, district.url, "admin");
  await page.goto(`${district.url}/boundaries/import`);
  await page.getByLabel("文件", { exact: true }).setInputFiles({ name: "照片.zip", mimeType: "application/zip", buffer: Buffer.from("PK no zip at all") });
  await page.getByRole("button", { name: "上传并检查" }).click();
  await expect(page.getByRole("alert")).toContainText("Shapefile", { timeout: 90_000 });
  await expect(page.getByRole("button", { name: "上传并检查" })).toBeEnabled();
});
