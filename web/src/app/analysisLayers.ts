import { createGapPart } from "../coverage/gapPart.ts";
import { visibility } from "../layers/visibility.ts";
import { preferences } from "../platform/i18n/preferences.ts";
import { defineText, inLanguage } from "../platform/i18n/text.ts";
import type { MapHost } from "../platform/map/host.ts";
import { createResponsePart } from "../response/responsePart.ts";

const ninetyDays = 90 * 86_400_000;

const text = defineText(
  { gap: (name: string, people: string) => `${name}：${people} 户在步行 15 分钟之外` },
  { gap: (name: string, people: string) => `${name}: ${people} households beyond a walk of 15 minutes` },
);

/** Puts coverage gaps and the heat of 90 days on a live map, as the reader wants them; whoever has turned neither on never loads this. */
export function followAnalysis(host: MapHost, maySeeIncidents: boolean): () => void {
  const gaps = createGapPart(
    (name, people) => inLanguage(text, preferences.getState().language).gap(name, people),
    () => undefined,
  );
  const heat = createResponsePart();
  const search = `?${new URLSearchParams({ from: new Date(Date.now() - ninetyDays).toISOString() })}`;
  const look = () => {
    const wanted = visibility.getState();
    gaps.show(wanted["analysis-gaps"] === true);
    heat.setHeat(wanted["analysis-heat"] === true && maySeeIncidents ? search : null);
  };
  host.add(heat);
  host.add(gaps);
  look();
  const stop = visibility.subscribe(look);
  const again = setInterval(gaps.refresh, 60_000);
  return () => {
    stop();
    clearInterval(again);
  };
}
