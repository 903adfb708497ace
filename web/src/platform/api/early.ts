/** Answers that were asked for before their reader was loaded; each is handed out once. */
const asked = new Map<string, Promise<Response>>();

/** Asks now for what the first screen will read in a moment. */
export function askEarly(path: string): void {
  const answer = fetch(path, { headers: { accept: "application/json" } });
  // Whoever reads it hears of the failure; until then nobody has to.
  answer.catch(() => undefined);
  asked.set(path, answer);
}

/** Fetches JSON, or takes the answer that is already on its way. */
export function fetchJson(path: string, signal?: AbortSignal): Promise<Response> {
  const early = asked.get(path);
  asked.delete(path);
  return early ?? fetch(path, { headers: { accept: "application/json" }, ...(signal ? { signal } : {}) });
}
