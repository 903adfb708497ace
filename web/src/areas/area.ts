import {
  bounds,
  instant,
  key,
  list,
  number,
  oneOf,
  optional,
  type Parsed,
  position,
  shape,
  text,
} from "#platform/api/parse.ts";

export const levels = ["district", "subdistrict", "community", "grid"] as const;
const level = oneOf(...levels);

export const area = shape({
  id: key,
  level,
  code: text,
  name: text,
  nameEn: optional(text),
  headName: optional(text),
  path: list(shape({ id: key, level, name: text })),
  households: number,
  persons: number,
  elders: number,
  buildings: number,
  areaSquareMeters: number,
  labelPoint: position,
  bounds,
  openIncidents: number,
  patrols: shape({ total: number, onDuty: number }),
  facilities: number,
  patrolPoints: number,
  lastCheckInAt: optional(instant),
  children: number,
});

export type Area = Parsed<typeof area>;
