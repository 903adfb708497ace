import AxeBuilder from "@axe-core/playwright";
import { type Browser, expect, type Page, test } from "@playwright/test";
import { deflateSync } from "node:zlib";
import { District, openLive, signIn } from "./district.ts";

const district = new District();

test.beforeAll(async () => {
  test.setTimeout(180_000);
  await district.found();
});

test.afterAll(() => district.dispose());

function crcOf(bytes: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc & 1) === 0 ? crc >>> 1 : (crc >>> 1) ^ 0xedb88320;
  }
  return ~crc >>> 0;
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, "latin1"), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crcOf(body));
  return Buffer.concat([length, body, sum]);
}

/** A picture of one grey, or the header of one that would be as large. */
function png(width: number, height: number, grey = 128, withPixels = true): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width);
  header.writeUInt32BE(height, 4);
  header[8] = 8;
  const rows = () => Buffer.concat(Array.from({ length: height }, () => Buffer.from([0, ...Buffer.alloc(width, grey)])));
  const pixels = withPixels ? [chunk("IDAT", deflateSync(rows())), chunk("IEND", Buffer.alloc(0))] : [];
  return Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), chunk("IHDR", header), ...pixels]);
}

const file = (name: string, buffer: Buffer, mimeType = "image/jpeg") => ({ name, mimeType, buffer });

/** A place in some grid, as the input of a mutation. */
function somewhere(): { longitude: number; latitude: number } {
  const [row = ""] = district.query(
    "SELECT ST_X(label_point), ST_Y(label_point) FROM area_shape WHERE level = 'grid' ORDER BY area_id LIMIT 1",
  );
  const [longitude = 0, latitude = 0] = row.split("|").map(Number);
  return { longitude, latitude };
}

async function windowOf(browser: Browser, login: string): Promise<Page> {
  const page = await (await browser.newContext({ locale: "zh-CN", timezoneId: "Asia/Shanghai" })).newPage();
  await signIn(page, district.url, login);
  return page;
}

/** Reports in somebody's name, as a program of theirs would; the answer is the number. */
async function reportAs(page: Page, description: string): Promise<string> {
  const [classCode = ""] = district.query("SELECT code FROM incident_class ORDER BY code LIMIT 1");
  const answer = await page.request.post(`${district.url}/graphql`, {
    headers: { "x-gridmap-request": "1" },
    data: {
      query: "mutation ($input: ReportIncidentInput!) { reportIncident(input: $input) { incident { number } } }",
      variables: { input: { classCode, description, position: somewhere(), idempotencyKey: `e2e-photos-${Date.now()}` } },
    },
  });
  const { data } = (await answer.json()) as { data: { reportIncident: { incident: { number: string } } } };
  return data.reportIncident.incident.number;
}

const card = (page: Page) => page.getByRole("complementary", { name: "事件", exact: true });
const photos = (page: Page) => card(page).getByRole("region", { name: "照片" });
const small = (page: Page, place: number, all: number) => photos(page).getByRole("button", { name: `查看照片 ${place}/${all}`, exact: true });
const isDrawn = (image: Element) => (image as HTMLImageElement).complete && (image as HTMLImageElement).naturalWidth > 0;

async function expectNothingSerious(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
  expect(serious.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ""}`)).toEqual([]);
}

test("photos are added to a card, shown to the others at once, and opened in full size by keyboard", async ({ browser }) => {
  const desk = await windowOf(browser, "dispatcher");
  const other = await windowOf(browser, "viewer");
  const number = await reportAs(desk, "有照片的事件");
  for (const page of [desk, other]) await openLive(page, `${district.url}/incidents/${number}`);
  await expect(photos(desk)).toContainText("暂无照片");
  await expect(photos(other)).toContainText("您的角色只能查看照片");
  await expect(photos(other).getByLabel("添加照片")).toHaveCount(0);

  await photos(desk).getByLabel("添加照片").setInputFiles([file("a.png", png(600, 300, 90)), file("b.png", png(400, 400, 200))]);
  for (const page of [desk, other]) {
    await expect(photos(page)).toContainText("2/12");
    for (const place of [1, 2]) await expect.poll(() => small(page, place, 2).locator("img").evaluate(isDrawn)).toBe(true);
  }

  await small(desk, 1, 2).focus();
  await desk.keyboard.press("Enter");
  const viewer = (place: number) => desk.getByRole("dialog", { name: `照片 ${place}/2` });
  await expect(viewer(1)).toContainText(/派遣员 于 .+ 上传/);
  await expect.poll(() => viewer(1).locator("img").evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBe(600);
  await expectNothingSerious(desk);
  await desk.keyboard.press("ArrowRight");
  await expect.poll(() => viewer(2).locator("img").evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBe(400);
  await desk.keyboard.press("ArrowRight");
  await expect(viewer(2)).toBeVisible();
  await desk.keyboard.press("Home");
  await expect(viewer(1)).toBeVisible();
  await desk.keyboard.press("Escape");
  await expect(desk.getByRole("dialog")).toHaveCount(0);
  await expect(small(desk, 1, 2)).toBeFocused();
  await expect(card(desk)).toBeVisible();
  await expectNothingSerious(desk);
  for (const page of [desk, other]) await page.context().close();
});

test("what is no photo is refused by name and reason, and the others are kept", async ({ browser }) => {
  const desk = await windowOf(browser, "dispatcher");
  const number = await reportAs(desk, "不是照片");
  await openLive(desk, `${district.url}/incidents/${number}`);
  await photos(desk)
    .getByLabel("添加照片")
    .setInputFiles([
      file("drawing.jpg", Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')),
      file("archive.jpg", Buffer.from([0x50, 0x4b, 3, 4, ...Buffer.alloc(100)])),
      file("fifty.jpg", png(10_000, 5_000, 0, false)),
      file("huge.jpg", Buffer.alloc(10 * 1024 * 1024 + 1)),
      file("good.png", png(64, 64)),
    ]);
  const refusal = (name: string) => photos(desk).getByRole("listitem").filter({ hasText: name });
  await expect(refusal("drawing.jpg")).toContainText("请上传 JPEG、PNG 或 WebP 图片");
  await expect(refusal("archive.jpg")).toContainText("请上传 JPEG、PNG 或 WebP 图片");
  await expect(refusal("fifty.jpg")).toContainText("百万像素");
  await expect(refusal("huge.jpg")).toContainText("图片不得超过 10 MB");
  await expect(small(desk, 1, 1)).toBeVisible();
  await expect(refusal("huge.jpg").getByRole("button", { name: "重试" })).toHaveCount(0);
  await refusal("huge.jpg").getByRole("button", { name: "不再上传" }).click();
  await expect(refusal("huge.jpg")).toHaveCount(0);
  await expectNothingSerious(desk);
  expect(district.query(`SELECT count(*) FROM attachment JOIN incident ON incident.id = incident_id WHERE number = '${number}'`)).toEqual(["1"]);

  // What the line was to blame for is sent again by hand.
  await desk.route("**/attachments", (route) => route.abort(), { times: 1 });
  await photos(desk).getByLabel("添加照片").setInputFiles(file("line.png", png(65, 65)));
  await expect(refusal("line.png")).toContainText("没有收到服务器的答复");
  await refusal("line.png").getByRole("button", { name: "重试" }).click();
  await expect(small(desk, 2, 2)).toBeVisible();
  await desk.context().close();
});

test("photos chosen for a report go on their way with it, and the card tells how far they are", async ({ browser }) => {
  const desk = await windowOf(browser, "dispatcher");
  const { longitude, latitude } = somewhere();
  await openLive(desk, `${district.url}/report#map=16/${latitude}/${longitude}`);
  const form = desk.getByRole("complementary", { name: "上报事件" });
  await form.getByRole("button", { name: "用画面中心" }).click();
  await form.getByLabel("类别").selectOption({ label: "暴露垃圾" });
  await form.getByLabel("情况描述").fill("带照片的上报");
  await form.getByLabel(/^照片/).setInputFiles([file("a.png", png(300, 300)), file("b.png", png(301, 300)), file("no.jpg", Buffer.from("text"))]);
  await form.getByRole("button", { name: "去掉 b.png" }).click();

  // Held back until it has been seen that the card says so.
  let pass = () => undefined as void;
  const held = new Promise<void>((done) => {
    pass = done;
  });
  await desk.route("**/attachments", async (route) => {
    await held;
    await route.continue();
  });
  await form.getByRole("button", { name: "上报", exact: true }).click();
  await expect(card(desk)).toContainText("带照片的上报");
  await expect(photos(desk).getByRole("progressbar", { name: "a.png 上传进度" })).toBeVisible();
  pass();
  await expect(small(desk, 1, 1)).toBeVisible();
  await expect(photos(desk).getByRole("alert")).toContainText("no.jpg");
  await desk.context().close();
});
