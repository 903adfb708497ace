import { expect, test } from "@playwright/test";
import { District, signIn } from "./district.ts";

const district = new District();

test.beforeAll(async () => {
  test.setTimeout(180_000);
  await district.found();
});

test.afterAll(() => district.dispose());

test("the explorer knows the schema and runs a query under the page's own security policy", async ({ page }) => {
  const complaints: string[] = [];
  page.on("console", (message) => ["error", "warning"].includes(message.type()) && complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(error.message));
  await signIn(page, district.url, "viewer");
  const answer = await page.goto(`${district.url}/graphql`);
  expect(page.url()).toBe(`${district.url}/graphql/explorer`);
  expect(answer?.headers()["content-security-policy"]).toContain("script-src 'self';");
  await expect(page).toHaveTitle("接口浏览器 API explorer – GridMap");
  await expect(page.locator("body")).toHaveClass(/graphiql-dark/);

  await page.getByRole("button", { name: "Execute query" }).click();
  await expect(page.locator(".graphiql-response")).toContainText('"timeZone": "Asia/Shanghai"');
  await page.getByRole("button", { name: "Show Documentation Explorer" }).click();
  await expect(page.locator(".graphiql-plugin")).toContainText("Query");
  expect(complaints).toEqual([]);
  await page.screenshot({ path: "test-results/explorer.png" });
});
