import { useEffect, useMemo, useRef } from "react";
import { useStore } from "zustand";
import { presenceReport } from "#documents/response/PresenceReport.ts";
import { responseHotSpots } from "#documents/response/ResponseHotSpots.ts";
import { responseNames } from "#documents/response/ResponseNames.ts";
import { responseReport } from "#documents/response/ResponseReport.ts";
import { responseSurface } from "#documents/response/ResponseSurface.ts";
import { useQuery } from "#platform/api/useQuery.ts";
import { useLanguage } from "#platform/i18n/preferences.ts";
import { named, useText } from "#platform/i18n/text.ts";
import { clock, serverNow } from "#platform/ui/now.ts";
import { count } from "#platform/ui/numbers.ts";
import { duration } from "#platform/ui/time.ts";
import { filterOf, question, type ResponseFilter, today } from "./question.ts";
import type { GridPaint, Hexagon, ResponsePart } from "./responsePart.ts";
import { responseText } from "./text.ts";
import { hotColours, onTimeColour, presenceColour, slowColour } from "./tint.ts";

/** The days change once a day, the answer when the question does. */
export function useFilter(timeZone: string): ResponseFilter {
  const asked = useStore(question);
  const { days, until, classes, hours } = asked;
  const day = useStore(clock, ({ now }) => today(now, timeZone));
  // biome-ignore lint/correctness/useExhaustiveDependencies: the view and the segment do not change what is counted
  return useMemo(() => filterOf(asked, timeZone, serverNow()), [days, until, classes, hours, timeZone, day]);
}

function searchOf({ from, until, classes, hoursOfWeek }: ResponseFilter): string {
  const said = new URLSearchParams({ from, until });
  if (classes !== null) said.set("classes", classes.join(","));
  if (hoursOfWeek !== null) said.set("hours", hoursOfWeek.join(","));
  return `?${said}`;
}

/** Of hexagons on the map, from side to side. */
const hexagonMeters = 400;

/** What the screen shows, and nothing else, asked by one filter so that map, table and strip agree; another `revision` asks anew. */
export function useResponse(timeZone: string, revision: unknown = null) {
  const { segment, view } = useStore(question);
  const filter = useFilter(timeZone);
  const ofGrids = view === "slow" || view === "onTime";
  const ofPatrols = view === "presence";
  const [byCommunity, retry] = useQuery(responseReport, { filter, segment, by: "COMMUNITY" }, revision);
  const [byGrid] = useQuery(responseReport, ofGrids ? { filter, segment, by: "GRID" } : null, revision);
  const whole = useMemo(() => ({ ...filter, hoursOfWeek: null }), [filter]);
  const [byHour] = useQuery(
    responseReport,
    ofPatrols ? null : { filter: whole, segment, by: "HOUR_OF_WEEK" },
    revision,
  );
  const [spots] = useQuery(responseHotSpots, view === "hotSpots" ? { filter } : null, revision);
  const [surface] = useQuery(
    responseSurface,
    view === "surface" ? { filter, segment, widthMeters: hexagonMeters } : null,
    revision,
  );
  const period = { from: filter.from, until: filter.until };
  const [presence, retryPresence] = useQuery(
    presenceReport,
    ofPatrols ? { ...period, hoursOfWeek: filter.hoursOfWeek, by: "GRID" } : null,
    revision,
  );
  const [presenceByHour] = useQuery(
    presenceReport,
    ofPatrols ? { ...period, hoursOfWeek: null, by: "HOUR_OF_WEEK" } : null,
    revision,
  );
  const [names] = useQuery(responseNames, {}, null);
  return {
    view,
    segment,
    filter,
    search: searchOf(filter),
    byCommunity,
    byGrid,
    byHour,
    spots,
    surface,
    presence,
    presenceByHour,
    names,
    retry,
    retryPresence,
  };
}

export type ResponseAnswers = ReturnType<typeof useResponse>;

type Words = typeof responseText.zh;

/** Grids with their tints, of the view that is shown. */
function paintsOf({ view, byGrid, spots, presence }: ResponseAnswers, text: Words, language: "zh" | "en") {
  const made = new Map<string, GridPaint>();
  if (view === "slow" || view === "onTime") {
    for (const line of byGrid.kind === "ready" ? byGrid.value.responseReport.groups : []) {
      if (view === "slow" && line.p90 !== null) {
        const label = `P90 ${duration(line.p90 * 1000, language)} · n = ${count(line.count)}`;
        made.set(line.key, { colour: slowColour(line.p90), label });
      }
      if (view === "onTime" && line.onTimeShare !== null) {
        const label = `${(line.onTimeShare * 100).toFixed(1)} % · ${text.ofDue(count(line.closedOnTime), count(line.due))}`;
        made.set(line.key, { colour: onTimeColour(line.onTimeShare), label });
      }
    }
  }
  for (const { key, verdict, z, rate } of view === "hotSpots" && spots.kind === "ready"
    ? spots.value.responseHotSpots.areas
    : []) {
    if (verdict !== "HOT" && verdict !== "COLD") continue;
    const perThousand = rate === null ? "—" : rate.toFixed(1);
    const label = `${text.verdicts[verdict]} · z = ${z.toFixed(2)} · ${perThousand} ‰`;
    made.set(key, { colour: hotColours[verdict], label });
  }
  for (const group of view === "presence" && presence.kind === "ready" ? presence.value.presenceReport.groups : []) {
    if (group.value === null) continue;
    const label = `${(group.value * 100).toFixed(1)} % · ${text.ofMinutes(count(group.presentMinutes), count(group.watchedMinutes))}`;
    made.set(group.key, { colour: presenceColour(group.value), label });
  }
  return made;
}

function hexagonsOf({ view, surface }: ResponseAnswers, language: "zh" | "en"): readonly Hexagon[] {
  if (view !== "surface" || surface.kind !== "ready") return [];
  const { widthDegrees, hexagons } = surface.value.responseSurface;
  return hexagons.flatMap(({ longitude, latitude, count: n, p90 }) =>
    p90 === null
      ? []
      : [
          {
            longitude,
            latitude,
            width: widthDegrees,
            colour: slowColour(p90),
            label: `P90 ${duration(p90 * 1000, language)} · n = ${count(n)}`,
          },
        ],
  );
}

/** Paints the answers onto the map. */
export function usePaint(part: ResponsePart | null, answers: ResponseAnswers): void {
  const text = useText(responseText);
  const language = useLanguage();
  const { view, search, byGrid, spots, presence, surface } = answers;
  const latest = useRef(answers);
  latest.current = answers;
  useEffect(() => part?.setHeat(view === "density" ? search : null), [part, view, search]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is painted comes from these answers
  useEffect(
    () => part?.setGrids(paintsOf(latest.current, text, language)),
    [part, view, byGrid, spots, presence, text, language],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is painted comes from this answer
  useEffect(() => part?.setHexagons(hexagonsOf(latest.current, language)), [part, view, surface, language]);
}

/** What communities are called in the reader's language. */
export function useNames({ names }: ResponseAnswers): (key: string) => string {
  const language = useLanguage();
  return useMemo(() => {
    const nodes = names.kind === "ready" ? names.value.communities.nodes : [];
    const known = new Map(nodes.map(({ id, name, nameEn }) => [id, named(language, name, nameEn)]));
    return (key: string) => known.get(key) ?? key;
  }, [names, language]);
}
