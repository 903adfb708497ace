import { createStore } from "zustand";
import { type Badge, badgeOf, type FeedState } from "./badge.ts";
import type { Change } from "./frames.ts";
import type { LiveCommand, LiveMessage } from "./messages.ts";

export type LiveListener = {
  /** A connection begins: all positions follow. */
  readonly onWelcome: () => void;
  /** The feed cannot say what was missed: read the current state. */
  readonly onResync: () => void;
  readonly onChanges: (items: readonly Change[]) => void;
  /** `positionWords` words each; `at` is when they came. */
  readonly onPositions: (words: Int32Array, at: number) => void;
  readonly onGone: (ids: readonly number[]) => void;
  readonly onServerTime: (serverTime: number, at: number) => void;
  /** The server has ended the connection by itself: who is signed in has to be asked again. */
  readonly onBye: () => void;
};

export const liveBadge = createStore<Badge>(() => ({ kind: "connecting" }));

function sameBadge(a: Badge, b: Badge): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function createBadgeKeeper(): { update: (change: Partial<FeedState>) => void; stop: () => void } {
  let feed: FeedState = { open: false, lastFrameAt: null, lagMilliseconds: 0, startedAt: Date.now() };
  const show = () => {
    const badge = badgeOf(feed, Date.now());
    if (!sameBadge(badge, liveBadge.getState())) liveBadge.setState(badge, true);
  };
  const timer = setInterval(show, 250);
  return {
    update: (change) => {
      feed = { ...feed, ...change };
      show();
    },
    stop: () => clearInterval(timer),
  };
}

function route(message: LiveMessage, listener: LiveListener, update: (change: Partial<FeedState>) => void): void {
  switch (message.kind) {
    case "link":
      update({ open: message.open });
      break;
    case "beat":
      update({ lastFrameAt: message.at, lagMilliseconds: message.lagMilliseconds });
      break;
    case "time":
      listener.onServerTime(message.serverTime, message.at);
      break;
    case "welcome":
      listener.onWelcome();
      break;
    case "resync":
      listener.onResync();
      break;
    case "changes":
      listener.onChanges(message.items);
      break;
    case "positions":
      listener.onPositions(message.words, message.at);
      break;
    case "gone":
      listener.onGone(message.ids);
      break;
    case "bye":
      listener.onBye();
      break;
  }
}

export type Live = { readonly retryNow: () => void; readonly stop: () => void };

/** Starts the live feed in its worker. */
export function startLive(listener: LiveListener): Live {
  const worker = new Worker(new URL("./liveWorker.ts", import.meta.url), { type: "module", name: "live" });
  const keeper = createBadgeKeeper();
  const command = (value: LiveCommand) => worker.postMessage(value);
  const retryNow = () => command({ kind: "retryNow" });
  worker.addEventListener("message", ({ data }: MessageEvent<LiveMessage>) => route(data, listener, keeper.update));
  window.addEventListener("online", retryNow);
  document.addEventListener("visibilitychange", retryNow);
  command({ kind: "start", url: new URL("/hubs/live", location.href).href });
  const stop = () => {
    window.removeEventListener("online", retryNow);
    document.removeEventListener("visibilitychange", retryNow);
    keeper.stop();
    worker.terminate();
  };
  return { retryNow, stop };
}
