import { createPastFacilityPart, type PastFacilityPart } from "../facilities/pastFacilityPart.ts";
import { changesOf, countUntil, featuresAt } from "../incidents/past.ts";
import { visibility } from "../layers/visibility.ts";
import { nobody } from "../patrols/pastTracks.ts";
import { watchLayer } from "../patrols/watchPart.ts";
import { ReadError } from "../platform/api/readJson.ts";
import { preferences } from "../platform/i18n/preferences.ts";
import { moment, tellMoment } from "../replay/moment.ts";
import { createPastPart, type PastPart, thingsAt } from "../replay/pastPart.ts";
import { advance, type Playhead } from "../replay/playhead.ts";
import { createReplayStore, type ReplayStore, type Said } from "../replay/store.ts";
import { volunteerLayer } from "../volunteers/volunteerPart.ts";
import { openTracks, type PastPatrols } from "./pastPatrols.ts";
import { noteReplay } from "./replayAddress.ts";
import { type Facts, noFacts, readFacts } from "./replayFacts.ts";
import type { Session } from "./session.ts";

/** The strip is told so often at most; the map is drawn in every frame. */
const toldEvery = 100;
const addressEvery = 1000;
/** A page that was hidden does not leap. */
const longestFrame = 250;

export type Run = {
  readonly store: ReplayStore;
  readonly facts: () => Facts;
  readonly setHead: (head: Playhead) => void;
  readonly stop: () => void;
};

function saidOf(error: unknown): Said {
  if (error instanceof ReadError)
    return { message: error.message || error.code, messageZh: error.messageZh || error.code };
  return { message: String(error), messageZh: String(error) };
}

/** What tells of now and has no past of its own. */
const presentLayers = [watchLayer, volunteerLayer];

type PastParts = { readonly things: PastPart; readonly facilities: PastFacilityPart };

const pastParts = new WeakMap<Session, PastParts>();

function pastPartsOf(session: Session): PastParts {
  const known = pastParts.get(session);
  if (known !== undefined) return known;
  const parts = { things: createPastPart(), facilities: createPastFacilityPart() };
  session.host.addPart(parts.facilities);
  session.host.addPart(parts.things);
  pastParts.set(session, parts);
  return parts;
}

/** Plays a period back on the map until it is stopped; then the map is live again. */
export function runReplay(session: Session, start: Playhead, seesTracks: boolean): Run {
  const { incidentPart, patrolPart } = session.parts;
  const store = createReplayStore(start);
  const past = pastPartsOf(session);
  const abort = new AbortController();
  let head = start;
  let facts = noFacts;
  let changes = new Float64Array(0);
  let drawn = -1;
  let patrols: PastPatrols | null = null;
  let frame = 0;
  let lastFrame = 0;
  let [told, noted, noting] = [0, 0, 0];

  const drawFacts = () => {
    const now = countUntil(changes, head.at);
    if (now === drawn) return;
    drawn = now;
    incidentPart.showPast(featuresAt(facts.incidents, head.at));
    past.facilities.show(facts.facilities, head.at);
    past.things.show(thingsAt([...(facts.alarms ?? []), ...(facts.activities ?? [])], head.at));
  };

  const note = () => {
    clearTimeout(noting);
    noting = 0;
    noted = performance.now();
    noteReplay(head);
  };

  const draw = (isTold: boolean) => {
    drawFacts();
    const shown = patrols?.show(head);
    const time = performance.now();
    if (shown?.failure) store.setState({ tracks: { kind: "refused", said: saidOf(shown.failure) } });
    if (!isTold && time - told < toldEvery) return;
    told = time;
    store.setState({ head, waiting: shown?.waiting ?? false, patrols: shown?.count ?? 0 });
    tellMoment(head);
    const early = (isTold ? toldEvery : addressEvery) - (time - noted);
    if (early <= 0) note();
    else if (isTold && noting === 0) noting = window.setTimeout(note, early);
  };

  const tick = (time: number) => {
    head = advance(head, Math.min(longestFrame, time - lastFrame));
    lastFrame = time;
    draw(!head.playing);
    frame = head.playing ? requestAnimationFrame(tick) : 0;
  };

  const play = () => {
    if (!head.playing || frame !== 0) return;
    lastFrame = performance.now();
    frame = requestAnimationFrame(tick);
  };

  const takeFacts = (read: Facts) => {
    facts = read;
    const states = read.facilities.flatMap((facility) => facility.states);
    const things = [...(read.alarms ?? []), ...(read.activities ?? []), ...states].flatMap(({ from, until }) => [
      from,
      until,
    ]);
    changes = Float64Array.from([...changesOf(read.incidents), ...things]).sort();
    drawn = -1;
    const within = (at: number) => at >= head.from && at < head.until;
    store.setState({
      facts: { kind: "ready" },
      reports: read.incidents
        .map(({ reportedAt }) => reportedAt)
        .filter(within)
        .sort((a, b) => a - b),
      alarms: (read.alarms ?? [])
        .map(({ from }) => from)
        .filter(within)
        .sort((a, b) => a - b),
    });
    draw(true);
  };

  incidentPart.showPast([]);
  tellMoment(head);
  for (const layer of presentLayers) session.host.setLayerVisible(layer, false);
  // What is live must not stand under a past clock.
  patrolPart.showPast(nobody);
  noteReplay(head);
  readFacts(start, preferences.getState().language, abort.signal).then(takeFacts, (error: unknown) => {
    if (!abort.signal.aborted) store.setState({ facts: { kind: "failed", said: saidOf(error) } });
  });
  if (seesTracks) {
    openTracks(start, patrolPart, () => draw(true), abort.signal).then(
      ({ state, patrols: opened }) => {
        if (abort.signal.aborted) return opened?.stop();
        patrols = opened;
        store.setState({ tracks: state });
        draw(true);
      },
      (error: unknown) => {
        if (!abort.signal.aborted) store.setState({ tracks: { kind: "refused", said: saidOf(error) } });
      },
    );
  } else store.setState({ tracks: { kind: "forbidden" } });

  return {
    store,
    facts: () => facts,
    setHead: (wanted) => {
      head = wanted;
      draw(true);
      play();
    },
    stop: () => {
      abort.abort();
      cancelAnimationFrame(frame);
      clearTimeout(noting);
      patrols?.stop();
      patrolPart.showPast(null);
      incidentPart.showPast(null);
      past.facilities.show([], 0);
      past.things.show([]);
      moment.setState({ at: null });
      for (const layer of presentLayers) session.host.setLayerVisible(layer, visibility.getState()[layer] ?? true);
    },
  };
}
