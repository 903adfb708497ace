import { bounds, flag, instant, number, optional, type Parsed, position, shape, text } from "#platform/api/parse.ts";

export const place = shape({
  name: text,
  nameEn: text,
  source: text,
  synthetic: flag,
  attribution: text,
  licence: text,
  timeZone: text,
  scale: optional(text),
  bounds,
  centre: position,
  counts: shape({
    grids: number,
    communities: number,
    subdistricts: number,
    households: number,
    persons: number,
    compounds: number,
    buildings: number,
    facilities: number,
    patrols: number,
    patrolPoints: number,
  }),
  serverTime: instant,
  version: text,
});

export type Place = Parsed<typeof place>;
