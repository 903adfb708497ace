import { lazy, Suspense, useEffect, useState } from "react";
import { useStore } from "zustand";
import { useVisibility } from "../layers/visibility.ts";
import type { Place } from "../place/place.ts";
import { useMay } from "../platform/access/access.ts";
import { useText } from "../platform/i18n/text.ts";
import type { MapHost } from "../platform/map/host.ts";
import { Icon } from "../platform/ui/Icon.tsx";
import { controlsText } from "./controlsText.ts";

const LayerSwitcher = lazy(() =>
  import("../layers/LayerSwitcher.tsx").then((module) => ({ default: module.LayerSwitcher })),
);

function Layers({
  host,
  isAnalysis,
  onClose,
}: {
  readonly host: MapHost;
  readonly isAnalysis: boolean;
  readonly onClose: () => void;
}) {
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
        <LayerSwitcher zoom={zoom} isLive={!isAnalysis} />
      </Suspense>
    </div>
  );
}

/** What analysis puts on a live map is loaded when somebody wants it, and stays from then on. */
function useAnalysis(host: MapHost, isLive: boolean): void {
  const shown = useVisibility();
  const wanted = isLive && (shown["analysis-gaps"] === true || shown["analysis-heat"] === true);
  const [ever, setEver] = useState(false);
  if (wanted && !ever) setEver(true);
  const maySeeIncidents = useMay("see_incidents");
  useEffect(() => {
    if (!ever) return;
    let stop: (() => void) | null = null;
    let left = false;
    void import("./analysisLayers.ts").then(({ followAnalysis }) => {
      if (!left) stop = followAnalysis(host, maySeeIncidents);
    });
    return () => {
      left = true;
      stop?.();
    };
  }, [ever, host, maySeeIncidents]);
}

type Props = {
  readonly host: MapHost;
  readonly place: Place;
  /** The map has a question of its own, and no layers of analysis beside it. */
  readonly isAnalysis?: boolean;
};

/** Zoom, the whole district, and the layers. */
export function MapControls({ host, place, isAnalysis = false }: Props) {
  const text = useText(controlsText);
  useAnalysis(host, !isAnalysis);
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
      {layers && <Layers host={host} isAnalysis={isAnalysis} onClose={() => setLayers(false)} />}
    </div>
  );
}
