import { type CSSProperties, useEffect, useState } from "react";
import { readJson } from "#platform/api/readJson.ts";
import { useLanguage, usePreferences } from "#platform/i18n/preferences.ts";
import { named, useText } from "#platform/i18n/text.ts";
import { catalogue, type LayerEntry, type LegendEntry } from "./catalogue.ts";
import { layerText } from "./text.ts";
import { setVisible, useVisibility } from "./visibility.ts";

function useCatalogue(): readonly LayerEntry[] {
  const [entries, setEntries] = useState<readonly LayerEntry[]>([]);
  useEffect(() => {
    const abort = new AbortController();
    let timer: ReturnType<typeof setTimeout>;
    const ask = () =>
      readJson("/tiles", catalogue, abort.signal).then(setEntries, () => {
        if (!abort.signal.aborted) timer = setTimeout(ask, 4000);
      });
    void ask();
    return () => {
      abort.abort();
      clearTimeout(timer);
    };
  }, []);
  return entries;
}

function liveLayers(text: ReturnType<typeof useText<typeof layerText.zh>>): readonly LayerEntry[] {
  const entry = (id: string, title: string, legend: readonly LegendEntry[]): LayerEntry => ({
    id,
    title,
    titleEn: title,
    group: "live",
    minzoom: 0,
    maxzoom: 24,
    legend,
    defaultVisible: true,
    attribution: null,
  });
  const sign = (label: string, shape: string, dark: string, light = dark): LegendEntry => ({
    title: label,
    titleEn: label,
    shape,
    icon: null,
    color: { dark, light },
  });
  return [
    entry("incidents", text.incidents, [
      sign(text.incidentUrgent, "triangle", "#ff4d4f"),
      sign(text.incidentOverdue, "diamond", "#ff9f1c"),
      sign(text.incidentNormal, "disc", "#ffd166"),
    ]),
    entry("patrols", text.patrols, [
      sign(text.patrolMoving, "arrow", "#33d9f2", "#006bb8"),
      sign(text.patrolStill, "disc", "#8cb8e0", "#4a78a1"),
      sign(text.patrolStale, "ring", "#99a3b3", "#7a828c"),
    ]),
    entry("watch", text.watch, [sign(text.watchAbsent, "dash", "#ff9f1c")]),
    entry("volunteers", text.volunteers, [sign(text.wish, "disc", "#ff8fc7"), sign(text.activity, "disc", "#7ee0a1")]),
  ];
}

function analysisLayers(text: ReturnType<typeof useText<typeof layerText.zh>>): readonly LayerEntry[] {
  const entry = (id: string, title: string, note: string, shape: string, color: string): LayerEntry => ({
    id,
    title,
    titleEn: title,
    group: "analysis",
    minzoom: 0,
    maxzoom: 24,
    legend: [{ title: note, titleEn: note, shape, icon: null, color: { dark: color, light: color } }],
    defaultVisible: false,
    attribution: null,
  });
  return [
    entry("analysis-gaps", text.gaps, text.gapsNote, "ring", "#ff9f1c"),
    entry("analysis-heat", text.heat, text.heatNote, "disc", "#22a884"),
  ];
}

function Legend({ entries }: { readonly entries: readonly LegendEntry[] }) {
  const { language, theme } = usePreferences();
  return (
    <ul className="legend">
      {entries.map((entry) => (
        <li key={entry.title}>
          <i
            className={`sign sign-${entry.icon ?? entry.shape}`}
            style={{ "--sign": entry.color[theme] } as CSSProperties}
            aria-hidden="true"
          />
          {named(language, entry.title, entry.titleEn)}
        </li>
      ))}
    </ul>
  );
}

function LayerRow({ layer, zoom }: { readonly layer: LayerEntry; readonly zoom: number }) {
  const text = useText(layerText);
  const language = useLanguage();
  const shown = useVisibility()[layer.id] ?? layer.defaultVisible;
  const tooFar = zoom < layer.minzoom;
  return (
    <li className="layer">
      <label>
        <input type="checkbox" checked={shown} onChange={(event) => setVisible(layer.id, event.target.checked)} />
        <span>{named(language, layer.title, layer.titleEn)}</span>
        {tooFar && shown && <em>{text.fromZoom(layer.minzoom)}</em>}
      </label>
      {shown && <Legend entries={layer.legend} />}
    </li>
  );
}

/** What the map shows, by group, with the legend of each; the choice is remembered. */
export function LayerSwitcher({ zoom, isLive }: { readonly zoom: number; readonly isLive: boolean }) {
  const text = useText(layerText);
  const entries = [...liveLayers(text), ...(isLive ? analysisLayers(text) : []), ...useCatalogue()];
  const groups = [...new Set(entries.map((entry) => entry.group))];
  const groupName = (group: string) =>
    group === "live" ? text.live : ((text.group as Readonly<Record<string, string>>)[group] ?? group);
  return (
    <div className="layers">
      {groups.map((group) => (
        <section key={group}>
          <h3>{groupName(group)}</h3>
          <ul className="plain-list">
            {entries
              .filter((entry) => entry.group === group)
              .map((entry) => (
                <LayerRow key={entry.id} layer={entry} zoom={zoom} />
              ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
