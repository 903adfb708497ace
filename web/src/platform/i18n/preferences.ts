import { createStore, useStore } from "zustand";

export type Language = "zh" | "en";
export type Theme = "dark" | "light";

export type Preferences = { readonly language: Language; readonly theme: Theme };

const storageKey = "gridmap.preferences";

function readStored(): Preferences {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(storageKey) ?? "{}");
    const record = typeof stored === "object" && stored !== null ? (stored as Record<string, unknown>) : {};
    return {
      language: record["language"] === "en" ? "en" : "zh",
      theme: record["theme"] === "light" ? "light" : "dark",
    };
  } catch {
    return { language: "zh", theme: "dark" };
  }
}

function applyToDocument({ language, theme }: Preferences): void {
  document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
  document.documentElement.dataset["theme"] = theme;
}

/** The user's language and theme; they outlive the page. */
export const preferences = createStore<Preferences>(() => ({ language: "zh", theme: "dark" }));

export function restorePreferences(): void {
  preferences.setState(readStored());
  applyToDocument(preferences.getState());
  preferences.subscribe((state) => {
    applyToDocument(state);
    try {
      localStorage.setItem(storageKey, JSON.stringify(state));
    } catch {
      // Private windows may refuse storage; the choice then lasts as long as the page.
    }
  });
}

export function usePreferences(): Preferences {
  return useStore(preferences);
}

export function useLanguage(): Language {
  return useStore(preferences, (state) => state.language);
}
