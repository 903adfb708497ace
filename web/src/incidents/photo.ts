import { inTheNameOf, tellSignedOut } from "#platform/access/access.ts";
import { problemOf, ReadError } from "#platform/api/readJson.ts";

/** As many photos an incident may have; the server counts too. */
export const mostPhotos = 12;

/** As many bytes a photo may have: sent for nothing, more would take minutes. */
export const mostBytes = 10 * 1024 * 1024;

/** What may be chosen; the server looks at the content, not at the name. */
export const photoTypes = "image/jpeg,image/png,image/webp";

function bodyOf(request: XMLHttpRequest): unknown {
  try {
    return JSON.parse(request.responseText);
  } catch {
    return null;
  }
}

/**
 * Sends a photo of an incident and tells the share that is sent, 0 to 1; the same one again changes nothing. Every failure is a ReadError. Not by `fetch`,
 * which does not tell how far it has come.
 */
export function sendPhoto(incident: string, photo: Blob, onSent: (share: number) => void): Promise<void> {
  return new Promise((done, fail) => {
    const request = new XMLHttpRequest();
    request.open("POST", `/api/incidents/${encodeURIComponent(incident)}/attachments`);
    const headers = { ...inTheNameOf(), "content-type": "application/octet-stream", "x-gridmap-request": "1" };
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.upload.onprogress = ({ loaded, total }) => onSent(total === 0 ? 0 : loaded / total);
    request.onerror = () => fail(new ReadError(0, "SERVER_UNREACHABLE", "", ""));
    request.onload = () => {
      const { status } = request;
      if (status === 401) tellSignedOut();
      if (status >= 200 && status < 300) done();
      else fail(problemOf(new Response(null, { status }), bodyOf(request)));
    };
    request.send(photo);
  });
}
