import type { Access } from "#platform/access/access.ts";

/** The area that who is signed in may redraw; null for the whole place, or none. */
export function editableArea(state: Access): string | null {
  if (state.kind !== "known" && state.kind !== "expired") return null;
  const held = state.profile.roles.find(({ role }) => role === "grid_manager");
  return held === undefined || held.areaId === null ? null : String(held.areaId);
}
