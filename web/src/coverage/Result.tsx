import type { ReactNode } from "react";
import { useLanguage } from "#platform/i18n/preferences.ts";
import { useText } from "#platform/i18n/text.ts";
import { Icon } from "#platform/ui/Icon.tsx";
import { count } from "#platform/ui/numbers.ts";
import type { Question } from "./question.ts";
import { coverageText } from "./text.ts";
import type { Answer } from "./useCoverage.ts";

/** A share with one decimal; cut, not rounded, so that "100 %" means all. */
export function percent(value: number | null): string {
  return value === null ? "—" : `${(Math.floor(value * 1000) / 10).toFixed(1)} %`;
}

/** The numerator and the denominator. */
export function ofAll({ covered, total }: { readonly covered: number; readonly total: number }): string {
  return `${count(covered)} / ${count(total)}`;
}

type Props = {
  readonly answer: Answer;
  readonly baseline: Answer | null;
  readonly question: Question;
  readonly methods: ReactNode;
};

/** The share that is covered, with both its numbers, and what was left out. */
export function Result({ answer, baseline, question, methods }: Props) {
  const text = useText(coverageText);
  const language = useLanguage();
  const unit = question.population === "ELDERS" ? text.unitElders : text.unitHouseholds;
  const { share } = answer;
  const more = baseline === null ? 0 : share.covered - baseline.share.covered;
  const asOf = new Date(answer.asOf).toLocaleTimeString(language === "zh" ? "zh-CN" : "en-GB");
  return (
    <section className="coverage-result" aria-label={text.share} aria-live="polite">
      <p className="coverage-share">
        <strong data-testid="coverage-share">{percent(share.value)}</strong> {text.share} {methods}
      </p>
      <p className="coverage-of" data-testid="coverage-of">
        {ofAll(share)} {unit}
      </p>
      <div className="coverage-bar" aria-hidden="true">
        <i style={{ width: `${(share.value ?? 0) * 100}%` }} />
      </div>
      {question.changes.length > 0 && baseline !== null && (
        <p className={more < 0 ? "coverage-change coverage-less" : "coverage-change"} data-testid="coverage-change">
          <Icon name={more < 0 ? "minus" : "plus"} size={14} />{" "}
          {text.change(more < 0 ? "−" : "+", count(Math.abs(more)))} {unit}
        </p>
      )}
      <dl className="coverage-facts">
        <dt>{text.twice}</dt>
        <dd>
          {count(share.coveredTwice)}
          {share.total > 0 && ` · ${percent(share.coveredTwice / share.total)}`}
        </dd>
        <dt>{text.unlinkable}</dt>
        <dd>{count(share.unlinkable)}</dd>
        <dt>{text.facilities}</dt>
        <dd>{count(answer.facilities)}</dd>
        <dt>{text.asOf}</dt>
        <dd>{asOf}</dd>
      </dl>
      {answer.facilities === 0 && <p className="coverage-note">{text.noFacility}</p>}
      {share.total === 0 && <p className="coverage-note">{text.nobody}</p>}
      {answer.hoursNotUnderstood > 0 && (
        <p className="coverage-note">{text.notUnderstood(answer.hoursNotUnderstood)}</p>
      )}
      {answer.facilitiesUnlinkable > 0 && (
        <p className="coverage-note">{text.offNetwork(answer.facilitiesUnlinkable)}</p>
      )}
      {answer.unplaced.map(({ change, reason }) => (
        <p key={change} className="coverage-note" role="alert">
          <Icon name="alert" size={14} /> {text.unplaced[reason as keyof typeof text.unplaced] ?? reason}
        </p>
      ))}
    </section>
  );
}
