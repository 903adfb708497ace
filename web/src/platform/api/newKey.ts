/** A new idempotency key. Not `crypto.randomUUID`: browsers have it on https and localhost only, and a desk may come by plain http. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
