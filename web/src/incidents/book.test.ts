import { describe, expect, it } from "vitest";
import { type Book, type BookEvent, emptyBook, type IncidentChange, reduceBook } from "./book.ts";
import { sampleIncident } from "./sample.ts";

function booked(...events: readonly BookEvent[]): Book {
  return events.reduce(reduceBook, emptyBook);
}

function upsert(id: string, step: "reported" | "handling" | "closed" | "voided" = "reported"): IncidentChange {
  return { op: "upsert", incident: sampleIncident({ id, step }) };
}

function read(...ids: readonly string[]): BookEvent {
  return { kind: "read", items: ids.map((id) => sampleIncident({ id })) };
}

function readPart(total: number, ...ids: readonly string[]): BookEvent {
  return { kind: "readPart", items: ids.map((id) => sampleIncident({ id })), total };
}

function changed(...changes: readonly IncidentChange[]): BookEvent {
  return { kind: "changed", changes };
}

describe("the book of open incidents", () => {
  it("starts with what the server says is open, none of it new", () => {
    const book = booked({ kind: "readingStarted" }, read("1", "2"));
    expect([...book.open.keys()]).toEqual(["1", "2"]);
    expect(book.fresh.size).toBe(0);
    expect(book.phase).toBe("current");
  });

  it("marks what comes later as new until it is looked at", () => {
    const book = booked(read("1"), changed(upsert("2")));
    expect([...book.fresh]).toEqual(["2"]);
    expect(reduceBook(book, { kind: "seen", ids: ["2"] }).fresh.size).toBe(0);
  });

  it("shows a change that is delivered twice once", () => {
    const book = booked(read("1"), changed(upsert("2")), changed(upsert("2")), changed(upsert("2")));
    expect(book.open.size).toBe(2);
    expect(book.total).toBe(2);
  });

  it("does not mark a known incident as new when it takes a step", () => {
    const book = booked(read("1"), changed(upsert("1", "handling")));
    expect(book.open.get("1")?.step).toBe("handling");
    expect(book.fresh.size).toBe(0);
  });

  it("drops closed, voided and deleted incidents and counts them out once", () => {
    const book = booked(
      read("1", "2", "3", "4"),
      changed(upsert("1", "closed"), upsert("2", "voided"), { op: "delete", id: "3" }),
      changed({ op: "delete", id: "3" }),
    );
    expect([...book.open.keys()]).toEqual(["4"]);
    expect(book.total).toBe(1);
  });

  it("ignores the closing of an incident it never had", () => {
    expect(booked(read("1"), changed(upsert("9", "closed"))).total).toBe(1);
  });

  it("holds changes back while it reads and applies them after, so that none is lost", () => {
    const book = booked(
      { kind: "readingStarted" },
      changed(upsert("3")),
      changed(upsert("1", "closed")),
      read("1", "2"),
    );
    expect([...book.open.keys()].sort()).toEqual(["2", "3"]);
    expect(book.total).toBe(2);
    expect(book.waiting).toEqual([]);
  });

  it("applies waiting changes in the order they came", () => {
    const book = booked(
      read("1"),
      { kind: "readingStarted" },
      changed(upsert("2")),
      changed(upsert("2", "handling")),
      changed({ op: "delete", id: "2" }),
      read("1", "2"),
    );
    expect(book.open.has("2")).toBe(false);
  });

  it("keeps showing the old state while it reads again", () => {
    const book = booked(read("1", "2"), { kind: "readingStarted" });
    expect(book.phase).toBe("reading");
    expect(book.open.size).toBe(2);
  });

  it("marks what a later reading finds as new to the reader", () => {
    const book = booked(read("1"), { kind: "readingStarted" }, read("1", "2"));
    expect([...book.fresh]).toEqual(["2"]);
  });

  it("forgets the newness of what is gone", () => {
    const book = booked(read("1"), changed(upsert("2")), changed(upsert("2", "closed")));
    expect(book.fresh.size).toBe(0);
  });

  it("shows the first part of a first reading at once and counts the whole place", () => {
    const book = booked({ kind: "readingStarted" }, readPart(2600, "1", "2"));
    expect([...book.open.keys()]).toEqual(["1", "2"]);
    expect(book.total).toBe(2600);
    expect(book.phase).toBe("filling");
  });

  it("takes nothing of a first reading for new, in whatever parts it comes", () => {
    const book = booked(readPart(3, "1", "2"), readPart(3, "1", "2", "3"), read("1", "2", "3"));
    expect(book.fresh.size).toBe(0);
    expect(book.total).toBe(3);
  });

  it("neither loses nor doubles what changes between two parts", () => {
    const book = booked(
      readPart(3, "1", "2"),
      changed(upsert("1", "closed"), upsert("4"), upsert("3", "closed")),
      readPart(3, "1", "2", "4"),
      read("1", "2", "4", "4"),
    );
    expect([...book.open.keys()].sort()).toEqual(["2", "4"]);
    expect(book.total).toBe(2);
  });

  it("does not empty the screen when a first reading begins anew", () => {
    const book = booked(readPart(3, "1", "2"), { kind: "readingStarted" }, readPart(3, "3"));
    expect(book.open.size).toBe(3);
    expect(reduceBook(book, read("2", "3")).open.size).toBe(2);
  });

  it("keeps what is on the screen until a later reading is whole", () => {
    const book = booked(read("1", "2", "3"), { kind: "readingStarted" }, readPart(3, "3"));
    expect([...book.open.keys()]).toEqual(["1", "2", "3"]);
  });
});
