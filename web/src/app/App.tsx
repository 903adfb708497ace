import { lazy, Suspense, useState } from "react";
import { StartScreen } from "../place/StartScreen.tsx";
import { placeText } from "../place/text.ts";
import { usePlace } from "../place/usePlace.ts";
import { useText } from "../platform/i18n/text.ts";

// Asked for at once, so that the map's code loads beside the shell and not after it.
const commandScreen = import("./CommandScreen.tsx");
const CommandScreen = lazy(() => commandScreen.then((module) => ({ default: module.CommandScreen })));

function hasWebgl(): boolean {
  return document.createElement("canvas").getContext("webgl2") !== null;
}

function NoWebgl() {
  const text = useText(placeText);
  return (
    <main className="start" role="alert">
      <h1>{text.noWebgl}</h1>
      <p>{text.noWebglRemedy}</p>
    </main>
  );
}

export function App() {
  const [drawable] = useState(hasWebgl);
  const [state, retry] = usePlace();
  if (!drawable) return <NoWebgl />;
  if (state.kind !== "ready") return <StartScreen state={state} onRetry={retry} />;
  return (
    <Suspense fallback={<StartScreen state={{ kind: "loading" }} onRetry={retry} />}>
      <CommandScreen place={state.place} />
    </Suspense>
  );
}
