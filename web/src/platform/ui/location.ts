import { createStore, useStore } from "zustand";

type Location = { readonly path: string; readonly hash: string };

function here(): Location {
  return { path: globalThis.location?.pathname ?? "/", hash: globalThis.location?.hash ?? "" };
}

/** Where the address bar stands: the path is the selection, the hash is the view. */
export const location = createStore<Location>(() => here());

/** Follows a link: a new entry in the history, the view unchanged. */
export function navigate(path: string): void {
  if (path === location.getState().path) return;
  history.pushState(null, "", path + globalThis.location.search + globalThis.location.hash);
  location.setState(here());
}

/** Notes the view in the current entry. */
export function noteHash(hash: string): void {
  history.replaceState(history.state, "", globalThis.location.pathname + globalThis.location.search + hash);
  location.setState(here());
}

/** Tells when the reader went back or forward. */
export function followHistory(onReturn: (hash: string) => void): () => void {
  const listener = () => {
    location.setState(here());
    onReturn(globalThis.location.hash);
  };
  window.addEventListener("popstate", listener);
  return () => window.removeEventListener("popstate", listener);
}

export function usePath(): string {
  return useStore(location, (state) => state.path);
}
