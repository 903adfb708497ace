import { useState } from "react";
import { sortRows } from "./lines.ts";

export type Column<Row> = {
  readonly head: string;
  readonly cell: (row: Row) => string;
  /** What it is sorted by; null where it cannot be told. */
  readonly value: (row: Row) => number | null;
  readonly title?: (row: Row) => string;
};

type Props<Row> = {
  readonly rows: readonly Row[];
  readonly head: string;
  readonly nameOf: (row: Row) => string;
  readonly keyOf: (row: Row) => string;
  readonly columns: readonly Column<Row>[];
  /** The column it is sorted by first; by name where none is named. */
  readonly first?: number;
};

/** A row for each area with its figures, sorted by the column that the reader chooses. */
export function FigureTable<Row>({ rows, head, nameOf, keyOf, columns, first }: Props<Row>) {
  const [by, setBy] = useState<number | null>(first ?? null);
  const chosen = by === null ? undefined : columns[by];
  return (
    <div className="response-table">
      <table>
        <thead>
          <tr>
            <th aria-sort={by === null ? "ascending" : "none"}>
              <button type="button" onClick={() => setBy(null)}>
                {head}
                {by === null && " ↑"}
              </button>
            </th>
            {columns.map((column, index) => (
              <th key={column.head} aria-sort={index === by ? "descending" : "none"}>
                <button type="button" onClick={() => setBy(index)}>
                  {column.head}
                  {index === by && " ↓"}
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sortRows(rows, chosen?.value ?? null, nameOf).map((row) => (
            <tr key={keyOf(row)}>
              <th scope="row">{nameOf(row)}</th>
              {columns.map(({ head: column, cell, title }) => (
                <td key={column} title={title?.(row)}>
                  {cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
