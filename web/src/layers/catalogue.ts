import { flag, list, number, optional, type Parsed, shape, text } from "#platform/api/parse.ts";

const legendEntry = shape({
  title: text,
  titleEn: optional(text),
  /** `line`, `dash`, `fill`, `icon`, `dot`; the live layers add their own signs. */
  shape: text,
  icon: optional(text),
  color: shape({ dark: text, light: text }),
});

const layer = shape({
  id: text,
  title: text,
  titleEn: optional(text),
  group: text,
  minzoom: number,
  maxzoom: number,
  legend: list(legendEntry),
  defaultVisible: flag,
  attribution: optional(text),
});

export const catalogue = list(layer);

export type LayerEntry = Parsed<typeof layer>;
export type LegendEntry = Parsed<typeof legendEntry>;
