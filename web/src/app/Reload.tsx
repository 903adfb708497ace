import { useStore } from "zustand";
import { page } from "../platform/api/query.ts";
import { useText } from "../platform/i18n/text.ts";
import { deskText } from "./deskText.ts";
import { watch } from "./watch.ts";

/** Says that what is on the screen is of another place or of an older server; nothing while it is not. */
export function Reload() {
  const text = useText(deskText);
  const placeChanged = useStore(watch, (state) => state.placeChanged);
  const isOutdated = useStore(page, (state) => state.isOutdated);
  if (!placeChanged && !isOutdated) return null;
  return (
    <div className="reload" role="alert">
      {placeChanged ? text.placeChanged : text.pageOutdated}
      <button type="button" className="button button-strong" onClick={() => location.reload()}>
        {text.reload}
      </button>
    </div>
  );
}
