import { tellSignedOut } from "#platform/access/access.ts";
import { ReadError, toReadError } from "#platform/api/readJson.ts";
import { decodeSlice, emptySlice, type Slice } from "./slice.ts";

/** Loads a slice of a playback; one in which nobody was heard of is empty. Every failure but an abort is a ReadError. */
export async function loadSlice(playback: string, start: number, signal: AbortSignal): Promise<Slice> {
  let response: Response;
  try {
    response = await fetch(`/api/patrols/playbacks/${playback}/${start}`, { signal });
  } catch (error) {
    if (signal.aborted) throw error;
    throw new ReadError(0, "SERVER_UNREACHABLE", "", "");
  }
  if (response.status === 204) return emptySlice(start * 1000);
  if (response.status === 401) tellSignedOut();
  if (!response.ok) throw await toReadError(response);
  return decodeSlice(new Uint8Array(await response.arrayBuffer()));
}
