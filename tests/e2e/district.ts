import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import path from "node:path";
import type { Page } from "@playwright/test";

export const demoPassword = "gridmap-demo";

const top = path.resolve(import.meta.dirname, "../..");
const server = path.join(top, "src/GridMap.Server/bin/publish/gridmap");

/** A small demo district in a database of its own, and a real server process over it that can be stopped, killed and started again. */
export class District {
  readonly #name = `gridmap_e2e_${process.pid}`;
  readonly #database = connection(this.#name);
  #process: ChildProcess | undefined;
  #port = 0;

  get url(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  async found(): Promise<void> {
    sql("postgres", `CREATE DATABASE ${this.#name}`);
    this.#gridmap("migrate");
    this.#gridmap("generate", "--scale", "small", "--seed", "1");
    this.#port = await freePort();
    await this.start();
  }

  async start(): Promise<void> {
    this.#process = await this.#serve(this.#port);
  }

  /** Another server over the same database while the first is away. */
  async withOtherServer(act: (url: string) => Promise<void>): Promise<void> {
    const port = await freePort();
    const other = await this.#serve(port);
    try {
      await act(`http://127.0.0.1:${port}`);
    } finally {
      await end(other, "SIGTERM");
    }
  }

  async stop(signal: "SIGTERM" | "SIGKILL" = "SIGTERM"): Promise<void> {
    if (this.#process) await end(this.#process, signal);
    this.#process = undefined;
  }

  async dispose(): Promise<void> {
    await this.stop();
    sql("postgres", `DROP DATABASE IF EXISTS ${this.#name} WITH (FORCE)`);
  }

  /** Rows of a query, a row a line, columns parted by `|`. */
  query(text: string): string[] {
    return sql(this.#name, text).split("\n").filter(Boolean);
  }

  #gridmap(...args: string[]): void {
    execFileSync(server, args, { cwd: top, env: { ...process.env, GRIDMAP_DATABASE: this.#database }, stdio: "pipe" });
  }

  async #serve(port: number): Promise<ChildProcess> {
    const child = spawn(server, ["serve", "--port", String(port)], {
      cwd: top,
      env: { ...process.env, GRIDMAP_DATABASE: this.#database },
      stdio: "ignore",
    });
    await until(async () => (await fetch(`http://127.0.0.1:${port}/health/ready`)).ok);
    return child;
  }
}

/** Gives a page the session of a demo account, without its sign-in page. */
export async function signIn(page: Page, url: string, login: string): Promise<void> {
  const answer = await page.context().request.post(`${url}/api/session`, {
    headers: { "x-gridmap-request": "1" },
    data: { login, password: demoPassword },
  });
  if (!answer.ok()) throw new Error(`Sign-in answered ${answer.status()}: ${await answer.text()}`);
}

/** Opens a page of the command screen that somebody has signed in to, and waits until it is live. */
export async function openLive(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.waitForFunction(() => performance.getEntriesByName("first-map").length > 0);
  await page.locator(".badge[data-state=live]").waitFor();
}

/** Reports an incident by Open311 as a resident's app does; the answer is its service request id. */
export async function report(url: string, at: readonly [number, number], description: string, serviceCode: string): Promise<string> {
  const response = await fetch(`${url}/open311/v2/requests.json`, {
    method: "POST",
    body: new URLSearchParams({ service_code: serviceCode, lat: String(at[1]), long: String(at[0]), description }),
  });
  if (!response.ok) throw new Error(`Open311 answered ${response.status}: ${await response.text()}`);
  const [created] = (await response.json()) as [{ service_request_id: string }];
  return created.service_request_id;
}

/** Sends one fix as a tracker does. */
export async function sendFix(url: string, device: string, at: readonly [number, number], when = Date.now()): Promise<Response> {
  return fetch(`${url}/osmand?id=${device}&lat=${at[1].toFixed(7)}&lon=${at[0].toFixed(7)}&timestamp=${when}&speed=2&bearing=90`);
}

/** Waits until an attempt says yes; a refused connection counts as no. */
export async function until(attempt: () => Promise<boolean>, milliseconds = 60_000): Promise<void> {
  const end = Date.now() + milliseconds;
  while (Date.now() < end) {
    if (await attempt().catch(() => false)) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error("It did not come true in time.");
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  const ended = once(child, "exit");
  child.kill(signal);
  await ended;
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  if (address === null || typeof address === "string") throw new Error("The system gave no port.");
  return address.port;
}

function admin(): Map<string, string> {
  const text = process.env["GRIDMAP_TEST_DATABASE"];
  if (!text) throw new Error("GRIDMAP_TEST_DATABASE is not set: run the tests through scripts/test.");
  return new Map(text.split(";").filter(Boolean).map((part) => part.split("=", 2) as [string, string]));
}

function connection(database: string): string {
  return [...admin().set("Database", database)].map(([key, value]) => `${key}=${value}`).join(";");
}

function sql(database: string, text: string): string {
  const settings = admin();
  const flag = (name: string, key: string) => (settings.has(key) ? [name, settings.get(key) ?? ""] : []);
  const args = [...flag("-h", "Host"), ...flag("-p", "Port"), ...flag("-U", "Username"), "-d", database, "-Atqc", text];
  const password = settings.get("Password");
  return execFileSync("psql", args, { encoding: "utf8", env: { ...process.env, ...(password ? { PGPASSWORD: password } : {}) } });
}
