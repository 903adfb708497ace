import { useEffect, useMemo } from "react";
import { useStore } from "zustand";
import { responseHotSpots } from "#documents/response/ResponseHotSpots.ts";
import { responseNames } from "#documents/response/ResponseNames.ts";
import { responseReport } from "#documents/response/ResponseReport.ts";
import { useQuery } from "#platform/api/useQuery.ts";
import { useLanguage } from "#platform/i18n/preferences.ts";
import { named, useText } from "#platform/i18n/text.ts";
import { count } from "#platform/ui/numbers.ts";
import { duration } from "#platform/ui/time.ts";
import { filterOf, question, type ResponseFilter } from "./question.ts";
import type { GridPaint, ResponsePart } from "./responsePart.ts";
import { responseText } from "./text.ts";
import { hotColours, onTimeColour, slowColour } from "./tint.ts";

/** The days change once a day, the answer when the question does. */
function useFilter(timeZone: string): ResponseFilter {
  const asked = useStore(question);
  const { days, until, classes, hours } = asked;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the view and the segment do not change what is counted
  return useMemo(() => filterOf(asked, timeZone, Date.now()), [days, until, classes, hours, timeZone]);
}

function searchOf({ from, until, classes, hoursOfWeek }: ResponseFilter): string {
  const said = new URLSearchParams({ from, until });
  if (classes !== null) said.set("classes", classes.join(","));
  if (hoursOfWeek !== null) said.set("hours", hoursOfWeek.join(","));
  return `?${said}`;
}

/** All that the screen shows, asked by one filter so that map, table and strip agree. */
export function useResponse(timeZone: string) {
  const { segment, view } = useStore(question);
  const filter = useFilter(timeZone);
  const [byCommunity, retry] = useQuery(responseReport, { filter, segment, by: "COMMUNITY" }, null);
  const [byGrid] = useQuery(responseReport, { filter, segment, by: "GRID" }, null);
  const whole = useMemo(() => ({ ...filter, hoursOfWeek: null }), [filter]);
  const [byHour] = useQuery(responseReport, { filter: whole, segment, by: "HOUR_OF_WEEK" }, null);
  const [spots] = useQuery(responseHotSpots, { filter }, null);
  const [names] = useQuery(responseNames, {}, null);
  return { view, filter, byCommunity, byGrid, byHour, spots, names, retry };
}

export type ResponseAnswers = ReturnType<typeof useResponse>;

/** Paints the answers onto the map. */
export function usePaint(part: ResponsePart | null, { view, filter, byGrid, spots }: ResponseAnswers): void {
  const text = useText(responseText);
  const language = useLanguage();
  useEffect(() => part?.setHeat(view === "density" ? searchOf(filter) : null), [part, view, filter]);
  const paints = useMemo(() => {
    const made = new Map<string, GridPaint>();
    const groups = byGrid.kind === "ready" ? byGrid.value.responseReport.groups : [];
    for (const line of view === "slow" || view === "onTime" ? groups : []) {
      if (view === "slow" && line.p90 !== null) {
        const label = `P90 ${duration(line.p90 * 1000, language)} · n = ${count(line.count)}`;
        made.set(line.key, { colour: slowColour(line.p90), label });
      }
      if (view === "onTime" && line.onTimeShare !== null) {
        const label = `${(line.onTimeShare * 100).toFixed(1)} % · ${text.ofDue(count(line.closedOnTime), count(line.due))}`;
        made.set(line.key, { colour: onTimeColour(line.onTimeShare), label });
      }
    }
    const areas = view === "hotSpots" && spots.kind === "ready" ? spots.value.responseHotSpots.areas : [];
    for (const { key, verdict, z, rate } of areas) {
      if (verdict !== "HOT" && verdict !== "COLD") continue;
      const perThousand = rate === null ? "—" : rate.toFixed(1);
      made.set(key, {
        colour: hotColours[verdict],
        label: `${text.verdicts[verdict]} · z = ${z.toFixed(2)} · ${perThousand} ‰`,
      });
    }
    return made;
  }, [view, byGrid, spots, text, language]);
  useEffect(() => part?.setGrids(paints), [part, paints]);
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
