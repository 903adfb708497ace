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

function cell(value: string | number | null): string {
  const text = value === null ? "" : String(value);
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** The table as a file that a spreadsheet opens with its Chinese: with a byte order mark, numbers as they are. */
export function csvOf(lines: readonly Line[], nameOf: (key: string) => string): string {
  const head = ["name", "incidents", "n", "p50_s", "p80_s", "p90_s", "p95_s", "due", "closed_on_time", "on_time_share"];
  const rows = lines.map((line) => [
    nameOf(line.key),
    line.incidents,
    line.count,
    ...columns.map((column) => line[column]),
    line.due,
    line.closedOnTime,
    line.onTimeShare,
  ]);
  return `\ufeff${[head, ...rows].map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
}
