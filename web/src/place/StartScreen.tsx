import { useLanguage } from "#platform/i18n/preferences.ts";
import { useText, worded } from "#platform/i18n/text.ts";
import { Icon } from "#platform/ui/Icon.tsx";
import { placeText } from "./text.ts";
import type { PlaceState } from "./usePlace.ts";

type Waiting = Extract<PlaceState, { kind: "waiting" }>;

function WhyWaiting({ error, attempt }: Waiting) {
  const text = useText(placeText);
  const language = useLanguage();
  if (error.code === "PLACE_MISSING") {
    return (
      <>
        <h1>{text.missing}</h1>
        <p>{text.missingRemedy}</p>
        <pre>{"gridmap generate --scale district\ngridmap import osm FILE.osm.pbf"}</pre>
      </>
    );
  }
  if (error.status === 0 || error.status === 502 || error.status === 503 || error.status === 504) {
    return (
      <>
        <h1>{text.unreachable}</h1>
        <p>{text.unreachableRemedy}</p>
        <p className="start-attempt">{text.retrying(attempt)}</p>
      </>
    );
  }
  return (
    <>
      <h1>{text.failed}</h1>
      <p>{text.failedRemedy}</p>
      <pre>
        {error.code} {worded(language, error)}
      </pre>
    </>
  );
}

/** What is shown until there is a place: connecting, unreachable, or nothing generated yet. */
export function StartScreen({ state, onRetry }: { readonly state: PlaceState; readonly onRetry: () => void }) {
  const text = useText(placeText);
  if (state.kind !== "waiting") {
    return (
      <main className="start" aria-busy="true">
        <div className="start-mark" aria-hidden="true">
          <Icon name="grid" size={40} />
        </div>
        <p role="status">{text.loading}</p>
      </main>
    );
  }
  return (
    <main className="start">
      <div className="start-mark" aria-hidden="true">
        <Icon name={state.error.code === "PLACE_MISSING" ? "pin" : "alert"} size={40} />
      </div>
      <div role="alert">
        <WhyWaiting {...state} />
      </div>
      <button type="button" className="button" onClick={onRetry}>
        {text.retry}
      </button>
    </main>
  );
}
