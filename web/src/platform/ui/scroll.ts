export type Window = { readonly first: number; readonly last: number };

/** Which rows of `count` can be seen, with a few beyond both edges. */
export function visibleRows(scrollTop: number, height: number, rowHeight: number, count: number): Window {
  const spare = 6;
  const first = Math.max(0, Math.floor(scrollTop / rowHeight) - spare);
  return { first, last: Math.min(count, Math.ceil((scrollTop + height) / rowHeight) + spare) };
}

/**
 * Where to scroll so that the row the reader looks at stays where it is when the list changes around it.
 * `before` and `after` are the keys of all rows; a row that is gone hands over to the next one that stayed.
 */
export function anchoredScroll(
  scrollTop: number,
  rowHeight: number,
  before: readonly string[],
  after: readonly string[],
): number {
  const top = Math.floor(scrollTop / rowHeight);
  const places = new Map(after.map((key, index) => [key, index]));
  for (let row = top; row < before.length; row++) {
    const key = before[row];
    const now = key === undefined ? undefined : places.get(key);
    if (now !== undefined) return Math.max(0, scrollTop + (now - row) * rowHeight);
  }
  return Math.max(0, Math.min(scrollTop, after.length * rowHeight));
}
