import { type ReactNode, useEffect, useMemo } from "react";
import { useStore } from "zustand";
import { type Incident, severityOf } from "../../incidents/incident.ts";
import { useIncidents } from "../../incidents/incidentStore.ts";
import { arrangeQueue, wholeQueue } from "../../incidents/queue.ts";
import { SeverityMark } from "../../incidents/Severity.tsx";
import { incidentText } from "../../incidents/text.ts";
import { useMay } from "../../platform/access/access.ts";
import { type Language, useLanguage } from "../../platform/i18n/preferences.ts";
import { named, useText } from "../../platform/i18n/text.ts";
import { useQuarterMinute } from "../../platform/ui/now.ts";
import { count } from "../../platform/ui/numbers.ts";
import { duration } from "../../platform/ui/time.ts";
import type { Fact, Row, SceneState } from "../../wall/scene.ts";
import { liveWords } from "../../wall/sceneText.ts";
import { useQueueCounts } from "../queueCounts.ts";
import { watch } from "../watch.ts";
import { nothingLive } from "./map.ts";
import { rowsOfList, type SceneProps } from "./sceneProps.ts";

type Words = typeof incidentText.zh;

const tones = { urgent: "alarm", overdue: "late", normal: "plain" } as const;

function rowOf(incident: Incident, now: number, text: Words, language: Language): Row {
  const { id, className, classNameEn, dueAt, gridName, communityName } = incident;
  const severity = severityOf(incident, now);
  const left = dueAt === null ? null : dueAt - now;
  return {
    key: id,
    name: named(language, className, classNameEn),
    detail: [communityName, gridName].filter(Boolean).join(" · ") || text.outside,
    value:
      left === null
        ? text.noDeadline
        : left < 0
          ? text.overdueBy(duration(-left, language))
          : text.dueIn(duration(left, language)),
    share: null,
    mark: <SeverityMark severity={severity} size={24} />,
    tone: left !== null && left < 0 && severity === "normal" ? "late" : tones[severity],
  };
}

function useFacts(urgent: number): readonly Fact[] {
  const text = useText(liveWords);
  const patrols = useStore(watch, (state) => state.patrols);
  const seesPatrols = useMay("see_patrols");
  const ofIncidents: Fact = { label: text.urgent, value: count(urgent), tone: urgent > 0 ? "alarm" : "plain" };
  if (!seesPatrols) return [ofIncidents];
  return [
    ofIncidents,
    { label: text.onDuty, value: count(patrols.onDuty) },
    { label: text.moving, value: count(patrols.moving) },
  ];
}

/** What is open now, how much of it is overdue, and who is out; as the head of the command screen counts it. */
export function LiveScene({ map, children }: SceneProps): ReactNode {
  const text = useText(liveWords);
  const words = useText(incidentText);
  const language = useLanguage();
  const maySee = useMay("see_incidents");
  const { total, urgent, overdue, open: read, known } = useQueueCounts();
  const open = useIncidents((state) => state.book.open);
  const failure = useIncidents((state) => state.failure);
  const now = useQuarterMinute();
  const facts = useFacts(urgent);
  const rows = useMemo(
    () =>
      arrangeQueue(open.values(), wholeQueue, now)
        .slice(0, rowsOfList)
        .map((each) => rowOf(each, now, words, language)),
    [open, now, words, language],
  );
  useEffect(() => {
    if (map === null) return;
    map.showLive({ patrols: true, incidents: true });
    return () => map.showLive(nothingLive);
  }, [map]);
  if (!maySee) return children({ kind: "forbidden" });
  if (!known) {
    const waiting: SceneState = { kind: "loading" };
    return children(failure === null ? waiting : { kind: "failed", remedy: "" });
  }
  return children({
    kind: "ready",
    readAt: null,
    asOf: null,
    answer: {
      value: count(overdue),
      of: text.of(count(total)),
      caption: text.caption,
      tone: overdue > 0 ? "late" : "good",
      facts,
      list: text.list,
      rows,
      none: text.none,
      note: read < total ? text.limited(read) : null,
    },
  });
}
