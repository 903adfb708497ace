import type { Bounds, Position } from "./parse.ts";

/** A value of an enum as texts and styles are keyed by. */
export function lower<T extends string>(value: T): Lowercase<T> {
  return value.toLowerCase() as Lowercase<T>;
}

/** The value of an enum that `lower` made a key of. */
export function upper<T extends string>(key: T): Uppercase<T> {
  return key.toUpperCase() as Uppercase<T>;
}

export function toPosition({
  longitude,
  latitude,
}: {
  readonly longitude: number;
  readonly latitude: number;
}): Position {
  return [longitude, latitude];
}

type Box = { readonly west: number; readonly south: number; readonly east: number; readonly north: number };

export function toBounds({ west, south, east, north }: Box): Bounds {
  return [west, south, east, north];
}

/** A moment as milliseconds since the epoch. */
export function toTime(moment: string): number {
  return Date.parse(moment);
}

export function toTimeOrNull(moment: string | null): number | null {
  return moment === null ? null : Date.parse(moment);
}
