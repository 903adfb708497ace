import type { Change } from "./frames.ts";

/** What the worker tells the page. */
export type LiveMessage =
  | { readonly kind: "link"; readonly open: boolean }
  | { readonly kind: "beat"; readonly at: number; readonly lagMilliseconds: number }
  | { readonly kind: "time"; readonly serverTime: number; readonly at: number }
  | { readonly kind: "welcome" }
  | { readonly kind: "resync" }
  | { readonly kind: "changes"; readonly items: readonly Change[] }
  | { readonly kind: "positions"; readonly words: Int32Array<ArrayBuffer>; readonly at: number }
  | { readonly kind: "gone"; readonly ids: readonly number[] }
  /** The server knows this browser no more, or lets it see something else. */
  | { readonly kind: "bye" };

/** What the page tells the worker. */
export type LiveCommand = { readonly kind: "start"; readonly url: string } | { readonly kind: "retryNow" };
