export const entityKinds = [
  "areas",
  "facilities",
  "incidents",
  "patrols",
  "patrol-points",
  "activities",
  "wishes",
  "volunteers",
  "teams",
] as const;
export type EntityKind = (typeof entityKinds)[number];

/** What the card shows, and what is being done to it; it is the path of the address. */
export type Selection = { readonly kind: EntityKind; readonly id: string; readonly action: string | null };

/** Reads `/incidents/20261121-000123`, `/incidents/20261121-000123/assign` and the like; any other path selects nothing. */
export function parseSelection(path: string): Selection | null {
  const [, kind, id, action = null, ...more] = path.split("/");
  const known = entityKinds.find((entity) => entity === kind);
  if (known === undefined || id === undefined || id === "" || more.length > 0) return null;
  if (action !== null && (known !== "incidents" || !/^[a-z]+$/.test(action))) return null;
  try {
    return { kind: known, id: decodeURIComponent(id), action };
  } catch {
    return null;
  }
}

export function pathOf({ kind, id }: Omit<Selection, "action">): string {
  return `/${kind}/${encodeURIComponent(id)}`;
}
