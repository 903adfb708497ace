import { ReadError, toReadError } from "./readJson.ts";

/** Sends something that changes something; the header tells the server that its own page asks. Every failure is a ReadError. */
export async function sendJson(
  method: "POST" | "PUT" | "DELETE",
  path: string,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<unknown> {
  let response: Response;
  try {
    response = await fetch(path, {
      method,
      headers: { ...headers, accept: "application/json", "content-type": "application/json", "x-gridmap-request": "1" },
      body: body === null ? null : JSON.stringify(body),
    });
  } catch {
    throw new ReadError(0, "SERVER_UNREACHABLE", "", "");
  }
  if (!response.ok) throw await toReadError(response);
  return response.status === 204 ? null : response.json().catch(() => null);
}
