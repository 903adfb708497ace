/** Households a grid should have by the published practice. */
export const gridStandard = { least: 300, most: 500 } as const;

export type Standing =
  | { readonly kind: "within" }
  | { readonly kind: "below"; readonly by: number }
  | { readonly kind: "above"; readonly by: number };

export function standingOf(households: number): Standing {
  if (households < gridStandard.least) return { kind: "below", by: gridStandard.least - households };
  if (households > gridStandard.most) return { kind: "above", by: households - gridStandard.most };
  return { kind: "within" };
}
