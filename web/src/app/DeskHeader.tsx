import { lazy, Suspense } from "react";
import { PlaceTitle } from "../place/PlaceTitle.tsx";
import type { Place } from "../place/place.ts";
import { PreferenceButtons } from "../platform/ui/PreferenceButtons.tsx";
import { type ScreenName, ScreenNav } from "./ScreenNav.tsx";

const Account = lazy(() => import("./Account.tsx").then((module) => ({ default: module.Account })));

/** The head of a screen for desk work: where one is, where else one can go, and whose screen it is. */
export function DeskHeader({ place, screen }: { readonly place: Place; readonly screen: ScreenName | null }) {
  return (
    <header className="header">
      <PlaceTitle place={place} />
      <ScreenNav current={screen} />
      <div className="header-end header-end-far">
        <PreferenceButtons />
        <Suspense fallback={<span className="account-waiting" />}>
          <Account />
        </Suspense>
      </div>
    </header>
  );
}
