export const entityKinds = ["areas", "facilities", "incidents", "patrols", "patrol-points"] as const;
export type EntityKind = (typeof entityKinds)[number];

/** What the card shows; it is the path of the address. */
export type Selection = { readonly kind: EntityKind; readonly id: string };

/** Reads `/incidents/20261121-000123` and the like; any other path selects nothing. */
export function parseSelection(path: string): Selection | null {
  const [, kind, id, ...more] = path.split("/");
  const known = entityKinds.find((entity) => entity === kind);
  if (known === undefined || id === undefined || id === "" || more.length > 0) return null;
  try {
    return { kind: known, id: decodeURIComponent(id) };
  } catch {
    return null;
  }
}

export function pathOf({ kind, id }: Selection): string {
  return `/${kind}/${encodeURIComponent(id)}`;
}
