import { flag, key, list, number, oneOf, optional, type Parsed, position, shape, text } from "#platform/api/parse.ts";

export const facility = shape({
  id: key,
  code: text,
  kind: text,
  kindName: text,
  kindNameEn: optional(text),
  name: text,
  nameEn: optional(text),
  address: text,
  openingHours: text,
  isOpenNow: optional(flag),
  capacity: number,
  status: oneOf("open", "suspended", "closed"),
  services: list(shape({ code: text, name: text, nameEn: optional(text), openingHours: optional(text) })),
  grid: optional(shape({ id: key, code: text, name: text })),
  position,
});

export type Facility = Parsed<typeof facility>;
