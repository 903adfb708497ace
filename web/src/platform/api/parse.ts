export type Parser<T> = (value: unknown, at: string) => T;
export type Parsed<P> = P extends Parser<infer T> ? T : never;

export class ParseError extends Error {
  constructor(at: string, expected: string) {
    super(`${at}: expected ${expected}`);
    this.name = "ParseError";
  }
}

export const text: Parser<string> = (value, at) => {
  if (typeof value !== "string") throw new ParseError(at, "text");
  return value;
};

export const number: Parser<number> = (value, at) => {
  if (typeof value !== "number" || !Number.isFinite(value)) throw new ParseError(at, "a number");
  return value;
};

export const flag: Parser<boolean> = (value, at) => {
  if (typeof value !== "boolean") throw new ParseError(at, "true or false");
  return value;
};

/** Ids are numbers for most things and text for incidents; the client treats all as text. */
export const key: Parser<string> = (value, at) => {
  if (typeof value === "number" && Number.isSafeInteger(value)) return String(value);
  return text(value, at);
};

export function optional<T>(parser: Parser<T>): Parser<T | null> {
  return (value, at) => (value === null || value === undefined ? null : parser(value, at));
}

export function list<T>(parser: Parser<T>): Parser<readonly T[]> {
  return (value, at) => {
    if (!Array.isArray(value)) throw new ParseError(at, "a list");
    return value.map((item, index) => parser(item, `${at}[${index}]`));
  };
}

export function oneOf<const T extends string>(...allowed: readonly T[]): Parser<T> {
  return (value, at) => {
    const found = allowed.find((option) => option === value);
    if (found === undefined) throw new ParseError(at, allowed.join(" or "));
    return found;
  };
}

export function shape<S extends Readonly<Record<string, Parser<unknown>>>>(
  fields: S,
): Parser<{ readonly [K in keyof S]: Parsed<S[K]> }> {
  return (value, at) => {
    if (typeof value !== "object" || value === null) throw new ParseError(at, "an object");
    const record = value as Record<string, unknown>;
    const parsed = Object.entries(fields).map(([name, parser]) => [name, parser(record[name], `${at}.${name}`)]);
    return Object.fromEntries(parsed) as { readonly [K in keyof S]: Parsed<S[K]> };
  };
}

/** An RFC 3339 instant as milliseconds since the epoch. */
export const instant: Parser<number> = (value, at) => {
  const milliseconds = Date.parse(text(value, at));
  if (Number.isNaN(milliseconds)) throw new ParseError(at, "an instant");
  return milliseconds;
};

export type Position = readonly [longitude: number, latitude: number];
export type Bounds = readonly [west: number, south: number, east: number, north: number];

export const position: Parser<Position> = (value, at) => {
  const [longitude, latitude] = list(number)(value, at);
  if (longitude === undefined || latitude === undefined) throw new ParseError(at, "[longitude, latitude]");
  if (!(Math.abs(longitude) <= 180) || !(Math.abs(latitude) <= 90)) throw new ParseError(at, "a place on the globe");
  return [longitude, latitude];
};

export const bounds: Parser<Bounds> = (value, at) => {
  const [west, south, east, north] = list(number)(value, at);
  if (west === undefined || south === undefined || east === undefined || north === undefined) {
    throw new ParseError(at, "[west, south, east, north]");
  }
  return [west, south, east, north];
};
