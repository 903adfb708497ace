import { useEffect, useRef } from "react";
import { lower, toTime } from "#platform/api/convert.ts";
import { useLanguage } from "#platform/i18n/preferences.ts";
import { useText, worded } from "#platform/i18n/text.ts";
import { serverNow } from "#platform/ui/now.ts";
import { momentOf } from "#platform/ui/time.ts";
import { moveText } from "./moveText.ts";
import { incidentText, sourceName } from "./text.ts";
import type { Progress } from "./useMove.ts";

type Props = {
  readonly progress: Progress;
  readonly timeZone: string;
  readonly onAgain: () => void;
  readonly onClose: () => void;
};

type Refused = Extract<Progress, { kind: "refused" }>;
type Failed = Extract<Progress, { kind: "failed" }>;

/** Who did what while the reader decided. */
function Meanwhile({ of, timeZone }: { readonly of: Refused["meanwhile"]; readonly timeZone: string }) {
  const text = useText(incidentText);
  const language = useLanguage();
  return (
    <ul className="plain-list">
      {of.map(({ from, to, at, actor, note }) => (
        <li key={`${at}-${to}`}>
          <b>{sourceName(text.source, actor)}</b> {momentOf(toTime(at), serverNow(), timeZone, language)}{" "}
          {from === null ? "" : `${text.step[lower(from)]} → `}
          {text.step[lower(to)]}
          {note === null || note === "" ? "" : ` · ${note}`}
        </li>
      ))}
    </ul>
  );
}

function useWords(progress: Refused | Failed): readonly [title: string, remedy: string] {
  const text = useText(moveText);
  const language = useLanguage();
  if (progress.kind === "refused") {
    const said = worded(language, progress.refusal);
    return progress.refusal.code === "INCIDENT_CHANGED_MEANWHILE" && progress.meanwhile.length > 0
      ? [text.changed, text.changedHint]
      : [text.refused, said];
  }
  const { status } = progress.error;
  if (status === 0) return [text.unanswered, text.unansweredHint];
  if (status === 401) return [text.signedOut, text.signedOutHint];
  return [text.failed, worded(language, progress.error)];
}

function Alert({ progress, timeZone, onAgain, onClose }: Props & { readonly progress: Refused | Failed }) {
  const text = useText(moveText);
  const [title, remedy] = useWords(progress);
  const box = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: every new outcome is read out, the same words or not
  useEffect(() => box.current?.focus(), [progress]);
  return (
    <div ref={box} className="move-alert" role="alert" tabIndex={-1}>
      <strong>{title}</strong>
      {progress.kind === "refused" && <Meanwhile of={progress.meanwhile} timeZone={timeZone} />}
      <p>{remedy}</p>
      <div className="move-ends">
        {progress.kind === "failed" && (
          <button type="button" className="button button-strong" onClick={onAgain}>
            {text.again}
          </button>
        )}
        <button type="button" className="button" onClick={onClose}>
          {text.closeNote}
        </button>
      </div>
    </div>
  );
}

/** How the last action ended when it did not end well, and what to do about it. */
export function MoveAlert(props: Props) {
  const { progress } = props;
  return progress.kind === "refused" || progress.kind === "failed" ? <Alert {...props} progress={progress} /> : null;
}
