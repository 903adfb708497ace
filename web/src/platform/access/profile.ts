import { flag, list, number, optional, type Parsed, shape, text } from "#platform/api/parse.ts";

const heldRole = shape({
  role: text,
  areaId: optional(number),
  areaName: optional(text),
  areaNameEn: optional(text),
});

const profile = shape({
  login: text,
  name: text,
  hasKnownPassword: flag,
  isWall: flag,
  roles: list(heldRole),
  permissions: list(text),
});

/** What `/api/session` answers; no profile for somebody who is not signed in. */
export const sessionAnswer = shape({ profile: optional(profile) });

export type HeldRole = Parsed<typeof heldRole>;
export type Profile = Parsed<typeof profile>;
