import { lazy, Suspense, useEffect, useState } from "react";
import { useStore } from "zustand";
import { StartScreen } from "../place/StartScreen.tsx";
import { usePlace } from "../place/usePlace.ts";
import { access } from "../platform/access/access.ts";
import { checkSession, followOtherTabs } from "../platform/access/session.ts";
import { useLanguage } from "../platform/i18n/preferences.ts";
import { named } from "../platform/i18n/text.ts";
import { loadScreen, type Screen } from "./screens.ts";

// Asked for at once, so that the map's code loads beside the shell and not after it.
const screen = loadScreen(globalThis.location.pathname);
void checkSession();
followOtherTabs();

// Most visits come with a session; who has none can wait for a small page.
const SignInPage = lazy(() => import("../access/SignInPage.tsx").then((module) => ({ default: module.SignInPage })));
const SignInAgain = lazy(() => import("../access/SignInAgain.tsx").then((module) => ({ default: module.SignInAgain })));

/** Not by Suspense: React would keep what it falls back to on the screen for 300 ms. */
function useScreen(): Screen | null {
  const [loaded, setLoaded] = useState<{ readonly Screen: Screen } | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  useEffect(() => {
    screen.then((Screen) => setLoaded({ Screen }), setFailure);
  }, []);
  if (failure !== null) throw failure;
  return loaded?.Screen ?? null;
}

export function App() {
  const [state, retry] = usePlace();
  const Screen = useScreen();
  const who = useStore(access);
  const language = useLanguage();
  if (state.kind !== "ready") return <StartScreen state={state} onRetry={retry} />;
  if (who.kind === "anonymous") {
    return (
      <Suspense>
        <SignInPage placeName={named(language, state.place.name, state.place.nameEn)} />
      </Suspense>
    );
  }
  if (Screen === null || who.kind === "checking") return <StartScreen state={{ kind: "loading" }} onRetry={retry} />;
  return (
    <>
      <Screen place={state.place} />
      {who.kind === "expired" && (
        <Suspense>
          <SignInAgain login={who.profile.login} by={who.by} />
        </Suspense>
      )}
    </>
  );
}
