import { type Incident, isOpen } from "./incident.ts";

export type IncidentChange =
  | { readonly op: "upsert"; readonly incident: Incident }
  | { readonly op: "delete"; readonly id: string };

/**
 * The open incidents as this client knows them. While the current state is being read, changes wait, so that what is
 * newer than the reading is applied after it: nothing is lost and nothing doubled.
 */
export type Book = {
  readonly phase: "empty" | "filling" | "reading" | "current";
  readonly open: ReadonlyMap<string, Incident>;
  /** Came while the screen was watched and has not been looked at yet. */
  readonly fresh: ReadonlySet<string>;
  readonly waiting: readonly IncidentChange[];
  /** All open incidents of the place; more than `open` holds while the first reading fills it. */
  readonly total: number;
};

export type BookEvent =
  | { readonly kind: "readingStarted" }
  /** The first part of a reading, the newest of `total`. */
  | { readonly kind: "readPart"; readonly items: readonly Incident[]; readonly total: number }
  | { readonly kind: "read"; readonly items: readonly Incident[] }
  | { readonly kind: "changed"; readonly changes: readonly IncidentChange[] }
  | { readonly kind: "seen"; readonly ids: readonly string[] }
  | { readonly kind: "allSeen" };

export const emptyBook: Book = { phase: "empty", open: new Map(), fresh: new Set(), waiting: [], total: 0 };

function applyChanges(book: Book, changes: readonly IncidentChange[]): Book {
  if (changes.length === 0) return book;
  const open = new Map(book.open);
  const fresh = new Set(book.fresh);
  let total = book.total;
  for (const change of changes) {
    const id = change.op === "upsert" ? change.incident.id : change.id;
    const known = open.has(id);
    if (change.op === "upsert" && isOpen(change.incident.step)) {
      open.set(id, change.incident);
      if (known) continue;
      fresh.add(id);
      total++;
    } else if (known) {
      open.delete(id);
      fresh.delete(id);
      total--;
    }
  }
  return { ...book, open, fresh, total };
}

function byId(items: readonly Incident[]): ReadonlyMap<string, Incident> {
  return new Map(items.filter((item) => isOpen(item.step)).map((item) => [item.id, item]));
}

function isFirstReading({ phase }: Book): boolean {
  return phase === "empty" || phase === "filling";
}

/** Somebody who sees nothing yet sees the newest at once; what is already on the screen waits for the whole. */
function takePart(book: Book, items: readonly Incident[], total: number): Book {
  if (!isFirstReading(book)) return book;
  return { ...book, phase: "filling", open: new Map([...book.open, ...byId(items)]), total };
}

function takeReading(book: Book, items: readonly Incident[]): Book {
  const open = byId(items);
  // On the first reading everything is old news; later, what was not there before is new to this reader.
  const news = isFirstReading(book) || book.open.size === 0 ? [] : [...open.keys()].filter((id) => !book.open.has(id));
  const fresh = new Set([...book.fresh].filter((id) => open.has(id)).concat(news));
  return applyChanges({ phase: "current", open, fresh, waiting: [], total: open.size }, book.waiting);
}

function withoutFresh(book: Book, ids: readonly string[]): Book {
  if (!ids.some((id) => book.fresh.has(id))) return book;
  const fresh = new Set(book.fresh);
  for (const id of ids) fresh.delete(id);
  return { ...book, fresh };
}

export function reduceBook(book: Book, event: BookEvent): Book {
  switch (event.kind) {
    case "readingStarted":
      return isFirstReading(book) ? book : { ...book, phase: "reading" };
    case "readPart":
      return takePart(book, event.items, event.total);
    case "read":
      return takeReading(book, event.items);
    case "changed":
      return book.phase === "current"
        ? applyChanges(book, event.changes)
        : { ...book, waiting: [...book.waiting, ...event.changes] };
    case "seen":
      return withoutFresh(book, event.ids);
    case "allSeen":
      return book.fresh.size === 0 ? book : { ...book, fresh: new Set() };
  }
}
