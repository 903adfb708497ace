import { createStore, useStore } from "zustand";
import type { Profile } from "./profile.ts";

export type Access =
  | { readonly kind: "checking" }
  | { readonly kind: "anonymous" }
  | { readonly kind: "known"; readonly profile: Profile }
  /** Was known a moment ago; what is on screen stays until they sign in again. */
  | { readonly kind: "expired"; readonly profile: Profile };

/** Who sits at this screen, as far as the server has said. */
export const access = createStore<Access>(() => ({ kind: "checking" }));

/** The server does not know this browser any more. */
export function tellSignedOut(): void {
  const state = access.getState();
  if (state.kind === "known") access.setState({ kind: "expired", profile: state.profile }, true);
  if (state.kind === "checking") access.setState({ kind: "anonymous" }, true);
}

function allows(state: Access, permission: string): boolean {
  return (state.kind === "known" || state.kind === "expired") && state.profile.permissions.includes(permission);
}

/** Whether the roles of whoever is signed in allow this somewhere; the server decides again, and where. */
export function useMay(permission: string): boolean {
  return useStore(access, (state) => allows(state, permission));
}
