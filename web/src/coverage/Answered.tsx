import { memo, useDeferredValue, useMemo } from "react";
import { Facilities } from "./Facilities.tsx";
import { Communities, Gaps } from "./Lists.tsx";
import type { Question } from "./question.ts";
import type { Answer } from "./useCoverage.ts";

type Listed = { readonly answer: Answer; readonly question: Question };

/** An answer for the lists: the number and the map come first, so that a pin can be dragged past a hundred rows. */
export function useListed(answer: Answer | null, question: Question): Listed | null {
  return useDeferredValue(useMemo(() => (answer === null ? null : { answer, question }), [answer, question]));
}

type Props = {
  readonly tab: "gaps" | "communities" | "facilities";
  readonly listed: Listed;
  readonly reached: readonly string[];
  readonly onAsk: (change: (question: Question) => Question) => void;
  readonly onReach: (key: string, at: { readonly longitude: number; readonly latitude: number }) => void;
  readonly onShow: (longitude: number, latitude: number) => void;
};

/** The parts of an answer, one at a time. */
export const Answered = memo(function Answered({ tab, listed, reached, onAsk, onReach, onShow }: Props) {
  const { answer, question } = listed;
  switch (tab) {
    case "gaps":
      return <Gaps answer={answer} question={question} onShow={onShow} />;
    case "communities":
      return <Communities answer={answer} />;
    case "facilities":
      return (
        <Facilities
          answer={answer}
          question={question}
          reached={reached}
          onAsk={onAsk}
          onReach={onReach}
          onShow={onShow}
        />
      );
  }
});
