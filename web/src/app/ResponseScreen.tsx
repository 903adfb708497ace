import { useEffect, useMemo, useRef, useState } from "react";
import type { Place } from "../place/place.ts";
import { useMay } from "../platform/access/access.ts";
import { useLanguage, usePreferences } from "../platform/i18n/preferences.ts";
import { named, useText } from "../platform/i18n/text.ts";
import { followPreferences, followView } from "../platform/map/follow.ts";
import { createMapHost, type MapHost } from "../platform/map/host.ts";
import { MapTip } from "../platform/map/MapTip.tsx";
import { parseView } from "../platform/map/view.ts";
import { count } from "../platform/ui/numbers.ts";
import { RemoteView } from "../platform/ui/RemoteView.tsx";
import { saveFile } from "../platform/ui/saveFile.ts";
import { momentOf } from "../platform/ui/time.ts";
import { PresenceFigures } from "../response/PresenceFigures.tsx";
import { question } from "../response/question.ts";
import { ResponseFigures } from "../response/ResponseFigures.tsx";
import { ResponseControls, ResponseLegend, stepsOf } from "../response/ResponsePanel.tsx";
import { createResponsePart, type ResponsePart } from "../response/responsePart.ts";
import { responseText } from "../response/text.ts";
import { useNames, usePaint, useResponse } from "../response/useResponse.ts";
import { DeskHeader } from "./DeskHeader.tsx";
import { Footer } from "./Footer.tsx";
import { MapControls } from "./MapControls.tsx";
import { MethodsLink } from "./MethodsLink.tsx";
import "../response/response.css";

const covered = { top: 60, right: 420, bottom: 26, left: 340 };
/** What moves and what only distracts from the colours. */
const hidden = ["patrol_points", "facilities", "buildings"];

function startMap(
  container: HTMLElement,
  place: Place,
  label: string,
): { host: MapHost; part: ResponsePart; stop: () => void } {
  const part = createResponsePart();
  const host = createMapHost(container, parseView(globalThis.location.hash) ?? place.bounds, covered, label, [part]);
  for (const layer of hidden) host.setLayerVisible(layer, false);
  const stops = [followPreferences(host), followView(host)];
  return {
    host,
    part,
    stop: () => {
      for (const stop of stops) stop();
      host.destroy();
    },
  };
}

function Analysis({ place, part }: { readonly place: Place; readonly part: ResponsePart | null }) {
  const text = useText(responseText);
  const language = useLanguage();
  const answers = useResponse(place.timeZone);
  const { view, filter, search, segment, byCommunity, byHour, presenceByHour, names, spots, retry } = answers;
  const nameOf = useNames(answers);
  const maySeePatrols = useMay("see_patrols");
  usePaint(part, answers);
  const week = useMemo(() => {
    if (view === "presence") {
      const groups = presenceByHour.kind === "ready" ? presenceByHour.value.presenceReport.groups : [];
      return new Map(groups.map(({ key, value }) => [Number(key), value ?? 0]));
    }
    const groups = byHour.kind === "ready" ? byHour.value.responseReport.groups : [];
    return new Map(groups.map(({ key, incidents }) => [Number(key), incidents]));
  }, [view, byHour, presenceByHour]);
  const classes = names.kind === "ready" ? names.value.incidentClasses : [];
  const classOf = (code: string) => {
    const found = classes.find((each) => each.code === code);
    return found === undefined ? code : named(language, found.name, found.nameEn);
  };
  const moment = (asOf: string) => momentOf(Date.parse(asOf), Date.now(), place.timeZone, language);
  const unknown =
    spots.kind === "ready" && spots.value.responseHotSpots.areas.every(({ verdict }) => verdict === "UNKNOWN");
  const takePicture = (n: string, asOf: string) => {
    const caption = {
      title: `${named(language, place.name, place.nameEn)} · ${text.views[view]}`,
      lines: [text.viewHelp[view], text.periodOf(question.getState().days), n, text.asOf(moment(asOf))],
      legend: stepsOf(view, text),
      attribution: place.attribution,
    };
    void part?.picture(caption).then((file) => {
      if (file !== null) saveFile("gridmap-response.png", file);
    });
  };
  return (
    <>
      <ResponseControls classes={classes} week={week} methods={<MethodsLink to="response" />} />
      <section className="panel response-figures" aria-live="polite">
        {view !== "presence" ? (
          <RemoteView remote={byCommunity} onRetry={retry}>
            {({ responseReport: { all, groups, asOf } }) => (
              <ResponseFigures
                all={all}
                lines={groups}
                nameOf={nameOf}
                classOf={classOf}
                filter={filter}
                search={search}
                segment={segment}
                asOf={moment(asOf)}
                onPicture={() => takePicture(text.ofIncidents(count(all.count), count(all.incidents)), asOf)}
              />
            )}
          </RemoteView>
        ) : maySeePatrols ? (
          <PresenceFigures {...answers} momentOf={moment} />
        ) : (
          <p role="alert">{text.noPatrols}</p>
        )}
      </section>
      <ResponseLegend unknown={unknown} />
    </>
  );
}

/** Where and when answers are slow: a question on the left, its map, and its numbers on the right. */
export function ResponseScreen({ place }: { readonly place: Place }) {
  const text = useText(responseText);
  const maySee = useMay("see_incidents");
  const container = useRef<HTMLDivElement>(null);
  const label = useRef(text.map);
  const [started, setStarted] = useState<ReturnType<typeof startMap> | null>(null);
  usePreferences();
  useEffect(() => {
    if (container.current === null) return;
    const map = startMap(container.current, place, label.current);
    setStarted(map);
    return map.stop;
  }, [place]);
  const title = named(useLanguage(), place.name, place.nameEn);
  useEffect(() => {
    document.title = `${text.title} · ${title} · GridMap`;
  }, [text, title]);
  return (
    <div className="screen response">
      <div ref={container} className="map" />
      <DeskHeader place={place} screen="response" />
      {maySee ? (
        <Analysis place={place} part={started?.part ?? null} />
      ) : (
        <p className="panel response-figures" role="alert">
          {text.forbidden}
        </p>
      )}
      {started !== null && <MapControls host={started.host} place={place} isAnalysis />}
      {started !== null && <MapTip host={started.host} />}
      <Footer place={place} host={started?.host ?? null} />
    </div>
  );
}
