import { createStore, useStore } from "zustand";

const storageKey = "gridmap.layers";

type Visibility = Readonly<Record<string, boolean>>;

function readStored(): Visibility {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(storageKey) ?? "{}");
    if (typeof stored !== "object" || stored === null) return {};
    return Object.fromEntries(
      Object.entries(stored).filter((entry): entry is [string, boolean] => typeof entry[1] === "boolean"),
    );
  } catch {
    return {};
  }
}

/** Only what the user decided; a layer that is not named here is as its catalogue says. */
export const visibility = createStore<Visibility>(() => readStored());

export function setVisible(layer: string, visible: boolean): void {
  visibility.setState({ [layer]: visible });
  try {
    localStorage.setItem(storageKey, JSON.stringify(visibility.getState()));
  } catch {
    // Private windows may refuse storage; the choice then lasts as long as the page.
  }
}

export function useVisibility(): Visibility {
  return useStore(visibility);
}
