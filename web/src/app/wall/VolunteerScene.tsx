import { type ReactNode, useEffect, useMemo } from "react";
import { useStore } from "zustand";
import type { VolunteersTodayQuery } from "#documents/documents.ts";
import { volunteersToday } from "#documents/volunteers/VolunteersToday.ts";
import { useMay } from "../../platform/access/access.ts";
import { lower, toTime } from "../../platform/api/convert.ts";
import { useQuery } from "../../platform/api/useQuery.ts";
import { useLanguage } from "../../platform/i18n/preferences.ts";
import { useText } from "../../platform/i18n/text.ts";
import { clock, serverNow } from "../../platform/ui/now.ts";
import { count } from "../../platform/ui/numbers.ts";
import { shortTime } from "../../platform/ui/time.ts";
import { filterOf, firstQuestion, today } from "../../response/question.ts";
import { volunteerText } from "../../volunteers/text.ts";
import { arrangeActivities, toFeatures } from "../../volunteers/volunteering.ts";
import type { SceneAnswer } from "../../wall/scene.ts";
import { volunteersWords } from "../../wall/sceneText.ts";
import { useRevision } from "../revision.ts";
import { useKept, useTick } from "./kept.ts";
import { rowsOfList, type SceneProps, withoutAnswer } from "./sceneProps.ts";

const nothing: GeoJSON.FeatureCollection = { type: "FeatureCollection", features: [] };

const ofAll = (taken: number, all: number) => `${count(taken)} / ${count(all)}`;

type Terms = {
  readonly of: VolunteersTodayQuery;
  readonly text: typeof volunteersWords.zh;
  readonly words: typeof volunteerText.zh;
  readonly timeZone: string;
};

function answerOf({ of, text, words, timeZone }: Terms): SceneAnswer {
  const { activities, wishes, claimed } = of;
  const sum = (pick: (activity: (typeof activities.nodes)[number]) => number) =>
    activities.nodes.reduce((total, activity) => total + pick(activity), 0);
  const shown = arrangeActivities(activities.nodes).slice(0, rowsOfList);
  return {
    value: count(sum(({ signupCount }) => signupCount)),
    of: text.of(count(sum(({ capacity }) => capacity))),
    caption: activities.totalCount === 0 ? text.none : text.caption(count(activities.totalCount)),
    tone: "plain",
    facts: [
      { label: text.running, value: count(activities.nodes.filter(({ state }) => state === "RUNNING").length) },
      { label: text.wishes, value: ofAll(claimed.totalCount, wishes.totalCount) },
    ],
    list: activities.totalCount > shown.length ? text.rest(count(activities.totalCount - shown.length)) : text.list,
    rows: shown.map(({ id, title, state, startsAt, endsAt, signupCount, capacity }) => ({
      key: id,
      name: title,
      detail: `${shortTime(toTime(startsAt), timeZone)}–${shortTime(toTime(endsAt), timeZone)} · ${words.activityState[lower(state)]}`,
      value: ofAll(signupCount, capacity),
      share: capacity > 0 ? Math.min(1, signupCount / capacity) : null,
    })),
    none: text.none,
  };
}

/** Midnight to midnight on the clock of the place. */
function useToday(timeZone: string) {
  const day = useStore(clock, ({ now }) => today(now, timeZone));
  return useMemo(() => {
    const { from, until } = filterOf({ ...firstQuestion, days: 1, until: day }, timeZone, serverNow());
    return { from, until };
  }, [day, timeZone]);
}

/** Who helps today, and which wishes somebody has taken on. */
export function VolunteerScene({ map, place, children }: SceneProps): ReactNode {
  const text = useText(volunteersWords);
  const words = useText(volunteerText);
  const language = useLanguage();
  const maySee = useMay("see_volunteers");
  const [tick, onMissing] = useTick();
  const period = useToday(place.timeZone);
  const [read] = useQuery(volunteersToday, maySee ? period : null, tick + useRevision("activity", "wish", "place"));
  const { remote, readAt } = useKept("volunteers", period.until, read);
  const of = remote.kind === "ready" ? remote.value : null;
  useEffect(() => onMissing(of === null), [of, onMissing]);
  useEffect(() => {
    if (of !== null) map?.volunteers.show(toFeatures(of));
  }, [map, of]);
  useEffect(() => {
    if (map === null) return;
    return () => map.volunteers.show(nothing);
  }, [map]);
  if (!maySee) return children({ kind: "forbidden" });
  if (remote.kind !== "ready") return children(withoutAnswer(remote, language));
  const answer = answerOf({ of: remote.value, text, words, timeZone: place.timeZone });
  return children({ kind: "ready", readAt, asOf: readAt, answer });
}
