import { createStore, useStore } from "zustand";
import type { OpenIncidentsQuery } from "#documents/documents.ts";
import { openIncidents } from "#documents/incidents/OpenIncidents.ts";
import { query } from "#platform/api/query.ts";
import { ReadError } from "#platform/api/readJson.ts";
import type { Change } from "#platform/live/frames.ts";
import { type Book, type BookEvent, emptyBook, type IncidentChange, reduceBook } from "./book.ts";
import { type Incident, incident, toIncident } from "./incident.ts";

type Watched = {
  readonly book: Book;
  /** Why the last reading failed; null while all is well. */
  readonly failure: ReadError | null;
  readonly hovered: string | null;
};

/** The open incidents of this screen. */
export const incidents = createStore<Watched>(() => ({ book: emptyBook, failure: null, hovered: null }));

export function useIncidents<T>(select: (state: Watched) => T): T {
  return useStore(incidents, select);
}

function dispatch(event: BookEvent): void {
  incidents.setState((state) => ({ book: reduceBook(state.book, event) }));
}

export function markSeen(ids: readonly string[]): void {
  dispatch({ kind: "seen", ids });
}

export function markAllSeen(): void {
  dispatch({ kind: "allSeen" });
}

/** Shows an incident as it was asked or answered just now, unless the feed has said something since `seen`; returns what is on the screen then. */
export function foresee(next: Incident, seen: Incident | undefined): Incident | undefined {
  const known = () => incidents.getState().book.open.get(next.id);
  const isUnchanged = seen !== undefined && known() === seen && incidents.getState().book.phase === "current";
  if (isUnchanged) dispatch({ kind: "changed", changes: [{ op: "upsert", incident: next }] });
  return known();
}

export function hoverIncident(id: string | null): void {
  if (incidents.getState().hovered !== id) incidents.setState({ hovered: id });
}

function toIncidentChange(change: Change): IncidentChange {
  return change.op === "delete"
    ? { op: "delete", id: change.id }
    : { op: "upsert", incident: incident(change.data, `incident ${change.id}`) };
}

function understand(changes: readonly Change[]): readonly IncidentChange[] | null {
  try {
    return changes.map(toIncidentChange);
  } catch {
    return null;
  }
}

/**
 * Takes facts of the live feed in the order they were committed; returns the ids that are new to the screen. When one
 * cannot be understood, all are read anew instead.
 */
export function takeIncidentChanges(changes: readonly Change[]): readonly string[] {
  const mine = understand(changes.filter((change) => change.topic === "incident"));
  if (mine === null) void readOpenIncidents();
  if (mine === null || mine.length === 0) return [];
  const before = incidents.getState().book.fresh;
  dispatch({ kind: "changed", changes: mine });
  return [...incidents.getState().book.fresh].filter((id) => !before.has(id));
}

let reading = new AbortController();

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((done) => {
    const timer = setTimeout(done, milliseconds);
    signal.addEventListener("abort", () => clearTimeout(timer));
  });
}

/** All that is open, part by part, the newest first; each part is told as it comes. */
async function readParts(signal: AbortSignal): Promise<readonly Incident[]> {
  const items: Incident[] = [];
  let after: string | null = null;
  do {
    const { incidents: part }: OpenIncidentsQuery = await query(openIncidents, { after }, signal);
    items.push(...part.nodes.map(toIncident));
    dispatch({ kind: "readPart", items, total: part.totalCount });
    after = part.pageInfo.hasNextPage ? part.pageInfo.endCursor : null;
  } while (after !== null);
  return items;
}

/**
 * Reads what is open now, again and again until it succeeds. A later call replaces an earlier one: an answer from before a
 * resync must not overwrite what came after it.
 */
export async function readOpenIncidents(): Promise<void> {
  reading.abort();
  reading = new AbortController();
  const { signal } = reading;
  dispatch({ kind: "readingStarted" });
  for (let attempt = 0; !signal.aborted; attempt++) {
    try {
      dispatch({ kind: "read", items: await readParts(signal) });
      incidents.setState({ failure: null });
      return;
    } catch (error) {
      if (signal.aborted) return;
      if (error instanceof ReadError) incidents.setState({ failure: error });
    }
    await pause(Math.min(5000, 400 * 2 ** attempt), signal);
  }
}
