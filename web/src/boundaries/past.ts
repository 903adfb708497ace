import { createStore } from "zustand";
import { gridsOnDay } from "#documents/boundaries/GridsOnDay.ts";
import type { GridsOnDayQuery } from "#documents/documents.ts";
import type { Bounds } from "#platform/api/parse.ts";
import { query } from "#platform/api/query.ts";
import { ReadError } from "#platform/api/readJson.ts";

export type PastGrid = GridsOnDayQuery["areas"]["nodes"][number];

export type Past = {
  /** The day that is shown, at its end; null shows what is in force. */
  readonly day: string | null;
  /** The grids of that day in view. */
  readonly grids: readonly PastGrid[];
  /** More grids are in view than are shown. */
  readonly isCut: boolean;
  readonly error: ReadError | null;
};

const none: Past = { day: null, grids: [], isCut: false, error: null };

/** How the grids were on a day. */
export const past = createStore<Past>(() => none);

let view: Bounds | null = null;
let reading: AbortController | null = null;

async function read(): Promise<void> {
  const { day } = past.getState();
  reading?.abort();
  if (day === null || view === null) return;
  reading = new AbortController();
  const { signal } = reading;
  const [west, south, east, north] = view;
  try {
    const { areas } = await query(gridsOnDay, { day, bounds: { west, south, east, north } }, signal);
    past.setState({ grids: areas.nodes, isCut: areas.pageInfo.hasNextPage, error: null });
  } catch (error) {
    if (signal.aborted) return;
    if (!(error instanceof ReadError)) throw error;
    past.setState({ error });
  }
}

/** The map looks elsewhere. */
export function lookBack(bounds: Bounds): void {
  view = bounds;
  void read();
}

/** Shows the grids as they were at the end of a day; null goes back to what is in force. */
export function showDay(day: string | null): void {
  if (day === null) past.setState(none);
  else past.setState({ day });
  void read();
}
