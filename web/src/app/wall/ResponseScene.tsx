import { type ReactNode, useEffect, useState } from "react";
import { useMay } from "../../platform/access/access.ts";
import { toTime } from "../../platform/api/convert.ts";
import { type Language, useLanguage } from "../../platform/i18n/preferences.ts";
import { useText } from "../../platform/i18n/text.ts";
import { count } from "../../platform/ui/numbers.ts";
import { duration } from "../../platform/ui/time.ts";
import { type Line, percent } from "../../response/lines.ts";
import { firstQuestion, question } from "../../response/question.ts";
import { stepsOf } from "../../response/ResponsePanel.tsx";
import { responseText } from "../../response/text.ts";
import { useNames, usePaint, useResponse } from "../../response/useResponse.ts";
import type { SceneAnswer } from "../../wall/scene.ts";
import { responseWords } from "../../wall/sceneText.ts";
import { useKept, useTick } from "./kept.ts";
import { rowsOfList, type SceneProps, withoutAnswer } from "./sceneProps.ts";

type Terms = {
  readonly all: Line;
  readonly groups: readonly Line[];
  readonly nameOf: (key: string) => string;
  readonly text: typeof responseWords.zh;
  readonly language: Language;
};

function answerOf({ all, groups, nameOf, text, language }: Terms): SceneAnswer {
  const { days } = firstQuestion;
  const time = (seconds: number | null) => (seconds === null ? "—" : duration(seconds * 1000, language));
  const least = groups
    .filter(({ onTimeShare }) => onTimeShare !== null)
    .sort((a, b) => (a.onTimeShare ?? 1) - (b.onTimeShare ?? 1) || b.due - a.due);
  return {
    value: percent(all.onTimeShare),
    of: `${count(all.closedOnTime)} / ${count(all.due)} ${text.unit}`,
    caption: all.due > 0 ? text.caption(days) : text.none(days),
    tone: "plain",
    facts: [
      { label: text.half, value: time(all.p50) },
      { label: text.most, value: time(all.p90) },
      { label: text.incidents, value: count(all.incidents) },
    ],
    list: text.list,
    rows: least.slice(0, rowsOfList).map(({ key, onTimeShare, closedOnTime, due }) => ({
      key,
      name: nameOf(key),
      detail: `${count(closedOnTime)} / ${count(due)} ${text.unit}`,
      value: percent(onTimeShare),
      share: onTimeShare,
    })),
    none: text.none(days),
  };
}

/** How much is closed on time, and where the least; as the response screen tells it when it opens, with the map of what is on time. */
export function ResponseScene({ map, place, children }: SceneProps): ReactNode {
  const text = useText(responseWords);
  const words = useText(responseText);
  const language = useLanguage();
  const maySee = useMay("see_incidents");
  useState(() => question.setState({ ...firstQuestion, view: "onTime" }, true));
  const [tick, onMissing] = useTick();
  const answers = useResponse(place.timeZone, tick);
  const nameOf = useNames(answers);
  const { remote, readAt } = useKept("response", answers.filter.until, answers.byCommunity);
  const part = map?.response ?? null;
  usePaint(part, answers);
  useEffect(() => () => part?.setGrids(new Map()), [part]);
  useEffect(() => onMissing(remote.kind !== "ready"), [remote.kind, onMissing]);
  if (!maySee) return children({ kind: "forbidden" });
  if (remote.kind !== "ready") return children(withoutAnswer(remote, language));
  const { all, groups, asOf } = remote.value.responseReport;
  return children(
    { kind: "ready", readAt, asOf: toTime(asOf), answer: answerOf({ all, groups, nameOf, text, language }) },
    stepsOf("onTime", words),
  );
}
