import { bounds, key, list, oneOf, optional, type Parsed, position, shape, text } from "#platform/api/parse.ts";

export const kinds = ["area", "facility", "incident", "compound", "patrol", "road"] as const;

export const searchAnswer = shape({
  items: list(
    shape({
      kind: oneOf(...kinds),
      id: key,
      title: text,
      subtitle: optional(text),
      position,
      bounds: optional(bounds),
    }),
  ),
});

export type Found = Parsed<typeof searchAnswer>["items"][number];

export const longestQuery = 64;
