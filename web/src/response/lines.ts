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

/** By a value, the greatest first, or by name from the beginning; what cannot be told comes last. */
export function sortRows<Row>(
  rows: readonly Row[],
  value: ((row: Row) => number | null) | null,
  nameOf: (row: Row) => string,
): readonly Row[] {
  const collator = new Intl.Collator("zh-CN");
  const byName = (a: Row, b: Row) => collator.compare(nameOf(a), nameOf(b));
  if (value === null) return rows.toSorted(byName);
  const known = (row: Row) => value(row) ?? Number.NEGATIVE_INFINITY;
  return rows.toSorted((a, b) => (known(a) === known(b) ? byName(a, b) : known(b) - known(a)));
}

/** A share with one decimal. */
export function percent(share: number | null): string {
  return share === null ? "—" : `${(share * 100).toFixed(1)} %`;
}
