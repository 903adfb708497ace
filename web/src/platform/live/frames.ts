import {
  instant,
  key,
  list,
  number,
  oneOf,
  optional,
  type Parsed,
  ParseError,
  type Parser,
  shape,
  text,
} from "#platform/api/parse.ts";
import { decodePositions, type PackedPositions } from "./positions.ts";

const present: Parser<unknown> = (value) => value;

const change = shape({ topic: text, id: key, op: oneOf("upsert", "delete"), data: optional(present) });

const welcome = shape({ cursor: text, serverTime: instant });
const resync = shape({ cursor: text, reason: text });
const changes = shape({ cursor: text, items: list(change) });
const gone = shape({ ids: list(number) });
const bye = shape({ reason: text });
const heartbeat = shape({ cursor: text, serverTime: instant });

export type Change = Parsed<typeof change>;

export type Frame =
  | ({ readonly kind: "welcome" } & Parsed<typeof welcome>)
  | ({ readonly kind: "resync" } & Parsed<typeof resync>)
  | ({ readonly kind: "changes" } & Parsed<typeof changes>)
  | ({ readonly kind: "positions" } & PackedPositions)
  | ({ readonly kind: "gone" } & Parsed<typeof gone>)
  | ({ readonly kind: "bye" } & Parsed<typeof bye>)
  | ({ readonly kind: "heartbeat" } & Parsed<typeof heartbeat>);

/** Understands one frame of the live feed; a kind of a newer server is left aside. */
export function parseFrame(value: unknown): Frame | null {
  if (value instanceof Uint8Array) return { kind: "positions", ...decodePositions(value as Uint8Array<ArrayBuffer>) };
  if (typeof value !== "object" || value === null) throw new ParseError("frame", "an object");
  const kind = (value as Record<string, unknown>)["kind"];
  switch (kind) {
    case "welcome":
      return { kind, ...welcome(value, "welcome") };
    case "resync":
      return { kind, ...resync(value, "resync") };
    case "changes":
      return { kind, ...changes(value, "changes") };
    case "gone":
      return { kind, ...gone(value, "gone") };
    case "bye":
      return { kind, ...bye(value, "bye") };
    case "heartbeat":
      return { kind, ...heartbeat(value, "heartbeat") };
    default:
      return null;
  }
}
