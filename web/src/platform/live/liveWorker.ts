import { HttpError, type HubConnection, HubConnectionBuilder, LogLevel } from "@microsoft/signalr";
import { retryDelay } from "./backoff.ts";
import { type Frame, parseFrame } from "./frames.ts";
import { createLagMeter } from "./lag.ts";
import type { LiveCommand, LiveMessage } from "./messages.ts";
import { createProtocol } from "./protocol.ts";

/** A heartbeat comes every 2 s; three missed ones are a dead line. */
const silenceLimit = 6500;
const startLimit = 6000;

const lagOf = createLagMeter();
let cursor: string | null = null;
let retryNow: () => void = () => {};

function tell(message: LiveMessage, transfer: Transferable[] = []): void {
  self.postMessage(message, { transfer });
}

function beat(serverTime: number | null): void {
  const at = Date.now();
  tell({ kind: "beat", at, lagMilliseconds: serverTime === null ? 0 : lagOf(serverTime, at) });
}

function takeFrame(frame: Frame): void {
  switch (frame.kind) {
    case "welcome":
      // With no cursor the feed starts here; with one, what was missed follows and ends at the frames' own cursors.
      cursor ??= frame.cursor;
      tell({ kind: "welcome" });
      tell({ kind: "time", serverTime: frame.serverTime, at: Date.now() });
      beat(frame.serverTime);
      break;
    case "resync":
      tell({ kind: "resync" });
      cursor = frame.cursor;
      beat(null);
      break;
    case "changes":
      tell({ kind: "changes", items: frame.items });
      cursor = frame.cursor;
      beat(null);
      break;
    case "bye":
      // What comes next may be another part of the district: it begins anew.
      cursor = null;
      tell({ kind: "bye" });
      break;
    case "heartbeat":
      cursor = frame.cursor;
      tell({ kind: "time", serverTime: frame.serverTime, at: Date.now() });
      beat(frame.serverTime);
      break;
    case "positions":
      tell({ kind: "positions", words: frame.words, at: Date.now() }, [frame.words.buffer]);
      beat(frame.time);
      break;
    case "gone":
      tell({ kind: "gone", ids: frame.ids });
      beat(null);
      break;
  }
}

function takeValue(value: unknown): void {
  try {
    const frame = parseFrame(value);
    if (frame !== null) takeFrame(frame);
  } catch {
    // What cannot be understood may have been a fact: reading the current state loses nothing.
    tell({ kind: "resync" });
  }
}

/** Follows the feed until it ends; tells how many frames came. */
function follow(connection: HubConnection): Promise<number> {
  return new Promise((ended) => {
    let frames = 0;
    connection.onclose(() => ended(frames));
    connection.stream("Follow", { cursor, topics: null, viewport: null }).subscribe({
      next: (value: unknown) => {
        frames++;
        takeValue(value);
      },
      error: () => ended(frames),
      complete: () => ended(frames),
    });
  });
}

function waitFor(milliseconds: number): Promise<void> {
  return new Promise((done) => {
    const timer = setTimeout(done, milliseconds);
    retryNow = () => {
      clearTimeout(timer);
      done();
    };
  });
}

/** A socket to a host that does not answer would stay half open for minutes. */
async function startInTime(connection: HubConnection): Promise<boolean> {
  const started = connection.start().then(
    () => true,
    (error: unknown) => {
      if (error instanceof HttpError && error.statusCode === 401) tell({ kind: "bye" });
      return false;
    },
  );
  const tooLate = new Promise<boolean>((done) => setTimeout(() => done(false), startLimit));
  if (await Promise.race([started, tooLate])) return true;
  void connection.stop().catch(() => undefined);
  return false;
}

/** One life of a connection; tells whether the feed ever spoke. */
async function connectOnce(url: string): Promise<boolean> {
  const connection = new HubConnectionBuilder()
    .withUrl(url, { timeout: startLimit, headers: { "X-GridMap-Request": "1" } })
    .withHubProtocol(createProtocol())
    .configureLogging(LogLevel.None)
    .build();
  connection.serverTimeoutInMilliseconds = silenceLimit;
  connection.keepAliveIntervalInMilliseconds = 5000;
  if (!(await startInTime(connection))) return false;
  tell({ kind: "link", open: true });
  const frames = await follow(connection);
  tell({ kind: "link", open: false });
  await connection.stop().catch(() => undefined);
  return frames > 0;
}

async function stayConnected(url: string): Promise<never> {
  for (let attempt = 0; ; attempt++) {
    if (await connectOnce(url)) attempt = 0;
    await waitFor(retryDelay(attempt, Math.random()));
  }
}

self.addEventListener("message", ({ data }: MessageEvent<LiveCommand>) => {
  switch (data.kind) {
    case "start":
      void stayConnected(data.url);
      return;
    case "retryNow":
      retryNow();
      return;
  }
});
