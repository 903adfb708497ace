import { useStore } from "zustand";
import type { Place } from "../place/place.ts";
import { placeText } from "../place/text.ts";
import { useText } from "../platform/i18n/text.ts";
import type { MapHost } from "../platform/map/host.ts";
import { scaleBar } from "../platform/map/view.ts";
import { meters } from "../platform/ui/numbers.ts";

const openStreetMap = "https://www.openstreetmap.org/copyright";

/** OpenStreetMap asks for a link to its licence beside the map. */
function Attribution({ words }: { readonly words: string }) {
  if (!words.includes("OpenStreetMap")) return words;
  return (
    <a className="link" href={openStreetMap} target="_blank" rel="noreferrer">
      {words}
    </a>
  );
}

/** Where the data comes from, the map's approval, and the scale: always visible. */
export function Footer({ place, host }: { readonly place: Place; readonly host: MapHost | null }) {
  const text = useText(placeText);
  return (
    <footer className="footer">
      <span className="footer-source">
        {text.attribution}: <Attribution words={place.attribution} />
        {place.synthetic && <b> · {text.synthetic}</b>}
      </span>
      <span className="footer-approval">
        {text.approval}: {text.approvalNone}
      </span>
      {host !== null && <Scale host={host} />}
    </footer>
  );
}

function Scale({ host }: { readonly host: MapHost }) {
  const view = useStore(host.view);
  const bar = scaleBar(view, 110);
  return (
    <span className="footer-scale">
      <span className="footer-place">
        {view.latitude.toFixed(4)}, {view.longitude.toFixed(4)}
      </span>
      <span className="scale" style={{ width: bar.pixels }}>
        {meters(bar.meters)}
      </span>
    </span>
  );
}
