import type { StyleSpecification } from "maplibre-gl";
import { fetchJson } from "#platform/api/early.ts";
import type { Preferences } from "#platform/i18n/preferences.ts";

/** Where the server composes the style for a reader. */
export function styleUrl({ theme, language }: Preferences): string {
  return `/tiles/style.json?theme=${theme}&lang=${language}`;
}

function isStyle(value: unknown): value is StyleSpecification {
  return typeof value === "object" && value !== null && "layers" in value && "sources" in value;
}

export function waitFor(milliseconds: number): Promise<void> {
  return new Promise((done) => setTimeout(done, milliseconds));
}

/** Reads a style, again and again until the server answers; null when it was given up. */
export async function loadStyle(url: string, signal: AbortSignal): Promise<StyleSpecification | null> {
  for (let attempt = 0; !signal.aborted; attempt++) {
    const body: unknown = await fetchJson(url, signal)
      .then((response) => (response.ok ? response.json() : null))
      .catch(() => null);
    if (isStyle(body)) return body;
    await waitFor(Math.min(5000, 500 * (attempt + 1)));
  }
  return null;
}
