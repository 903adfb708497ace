import { lazy, Suspense } from "react";
import { PlaceTitle } from "../place/PlaceTitle.tsx";
import type { Place } from "../place/place.ts";
import { preferences, usePreferences } from "../platform/i18n/preferences.ts";
import { useText } from "../platform/i18n/text.ts";
import { Icon } from "../platform/ui/Icon.tsx";
import { type ScreenName, ScreenNav } from "./ScreenNav.tsx";
import { appText } from "./text.ts";

const AccountMenu = lazy(() => import("../access/AccountMenu.tsx").then((module) => ({ default: module.AccountMenu })));

/** The head of a screen for desk work: where one is, where else one can go, and whose screen it is. */
export function DeskHeader({ place, screen }: { readonly place: Place; readonly screen: ScreenName }) {
  const text = useText(appText);
  const { theme, language } = usePreferences();
  return (
    <header className="header">
      <PlaceTitle place={place} />
      <ScreenNav current={screen} />
      <div className="header-end header-end-far">
        <button
          type="button"
          className="icon-button"
          aria-label={text.theme[theme]}
          title={text.theme[theme]}
          onClick={() => preferences.setState({ theme: theme === "dark" ? "light" : "dark" })}
        >
          <Icon name={theme === "dark" ? "sun" : "moon"} />
        </button>
        <button
          type="button"
          className="icon-button icon-button-word"
          aria-label={text.languageLabel}
          onClick={() => preferences.setState({ language: language === "zh" ? "en" : "zh" })}
        >
          {text.language}
        </button>
        <Suspense fallback={<span className="account-waiting" />}>
          <AccountMenu />
        </Suspense>
      </div>
    </header>
  );
}
