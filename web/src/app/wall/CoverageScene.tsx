import { type ReactNode, useEffect } from "react";
import { firstQuestion, type Question } from "../../coverage/question.ts";
import { ofAll, percent } from "../../coverage/Result.tsx";
import { coverageText } from "../../coverage/text.ts";
import { type Answer, useCoverage } from "../../coverage/useCoverage.ts";
import { useDrawing } from "../../coverage/useDrawing.ts";
import { toTime } from "../../platform/api/convert.ts";
import { useLanguage } from "../../platform/i18n/preferences.ts";
import { useText } from "../../platform/i18n/text.ts";
import { count } from "../../platform/ui/numbers.ts";
import type { Key, SceneAnswer } from "../../wall/scene.ts";
import { coverageWords } from "../../wall/sceneText.ts";
import { useRevision } from "../revision.ts";
import { useKept, useTick } from "./kept.ts";
import { rowsOfList, type SceneProps, withoutAnswer } from "./sceneProps.ts";

/** The question that the coverage screen opens with, so that both tell the same. */
const asked: Question = firstQuestion;

function answerOf({ share, facilities, gaps }: Answer, text: typeof coverageWords.zh): SceneAnswer {
  const most = gaps.nodes[0]?.people ?? 1;
  return {
    value: percent(share.value),
    of: `${ofAll(share)} ${text.unit}`,
    caption: text.caption,
    tone: "plain",
    facts: [
      { label: text.facilities, value: count(facilities), tone: facilities === 0 ? "late" : "plain" },
      { label: text.twice, value: count(share.coveredTwice) },
      { label: text.unlinkable, value: count(share.unlinkable) },
    ],
    list: text.list,
    rows: gaps.nodes.slice(0, rowsOfList).map(({ id, name, community, people }) => ({
      key: id,
      name,
      detail: community ?? "",
      value: `${count(people)} ${text.unit}`,
      share: people / most,
    })),
    none: text.none,
    note: facilities === 0 ? text.noFacility : null,
  };
}

const states = [
  ["0", "--late"],
  ["1", "--good"],
  ["2", "--accent"],
] as const;

/** Who is covered and where the gaps are; as the coverage screen tells it. */
export function CoverageScene({ map, children }: SceneProps): ReactNode {
  const text = useText(coverageWords);
  const words = useText(coverageText);
  const language = useLanguage();
  const [tick, onMissing] = useTick();
  const [now] = useCoverage(asked, tick + useRevision("facility", "area", "place"));
  const { remote, readAt } = useKept("coverage", "", now);
  const answer = remote.kind === "ready" ? remote.value : null;
  const part = map?.coverage ?? null;
  useEffect(() => onMissing(answer === null), [answer, onMissing]);
  useDrawing(part, answer, asked, "");
  useEffect(() => {
    if (map === null) return;
    map.host?.setLayerVisible("coverage", true);
    map.host?.setLayerVisible("grids", false);
    return () => {
      map.host?.setLayerVisible("coverage", false);
      map.host?.setLayerVisible("grids", true);
      map.coverage.showPins([]);
    };
  }, [map]);
  if (remote.kind !== "ready") return children(withoutAnswer(remote, language));
  return children({ kind: "ready", readAt, asOf: toTime(remote.value.asOf), answer: answerOf(remote.value, text) }, [
    ...states.map(([state, colour]): Key => ({ colour: `var(${colour})`, label: words.legend[state], shape: "dot" })),
    { colour: "var(--ink)", label: text.station, shape: "dot" },
  ]);
}
