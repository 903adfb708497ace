import { lazy, Suspense, useState } from "react";
import { useStore } from "zustand";
import type { Place } from "../place/place.ts";
import { useText } from "../platform/i18n/text.ts";
import type { MapHost } from "../platform/map/host.ts";
import { Icon } from "../platform/ui/Icon.tsx";
import { controlsText } from "./controlsText.ts";

const LayerSwitcher = lazy(() =>
  import("../layers/LayerSwitcher.tsx").then((module) => ({ default: module.LayerSwitcher })),
);

function Layers({ host, onClose }: { readonly host: MapHost; readonly onClose: () => void }) {
  const text = useText(controlsText);
  const zoom = useStore(host.view, (view) => Math.floor(view.zoom));
  return (
    <div
      className="panel layer-panel"
      role="dialog"
      aria-label={text.layers}
      onKeyDown={(event) => event.key === "Escape" && onClose()}
    >
      <Suspense>
        <LayerSwitcher zoom={zoom} />
      </Suspense>
    </div>
  );
}

/** Zoom, the whole district, and the layers. */
export function MapControls({ host, place }: { readonly host: MapHost; readonly place: Place }) {
  const text = useText(controlsText);
  const [layers, setLayers] = useState(false);
  return (
    <div className="controls">
      <button
        type="button"
        className="icon-button"
        aria-label={text.layers}
        title={text.layers}
        aria-keyshortcuts="l"
        aria-expanded={layers}
        onClick={() => setLayers(!layers)}
      >
        <Icon name="layers" />
      </button>
      <div className="controls-zoom">
        <button
          type="button"
          className="icon-button"
          aria-label={text.zoomIn}
          title={text.zoomIn}
          onClick={() => host.zoomBy(1)}
        >
          <Icon name="plus" />
        </button>
        <button
          type="button"
          className="icon-button"
          aria-label={text.zoomOut}
          title={text.zoomOut}
          onClick={() => host.zoomBy(-1)}
        >
          <Icon name="minus" />
        </button>
        <button
          type="button"
          className="icon-button"
          aria-label={text.whole}
          title={text.whole}
          aria-keyshortcuts="h"
          onClick={() => host.show(place.centre, place.bounds)}
        >
          <Icon name="house" />
        </button>
      </div>
      {layers && <Layers host={host} onClose={() => setLayers(false)} />}
    </div>
  );
}
