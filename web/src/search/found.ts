import type { SearchQuery } from "#documents/documents.ts";
import { lower, toBounds, toPosition } from "#platform/api/convert.ts";

export function toFound({ kind, id, title, subtitle, position, bounds }: SearchQuery["search"][number]) {
  return {
    kind: lower(kind),
    id,
    title,
    subtitle,
    position: toPosition(position),
    bounds: bounds === null ? null : toBounds(bounds),
  };
}

export type Found = ReturnType<typeof toFound>;

export const longestQuery = 64;
