import type { SourceDatum } from "#documents/documents.ts";
import { ReadError, toReadError } from "#platform/api/readJson.ts";

/** Sends a file with a division of an area; answers the number of the import that has begun. */
export async function sendDivision(file: File, area: string, tolerance: number, datum: SourceDatum): Promise<string> {
  const asked = new URLSearchParams({ area, tolerance: String(tolerance), datum, name: file.name });
  let response: Response;
  try {
    response = await fetch(`/api/boundaries/imports?${asked}`, {
      method: "POST",
      headers: { accept: "application/json", "content-type": "application/octet-stream", "x-gridmap-request": "1" },
      body: file,
    });
  } catch {
    throw new ReadError(0, "SERVER_UNREACHABLE", "", "");
  }
  if (!response.ok) throw await toReadError(response);
  const { id } = (await response.json()) as { readonly id: string };
  return id;
}
