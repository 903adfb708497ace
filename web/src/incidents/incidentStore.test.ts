import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { emptyBook } from "./book.ts";
import { incidents, readOpenIncidents } from "./incidentStore.ts";

function node(id: string) {
  return {
    id,
    number: `20261121-${id.padStart(6, "0")}`,
    class: { code: "10101", name: "暴露垃圾", nameEn: "Exposed rubbish" },
    source: "OPEN311",
    urgency: "URGENT",
    step: "REPORTED",
    description: "",
    address: null,
    position: { longitude: 113.2, latitude: 40.05 },
    reportedAt: "2026-11-21T08:00:00+08:00",
    dueAt: null,
    closedAt: null,
    grid: { id: "12", code: "140214001001001", name: "第一网格", parent: { name: "幸福社区" } },
  };
}

/** A server whose open incidents come in the given parts; `before` may interfere with each. */
function serve(
  parts: readonly (readonly string[])[],
  before: (index: number) => Promise<void> | void = () => undefined,
) {
  const asked: (string | null)[] = [];
  const answer: typeof fetch = async (_, request) => {
    const { after } = JSON.parse(String(request?.body)).variables;
    asked.push(after);
    const index = Number(after ?? 0);
    await before(index);
    request?.signal?.throwIfAborted();
    const nodes = parts[index]?.map(node) ?? [];
    const pageInfo = { hasNextPage: index + 1 < parts.length, endCursor: String(index + 1) };
    return Response.json({ data: { incidents: { totalCount: parts.flat().length, nodes, pageInfo } } });
  };
  vi.stubGlobal("fetch", answer);
  return asked;
}

const shown = () => [...incidents.getState().book.open.keys()];

beforeEach(() => incidents.setState({ book: emptyBook, failure: null }));
afterEach(() => vi.unstubAllGlobals());

describe("reading what is open", () => {
  it("asks for one part after the other until it has all", async () => {
    const asked = serve([["1", "2"], ["3", "4"], ["5"]]);
    await readOpenIncidents();
    expect(asked).toEqual([null, "1", "2"]);
    expect(shown()).toEqual(["1", "2", "3", "4", "5"]);
    expect(incidents.getState().book.phase).toBe("current");
  });

  it("shows the first part before it asks for the next", async () => {
    const seen: number[] = [];
    serve([["1", "2"], ["3"]], () => void seen.push(shown().length));
    await readOpenIncidents();
    expect(seen).toEqual([0, 2]);
  });

  it("understands an incident as the live feed tells it", async () => {
    serve([["1"]]);
    await readOpenIncidents();
    expect(incidents.getState().book.open.get("1")).toMatchObject({
      className: "暴露垃圾",
      step: "reported",
      urgency: "urgent",
      gridName: "第一网格",
      communityName: "幸福社区",
      reportedAt: Date.parse("2026-11-21T00:00:00Z"),
      position: [113.2, 40.05],
    });
  });

  it("lets a later reading replace one that is under way", async () => {
    let again: Promise<void> | undefined;
    serve([["1"], ["2"]], (index) => {
      if (index === 1) again ??= readOpenIncidents();
    });
    await readOpenIncidents();
    await again;
    expect(shown()).toEqual(["1", "2"]);
    expect(incidents.getState().failure).toBeNull();
  });

  it("begins anew when a part fails, and says so meanwhile", async () => {
    let failures = 1;
    const asked = serve([["1"], ["2"]], (index) => {
      if (index === 1 && failures-- > 0) throw new TypeError("refused");
    });
    await readOpenIncidents();
    expect(asked).toEqual([null, "1", null, "1"]);
    expect(shown()).toEqual(["1", "2"]);
  });
});
