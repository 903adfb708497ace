import { type ComponentType, useEffect, useState } from "react";
import type { Place } from "../place/place.ts";
import { StartScreen } from "../place/StartScreen.tsx";
import { usePlace } from "../place/usePlace.ts";

// Asked for at once, so that the map's code loads beside the shell and not after it.
const commandScreen = import("./CommandScreen.tsx");

type Screen = ComponentType<{ readonly place: Place }>;

/** Not by Suspense: React would keep what it falls back to on the screen for 300 ms. */
function useCommandScreen(): Screen | null {
  const [screen, setScreen] = useState<{ readonly Screen: Screen } | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  useEffect(() => {
    commandScreen.then((module) => setScreen({ Screen: module.CommandScreen }), setFailure);
  }, []);
  if (failure !== null) throw failure;
  return screen?.Screen ?? null;
}

export function App() {
  const [state, retry] = usePlace();
  const Screen = useCommandScreen();
  if (state.kind !== "ready") return <StartScreen state={state} onRetry={retry} />;
  if (Screen === null) return <StartScreen state={{ kind: "loading" }} onRetry={retry} />;
  return <Screen place={state.place} />;
}
