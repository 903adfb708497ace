import { type ReactNode, useEffect } from "react";
import type { GridWatchStandQuery, PresenceReportQuery } from "#documents/documents.ts";
import { gridWatchStand } from "#documents/patrols/GridWatchStand.ts";
import { presenceReport } from "#documents/response/PresenceReport.ts";
import { useMay } from "../../platform/access/access.ts";
import { toTimeOrNull } from "../../platform/api/convert.ts";
import { useQuery } from "../../platform/api/useQuery.ts";
import { type Language, useLanguage } from "../../platform/i18n/preferences.ts";
import { named, useText } from "../../platform/i18n/text.ts";
import { useQuarterMinute } from "../../platform/ui/now.ts";
import { count } from "../../platform/ui/numbers.ts";
import { duration } from "../../platform/ui/time.ts";
import { percent } from "../../response/lines.ts";
import { firstQuestion } from "../../response/question.ts";
import { useFilter } from "../../response/useResponse.ts";
import type { Row, SceneAnswer } from "../../wall/scene.ts";
import { presenceWords } from "../../wall/sceneText.ts";
import { useRevision } from "../revision.ts";
import { useKept, useTick } from "./kept.ts";
import { nothingLive } from "./map.ts";
import { rowsOfList, type SceneProps, withoutAnswer } from "./sceneProps.ts";

type Watch = GridWatchStandQuery["gridWatch"][number];
type Share = PresenceReportQuery["presenceReport"]["all"];

function longestAbsent(watches: readonly Watch[], now: number, language: Language): readonly Row[] {
  const absent = watches
    .flatMap(({ gridId, grid, absentSince, state }) => {
      const since = toTimeOrNull(absentSince);
      return state === "ABSENT" && since !== null ? [{ gridId, grid, since }] : [];
    })
    .sort((a, b) => a.since - b.since)
    .slice(0, rowsOfList);
  const longest = now - (absent[0]?.since ?? now);
  return absent.map(({ gridId, grid, since }) => ({
    key: gridId,
    name: grid === null ? gridId : named(language, grid.name, grid.nameEn),
    detail: grid?.parent ? named(language, grid.parent.name, grid.parent.nameEn) : "",
    value: duration(Math.max(0, now - since), language),
    share: longest > 0 ? (now - since) / longest : 0,
    tone: "late",
  }));
}

type Terms = {
  readonly watches: readonly Watch[];
  readonly share: Share | null;
  readonly text: typeof presenceWords.zh;
  readonly language: Language;
  readonly now: number;
};

function answerOf({ watches, share, text, language, now }: Terms): SceneAnswer {
  const of = (state: Watch["state"]) => watches.filter((watch) => watch.state === state).length;
  const absent = of("ABSENT");
  const { days } = firstQuestion;
  return {
    value: count(absent),
    of: text.of(count(watches.length)),
    caption: watches.length === 0 ? text.offWatch : text.caption,
    tone: absent > 0 ? "late" : watches.length === 0 ? "plain" : "good",
    facts: [
      { label: text.share(days), value: percent(share?.value ?? null) },
      { label: text.awaited, value: count(of("AWAITED")) },
    ],
    list: text.list,
    rows: longestAbsent(watches, now, language),
    none: text.none,
    note: share === null ? null : text.minutes(count(share.presentMinutes), count(share.watchedMinutes)),
  };
}

/** Where nobody is who should be, now; and how much of the time somebody was, as the response screen tells it. */
export function PresenceScene({ map, place, children }: SceneProps): ReactNode {
  const text = useText(presenceWords);
  const language = useLanguage();
  const maySee = useMay("see_patrols");
  const now = useQuarterMinute();
  const [tick, onMissing] = useTick();
  const revision = tick + useRevision("grid_presence", "place");
  const { from, until } = useFilter(place.timeZone);
  const [read] = useQuery(gridWatchStand, maySee ? {} : null, revision);
  const [report] = useQuery(presenceReport, maySee ? { from, until, hoursOfWeek: null, by: "GRID" } : null, tick);
  const { remote, readAt } = useKept("presence", "", read);
  const shares = useKept("share", until, report).remote;
  const watches = remote.kind === "ready" ? remote.value.gridWatch : null;
  useEffect(() => onMissing(watches === null), [watches, onMissing]);
  useEffect(() => {
    if (watches !== null) map?.watches.show(watches);
  }, [map, watches]);
  useEffect(() => {
    if (map === null) return;
    map.showLive({ patrols: true, incidents: false });
    return () => {
      map.showLive(nothingLive);
      map.watches.show([]);
    };
  }, [map]);
  if (!maySee) return children({ kind: "forbidden" });
  if (remote.kind !== "ready") return children(withoutAnswer(remote, language));
  const share = shares.kind === "ready" ? shares.value.presenceReport.all : null;
  return children(
    {
      kind: "ready",
      readAt,
      asOf: readAt,
      answer: answerOf({ watches: remote.value.gridWatch, share, text, language, now }),
    },
    [{ colour: "#ff9f1c", label: text.key }],
  );
}
