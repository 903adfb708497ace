import { preferences } from "#platform/i18n/preferences.ts";
import { followHistory, noteHash } from "#platform/ui/location.ts";
import type { MapHost } from "./host.ts";
import { styleUrl } from "./style.ts";
import { formatView, parseView } from "./view.ts";

type Stop = () => void;

/** The map wears the theme and the language that the reader prefers. */
export function followPreferences(host: MapHost): Stop {
  const wear = () => host.wearStyle(styleUrl(preferences.getState()));
  wear();
  return preferences.subscribe(wear);
}

/** The view is kept in the address, and who goes back sees the view that was. */
export function followView(host: MapHost): Stop {
  let timer: ReturnType<typeof setTimeout>;
  const stopView = host.view.subscribe(() => {
    clearTimeout(timer);
    timer = setTimeout(() => noteHash(formatView(host.view.getState())), 250);
  });
  const stopHistory = followHistory((hash) => {
    clearTimeout(timer);
    const view = parseView(hash);
    if (view !== null) host.goTo(view);
  });
  return () => {
    clearTimeout(timer);
    stopView();
    stopHistory();
  };
}
