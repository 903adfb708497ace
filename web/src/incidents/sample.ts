import type { Incident } from "./incident.ts";

/** An incident for tests. */
export function sampleIncident(over: Partial<Incident> & { readonly id: string }): Incident {
  return {
    number: `20261121-${over.id.padStart(6, "0")}`,
    classCode: "10101",
    className: "暴露垃圾",
    classNameEn: "Exposed rubbish",
    urgency: "normal",
    step: "reported",
    source: "open311",
    description: "小区东门垃圾堆积",
    address: "平安街12号",
    gridId: "12",
    gridCode: "140214001001001",
    gridName: "第一网格",
    communityName: "幸福社区",
    reportedAt: Date.parse("2026-11-21T00:00:00Z"),
    dueAt: Date.parse("2026-11-21T04:00:00Z"),
    closedAt: null,
    position: [113.2, 40.05],
    ...over,
  };
}
