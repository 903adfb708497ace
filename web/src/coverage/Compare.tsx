import { coverageAnswer } from "#documents/coverage/CoverageAnswer.ts";
import { useQuery } from "#platform/api/useQuery.ts";
import { useText } from "#platform/i18n/text.ts";
import { Icon } from "#platform/ui/Icon.tsx";
import { count } from "#platform/ui/numbers.ts";
import { RemoteView } from "#platform/ui/RemoteView.tsx";
import type { Question } from "./question.ts";
import { ofAll, percent } from "./Result.tsx";
import { coverageText } from "./text.ts";
import { type Answer, inputOf } from "./useCoverage.ts";

const mostDifferences = 12;

export type Compared = { readonly name: string; readonly question: Question };

function signed(value: number): string {
  return value === 0 ? "0" : `${value > 0 ? "+" : "−"}${count(Math.abs(value))}`;
}

/** Communities whose covered numbers differ, those that differ most first. */
function differences(one: Answer, other: Answer) {
  const of = new Map(other.communities.nodes.map((area) => [area.id, area]));
  return one.communities.nodes
    .flatMap((area) => {
      const beside = of.get(area.id);
      const more = area.share.covered - (beside?.share.covered ?? 0);
      return beside === undefined || more === 0 ? [] : [{ area, beside, more }];
    })
    .sort((a, b) => Math.abs(b.more) - Math.abs(a.more))
    .slice(0, mostDifferences);
}

function Table({ one, other, name }: { readonly one: Answer; readonly other: Answer; readonly name: string }) {
  const text = useText(coverageText);
  const rows: readonly (readonly [string, string, string, string])[] = [
    [text.share, percent(one.share.value), percent(other.share.value), ""],
    [text.covered, ofAll(one.share), ofAll(other.share), signed(one.share.covered - other.share.covered)],
    [
      text.twice,
      count(one.share.coveredTwice),
      count(other.share.coveredTwice),
      signed(one.share.coveredTwice - other.share.coveredTwice),
    ],
    [text.facilities, count(one.facilities), count(other.facilities), signed(one.facilities - other.facilities)],
    [
      text.gaps,
      count(one.gaps.totalCount),
      count(other.gaps.totalCount),
      signed(one.gaps.totalCount - other.gaps.totalCount),
    ],
  ];
  return (
    <table className="coverage-table">
      <thead>
        <tr>
          <td />
          <th scope="col">{text.thisOne}</th>
          <th scope="col">{name}</th>
          <th scope="col">{text.difference}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([label, left, right, more]) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td>{left}</td>
            <td>{right}</td>
            <td>{more}</td>
          </tr>
        ))}
        {differences(one, other).map(({ area, beside, more }) => (
          <tr key={area.id}>
            <th scope="row">{area.name}</th>
            <td>{percent(area.share.value)}</td>
            <td>{percent(beside.share.value)}</td>
            <td>{signed(more)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type Props = {
  readonly answer: Answer;
  readonly compared: Compared;
  readonly revision: number;
  readonly onOpen: (question: Question) => void;
  readonly onClose: () => void;
};

/** The question of the screen and a kept one, side by side. */
export function Compare({ answer, compared, revision, onOpen, onClose }: Props) {
  const text = useText(coverageText);
  const [remote, retry] = useQuery(coverageAnswer, { input: inputOf(compared.question) }, revision);
  return (
    <section className="panel coverage-compare" aria-label={text.compare}>
      <header className="coverage-row">
        <h2>{text.compare}</h2>
        <button type="button" className="button button-quiet" onClick={() => onOpen(compared.question)}>
          {text.openOther(compared.name)}
        </button>
        <button type="button" className="icon-button" aria-label={text.closeCompare} onClick={onClose}>
          <Icon name="close" />
        </button>
      </header>
      <RemoteView remote={remote} onRetry={retry}>
        {({ coverage }) => <Table one={answer} other={coverage} name={compared.name} />}
      </RemoteView>
    </section>
  );
}
