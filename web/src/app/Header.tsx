import { lazy, Suspense } from "react";
import type { QueueFilter } from "../incidents/queue.ts";
import { Clock } from "../place/Clock.tsx";
import { PlaceTitle } from "../place/PlaceTitle.tsx";
import type { Place } from "../place/place.ts";
import { PreferenceButtons } from "../platform/ui/PreferenceButtons.tsx";
import type { Found } from "../search/found.ts";
import { Kpis } from "./Kpis.tsx";
import { LiveBadge } from "./LiveBadge.tsx";
import { ScreenNav } from "./ScreenNav.tsx";

const SearchBox = lazy(() => import("../search/SearchBox.tsx").then((module) => ({ default: module.SearchBox })));
const Account = lazy(() => import("./Account.tsx").then((module) => ({ default: module.Account })));

type Props = {
  readonly place: Place;
  readonly filter: QueueFilter;
  readonly onFilter: (filter: QueueFilter) => void;
  readonly onGo: (found: Found) => void;
};

export function Header({ place, filter, onFilter, onGo }: Props) {
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
        <PreferenceButtons />
        <Suspense fallback={<span className="account-waiting" />}>
          <Account />
        </Suspense>
      </div>
    </header>
  );
}
