import { defineConfig } from "@playwright/test";

// One worker: the tests share one district and stop its server on purpose.
export default defineConfig({
  testDir: ".",
  timeout: 120_000,
  expect: { timeout: 20_000 },
  workers: 1,
  fullyParallel: false,
  // On a machine that is shared a test gets a second go; that it needed one is said in the report.
  retries: process.env["CI"] ? 1 : 0,
  reporter: [["list"], ["json", { outputFile: process.env["GRIDMAP_E2E_REPORT"] ?? "test-results/report.json" }]],
  use: {
    viewport: { width: 1440, height: 900 },
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
    trace: "retain-on-failure",
    launchOptions: {
      executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium",
      args: [
        "--no-sandbox",
        "--use-gl=angle",
        "--use-angle=swiftshader",
        "--enable-unsafe-swiftshader",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--disable-quic",
        "--no-first-run",
      ],
    },
  },
});
