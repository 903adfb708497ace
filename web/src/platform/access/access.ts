import { createStore, useStore } from "zustand";
import type { Profile } from "./profile.ts";

export type Access =
  | { readonly kind: "checking" }
  | { readonly kind: "anonymous" }
  | { readonly kind: "known"; readonly profile: Profile }
  /** Was known a moment ago; what is on screen stays until they sign in again. `by` has signed in with this browser instead. */
  | { readonly kind: "expired"; readonly profile: Profile; readonly by: Profile | null };

/** Who sits at this screen, as far as the server has said. */
export const access = createStore<Access>(() => ({ kind: "checking" }));

/** The server does not know this browser any more. */
export function tellSignedOut(): void {
  const state = access.getState();
  if (state.kind === "known") access.setState({ kind: "expired", profile: state.profile, by: null }, true);
  if (state.kind === "checking") access.setState({ kind: "anonymous" }, true);
}

/** Whose page this is; null before anybody is known. */
export function holder(): Profile | null {
  const state = access.getState();
  return "profile" in state ? state.profile : null;
}

/** Tells the server in whose name the page asks: all tabs of a browser have one session, and another one may have changed it. */
export function inTheNameOf(): Readonly<Record<string, string>> {
  const profile = holder();
  return profile === null ? {} : { "x-gridmap-account": encodeURIComponent(profile.login) };
}

function allows(state: Access, permission: string): boolean {
  return "profile" in state && state.profile.permissions.includes(permission);
}

/** Whether the roles of whoever is signed in allow this somewhere; the server decides again, and where. */
export function useMay(permission: string): boolean {
  return useStore(access, (state) => allows(state, permission));
}
