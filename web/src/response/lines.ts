/** How long the incidents of a group took, in seconds, and how many were closed on time; as the server tells it. */
export type Line = {
  readonly key: string;
  readonly incidents: number;
  readonly count: number;
  readonly p50: number | null;
  readonly p80: number | null;
  readonly p90: number | null;
  readonly p95: number | null;
  readonly due: number;
  readonly closedOnTime: number;
  readonly onTimeShare: number | null;
};

const columns = ["p50", "p80", "p90", "p95"] as const;

export const lineColumns = ["name", "incidents", "count", ...columns, "onTimeShare"] as const;
export type LineColumn = (typeof lineColumns)[number];

/** By a column, the greatest first, names from the beginning; what cannot be told comes last. */
export function sortLines(lines: readonly Line[], by: LineColumn, nameOf: (key: string) => string): readonly Line[] {
  const collator = new Intl.Collator("zh-CN");
  return [...lines].sort((a, b) => {
    if (by === "name") return collator.compare(nameOf(a.key), nameOf(b.key));
    return (b[by] ?? -1) - (a[by] ?? -1) || collator.compare(nameOf(a.key), nameOf(b.key));
  });
}

/** A share with one decimal. */
export function percent(share: number | null): string {
  return share === null ? "—" : `${(share * 100).toFixed(1)} %`;
}
