import { type ReactNode, useCallback, useEffect, useRef, useState } from "react";
import { coverageBuildings } from "#documents/coverage/CoverageBuildings.ts";
import type { Position } from "#platform/api/parse.ts";
import { query } from "#platform/api/query.ts";
import { useLanguage } from "#platform/i18n/preferences.ts";
import { useText } from "#platform/i18n/text.ts";
import { startLive } from "#platform/live/client.ts";
import { followPreferences, followView } from "#platform/map/follow.ts";
import { createMapHost, type MapHost } from "#platform/map/host.ts";
import { parseView } from "#platform/map/view.ts";
import { Icon } from "#platform/ui/Icon.tsx";
import { Controls } from "./Controls.tsx";
import { type CoveragePart, createCoveragePart } from "./coveragePart.ts";
import { Communities, Gaps } from "./Lists.tsx";
import { NextSites } from "./NextSites.tsx";
import { addressOf, closed, moved, type Question, questionOf } from "./question.ts";
import { Result } from "./Result.tsx";
import { Scenarios } from "./Scenarios.tsx";
import { coverageText } from "./text.ts";
import { type Answer, inputOf, useCoverage } from "./useCoverage.ts";
import "./coverage.css";

const covered = { top: 60, right: 372, bottom: 0, left: 372 };
const tabs = ["gaps", "communities", "next"] as const;
const files = {
  byCommunity: "communities.csv",
  byGrid: "grids.csv",
  gapList: "gaps.csv",
  buildings: "buildings.geojson",
};

type Place = {
  readonly bounds: readonly [west: number, south: number, east: number, north: number];
  readonly centre: Position;
};

/** The question stands in the address, so that a link shows the same. */
function useQuestion() {
  const [question, setQuestion] = useState(() => questionOf(globalThis.location.search));
  useEffect(() => {
    history.replaceState(history.state, "", `/coverage${addressOf(question)}${globalThis.location.hash}`);
  }, [question]);
  return [question, setQuestion] as const;
}

function useMap(place: Place, label: string, onAsk: (change: (question: Question) => Question) => void) {
  const container = useRef<HTMLDivElement>(null);
  const [held, setHeld] = useState<{ readonly host: MapHost; readonly part: CoveragePart } | null>(null);
  const title = useRef(label);
  useEffect(() => {
    if (container.current === null) return;
    const part = createCoveragePart({
      onMove: (pin, longitude, latitude) => onAsk((question) => moved(question, pin, longitude, latitude)),
      onClose: (pin) => onAsk((question) => closed(question, pin)),
    });
    const start = parseView(globalThis.location.hash) ?? place.bounds;
    const host = createMapHost(container.current, start, covered, title.current, [part]);
    for (const layer of ["facilities", "patrol_points", "grids"]) host.setLayerVisible(layer, false);
    const stops = [followPreferences(host), followView(host)];
    setHeld({ host, part });
    return () => {
      for (const stop of stops) stop();
      setHeld(null);
      host.destroy();
    };
  }, [place, onAsk]);
  return { container, held };
}

/** Goes up when a facility, a border or the place has changed. */
function useRevision(): number {
  const [revision, setRevision] = useState(0);
  useEffect(() => {
    const again = () => setRevision((last) => last + 1);
    const nothing = () => undefined;
    const live = startLive({
      onWelcome: nothing,
      onResync: again,
      onChanges: (changes) => {
        if (changes.some(({ topic }) => topic === "facility" || topic === "area" || topic === "place")) again();
      },
      onPositions: nothing,
      onGone: nothing,
      onServerTime: nothing,
      onBye: nothing,
    });
    return () => live.stop();
  }, []);
  return revision;
}

/** Buildings are put on the map once; then only those are coloured anew that have changed. */
function useDrawing(part: CoveragePart | null, answer: Answer | null, question: Question, name: string): void {
  const drawn = useRef("");
  const latest = useRef(question);
  latest.current = question;
  const { population, within } = question;
  useEffect(() => {
    if (part === null || answer === null) return;
    const placed = answer.catchments.map(({ facilityId, change, position, name: called }) => ({
      facilityId,
      change,
      name: called ?? name,
      longitude: position.longitude,
      latitude: position.latitude,
    }));
    // What could not be placed stays where the reader has put it, to be taken elsewhere.
    const unplaced = answer.unplaced.flatMap(({ change }) => {
      const { facilityId, position } = latest.current.changes[change] ?? { facilityId: null, position: null };
      return position === null ? [] : [{ facilityId, change, name, ...position }];
    });
    part.showPins([...placed, ...unplaced]);
    const wanted = `${answer.groundVersion}|${population}|${within}`;
    if (drawn.current === wanted) {
      part.showStates(answer.buildings.states);
      return;
    }
    drawn.current = wanted;
    query(coverageBuildings, { input: { ...inputOf(latest.current), changes: null } }).then(
      ({ coverage: { buildings } }) =>
        part.showBuildings(buildings.longitudes, buildings.latitudes, answer.buildings.states),
      () => {
        drawn.current = "";
      },
    );
  }, [part, answer, population, within, name]);
}

function Export({ question }: { readonly question: Question }) {
  const text = useText(coverageText);
  const asked = encodeURIComponent(JSON.stringify(inputOf(question)));
  return (
    <nav className="coverage-row" aria-label={text.export}>
      {Object.entries(files).map(([label, file]) => (
        <a key={file} className="chip" href={`/api/coverage/${file}?question=${asked}`} download>
          {text[label as keyof typeof files]}
        </a>
      ))}
    </nav>
  );
}

function Legend() {
  const text = useText(coverageText);
  return (
    <ul className="panel coverage-legend">
      {(["0", "1", "2", "x"] as const).map((state) => (
        <li key={state}>
          <i className={`coverage-dot coverage-dot-${state}`} /> {text.legend[state]}
        </li>
      ))}
    </ul>
  );
}

type Props = { readonly place: Place; readonly header: ReactNode; readonly footer: ReactNode };

/** Who is covered, where the gaps are, and where the next facilities should stand. */
export function Coverage({ place, header, footer }: Props) {
  const text = useText(coverageText);
  const language = useLanguage();
  const [question, setQuestion] = useQuestion();
  const [tab, setTab] = useState<(typeof tabs)[number]>("gaps");
  const { container, held } = useMap(place, text.map, setQuestion);
  const revision = useRevision();
  const [remote, retry] = useCoverage(question, revision);
  const [now] = useCoverage({ ...question, changes: [] }, revision);
  const answer = remote.kind === "ready" ? remote.value : null;
  useDrawing(held?.part ?? null, answer, question, text.added);
  useEffect(() => {
    document.title = `${text.title} · GridMap`;
  }, [text]);
  const show = useCallback(
    (longitude: number, latitude: number) => held?.host.show([longitude, latitude], null),
    [held],
  );
  const add = (positions: readonly { readonly longitude: number; readonly latitude: number }[]) =>
    setQuestion((asked) => ({
      ...asked,
      changes: [
        ...asked.changes,
        ...positions.map((position) => ({
          facilityId: null,
          position: { ...position },
          closed: null,
          openingHours: null,
        })),
      ],
    }));
  const addInTheMiddle = () => {
    const view = held?.host.view.getState();
    if (view !== undefined) add([{ longitude: view.longitude, latitude: view.latitude }]);
  };
  return (
    <div className="screen">
      <div ref={container} className="map" />
      {header}
      {footer}
      <aside className="panel coverage-left">
        <Controls question={question} onAsk={setQuestion} />
        {remote.kind === "loading" && <p role="status">{text.loading}</p>}
        {remote.kind === "failed" && (
          <p className="coverage-note" role="alert">
            {(language === "zh" ? remote.error.remedyZh : remote.error.message) || text.failed}{" "}
            <button type="button" className="button button-quiet" onClick={retry}>
              {text.retry}
            </button>
          </p>
        )}
        {answer !== null && (
          <Result answer={answer} baseline={now.kind === "ready" ? now.value : null} question={question} />
        )}
        <section aria-label={text.whatIf}>
          <h2>{text.whatIf}</h2>
          <p className="coverage-quiet">{text.whatIfHint}</p>
          <div className="coverage-row">
            <button type="button" className="button" onClick={addInTheMiddle}>
              <Icon name="plus" /> {text.add}
            </button>
            {question.changes.length > 0 && (
              <button
                type="button"
                className="button"
                onClick={() => setQuestion((asked) => ({ ...asked, changes: [] }))}
              >
                {text.reset} · {text.changes(question.changes.length)}
              </button>
            )}
          </div>
        </section>
        <Scenarios question={question} onAsk={setQuestion} />
        <section aria-label={text.export}>
          <h2>{text.export}</h2>
          <Export question={question} />
        </section>
      </aside>
      <aside className="panel coverage-right">
        <nav className="coverage-row" aria-label={text.title}>
          {tabs.map((each) => (
            <button key={each} type="button" className="chip" aria-pressed={tab === each} onClick={() => setTab(each)}>
              {text[each]}
            </button>
          ))}
        </nav>
        {tab === "next" ? (
          <NextSites question={question} onPlace={add} />
        ) : (
          answer !== null &&
          (tab === "gaps" ? (
            <Gaps answer={answer} question={question} onShow={show} />
          ) : (
            <Communities answer={answer} />
          ))
        )}
      </aside>
      <Legend />
    </div>
  );
}
