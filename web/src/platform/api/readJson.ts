import { tellSignedOut } from "#platform/access/access.ts";
import { fetchJson } from "./early.ts";
import type { Parser } from "./parse.ts";

/** What the server answered instead of the thing asked for; `status` 0 means it could not be reached. */
export class ReadError extends Error {
  readonly status: number;
  readonly code: string;
  readonly messageZh: string;
  /** Seconds until it is worth trying again, when the server said so. */
  readonly retryAfter: number | null;

  constructor(status: number, code: string, remedy: string, messageZh: string, retryAfter: number | null = null) {
    super(remedy);
    this.name = "ReadError";
    this.status = status;
    this.code = code;
    this.messageZh = messageZh;
    this.retryAfter = retryAfter;
  }
}

function textOf(record: Record<string, unknown>, name: string): string {
  const value = record[name];
  return typeof value === "string" ? value : "";
}

export async function toReadError(response: Response): Promise<ReadError> {
  return problemOf(response, await response.json().catch(() => null));
}

/** What a body of `application/problem+json` says, or at least the status. */
export function problemOf(response: Response, body: unknown): ReadError {
  const problem = typeof body === "object" && body !== null ? (body as Record<string, unknown>) : {};
  const detail = textOf(problem, "detail") || textOf(problem, "title");
  return new ReadError(
    response.status,
    textOf(problem, "code") || `HTTP_${response.status}`,
    detail,
    textOf(problem, "detailZh") || detail,
    Number(response.headers.get("retry-after")) || null,
  );
}

/** Reads and parses one JSON answer; every failure but an abort is a ReadError. */
export async function readJson<T>(path: string, parser: Parser<T>, signal?: AbortSignal): Promise<T> {
  let response: Response;
  try {
    response = await fetchJson(path, signal);
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new ReadError(0, "SERVER_UNREACHABLE", "", "");
  }
  if (response.status === 401) tellSignedOut();
  if (!response.ok) throw await toReadError(response);
  const body: unknown = await response.json().catch(() => undefined);
  try {
    return parser(body, path);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new ReadError(response.status, "ANSWER_NOT_UNDERSTOOD", reason, reason);
  }
}
