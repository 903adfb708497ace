import { lazy, Suspense } from "react";
import type { QueueFilter } from "../incidents/queue.ts";
import { Clock } from "../place/Clock.tsx";
import { PlaceTitle } from "../place/PlaceTitle.tsx";
import type { Place } from "../place/place.ts";
import { preferences, usePreferences } from "../platform/i18n/preferences.ts";
import { useText } from "../platform/i18n/text.ts";
import { Icon } from "../platform/ui/Icon.tsx";
import type { Found } from "../search/found.ts";
import { Kpis } from "./Kpis.tsx";
import { LiveBadge } from "./LiveBadge.tsx";
import { ScreenNav } from "./ScreenNav.tsx";
import { appText } from "./text.ts";

const SearchBox = lazy(() => import("../search/SearchBox.tsx").then((module) => ({ default: module.SearchBox })));
const AccountMenu = lazy(() => import("../access/AccountMenu.tsx").then((module) => ({ default: module.AccountMenu })));

type Props = {
  readonly place: Place;
  readonly filter: QueueFilter;
  readonly onFilter: (filter: QueueFilter) => void;
  readonly onGo: (found: Found) => void;
};

export function Header({ place, filter, onFilter, onGo }: Props) {
  const text = useText(appText);
  const { theme, language } = usePreferences();
  return (
    <header className="header">
      <PlaceTitle place={place} />
      <ScreenNav current="live" />
      <Kpis grids={place.counts.grids} filter={filter} onFilter={onFilter} />
      <Suspense fallback={<div className="search" />}>
        <SearchBox onGo={onGo} />
      </Suspense>
      <div className="header-end">
        <LiveBadge timeZone={place.timeZone} />
        <Clock timeZone={place.timeZone} />
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
