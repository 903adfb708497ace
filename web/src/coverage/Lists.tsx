import { useText } from "#platform/i18n/text.ts";
import { count, meters } from "#platform/ui/numbers.ts";
import type { Question } from "./question.ts";
import { percent } from "./Result.tsx";
import { coverageText } from "./text.ts";
import type { Answer } from "./useCoverage.ts";

type Show = (longitude: number, latitude: number) => void;

function walk(nearest: number | null, question: Question, none: string, of: (walk: string) => string, minutes: string) {
  if (nearest === null) return none;
  return of(question.meters === null ? `${Math.ceil(nearest / 60)} ${minutes}` : meters(Math.ceil(nearest)));
}

/** Where people are not covered, most people first. */
export function Gaps({
  answer,
  question,
  onShow,
}: {
  readonly answer: Answer;
  readonly question: Question;
  readonly onShow: Show;
}) {
  const text = useText(coverageText);
  const { nodes, totalCount } = answer.gaps;
  return (
    <section aria-label={text.gaps}>
      <p className="coverage-quiet">{totalCount === 0 ? text.noGaps : text.gapsOf(totalCount)}</p>
      <ol className="coverage-list">
        {nodes.map((gap) => (
          <li key={gap.id}>
            <button type="button" onClick={() => onShow(gap.position.longitude, gap.position.latitude)}>
              <span>
                <b>{gap.name}</b>
                <small>
                  {gap.community ?? ""} · {walk(gap.nearest, question, text.none, text.nearest, text.minutes)}
                </small>
              </span>
              <strong>{count(gap.people)}</strong>
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Every community with its share, those with most people uncovered first. */
export function Communities({ answer }: { readonly answer: Answer }) {
  const text = useText(coverageText);
  return (
    <table className="coverage-table">
      <thead>
        <tr>
          <th scope="col">{text.communities}</th>
          <th scope="col">{text.share}</th>
          <th scope="col">{text.twice}</th>
          <th scope="col">{text.legend["0"]}</th>
        </tr>
      </thead>
      <tbody>
        {answer.communities.nodes.map(({ id, name, share }) => (
          <tr key={id}>
            <th scope="row">{name}</th>
            <td>{percent(share.value)}</td>
            <td>{count(share.coveredTwice)}</td>
            <td>
              {count(share.total - share.covered)} / {count(share.total)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
