import type { Tool } from "./editor.ts";

/** The key of each tool. */
export const toolKeys: Readonly<Record<Tool, string>> = {
  select: "v",
  grid: "g",
  lasso: "l",
  assign: "a",
  edge: "e",
  split: "s",
  cut: "c",
  merge: "m",
};
