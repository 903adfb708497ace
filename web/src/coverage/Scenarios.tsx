import { useState } from "react";
import { coverageScenarios } from "#documents/coverage/CoverageScenarios.ts";
import { removeCoverageScenario } from "#documents/coverage/RemoveCoverageScenario.ts";
import { saveCoverageScenario } from "#documents/coverage/SaveCoverageScenario.ts";
import { scenarioShare } from "#documents/coverage/ScenarioShare.ts";
import type { CoverageScenariosQuery } from "#documents/documents.ts";
import { newKey } from "#platform/api/newKey.ts";
import { query } from "#platform/api/query.ts";
import { ReadError } from "#platform/api/readJson.ts";
import { useQuery } from "#platform/api/useQuery.ts";
import { useLanguage } from "#platform/i18n/preferences.ts";
import { useText, worded } from "#platform/i18n/text.ts";
import { Icon } from "#platform/ui/Icon.tsx";
import type { Compared as Other } from "./Compare.tsx";
import type { Question } from "./question.ts";
import { ofAll, percent } from "./Result.tsx";
import { coverageText } from "./text.ts";
import { inputOf } from "./useCoverage.ts";

type Scenario = CoverageScenariosQuery["coverageScenarios"][number];
const none = {};

function questionOf({ question: { asOf, ...question } }: Scenario): Question {
  return {
    ...question,
    asItWas: asOf !== null,
    changes: (question.changes ?? []).map((change) => ({ ...change })),
  };
}

function Compared({ scenario }: { readonly scenario: Scenario }) {
  const [remote] = useQuery(scenarioShare, { input: inputOf(questionOf(scenario)) }, 0);
  if (remote.kind !== "ready") return <strong>—</strong>;
  const { share } = remote.value.coverage;
  return (
    <span className="coverage-compared">
      <strong>{percent(share.value)}</strong>
      <small>{ofAll(share)}</small>
    </span>
  );
}

/** Questions that were kept, side by side with their numbers. */
export function Scenarios({
  question,
  onAsk,
  onCompare,
}: {
  readonly question: Question;
  readonly onAsk: (question: Question) => void;
  readonly onCompare: (other: Other) => void;
}) {
  const text = useText(coverageText);
  const language = useLanguage();
  const [revision, setRevision] = useState(0);
  const [remote] = useQuery(coverageScenarios, none, revision);
  const [name, setName] = useState("");
  const [trouble, setTrouble] = useState("");
  const say = (refusal: { readonly message: string; readonly messageZh: string } | null) => {
    setTrouble(refusal === null ? "" : worded(language, refusal));
    setRevision((last) => last + 1);
  };
  const fail = (error: unknown) =>
    setTrouble(error instanceof ReadError ? worded(language, error) || text.failed : text.failed);
  const save = () => {
    const input = { idempotencyKey: newKey(), id: null, expectedVersion: null, name, question: inputOf(question) };
    query(saveCoverageScenario, { input }).then(({ saveCoverageScenario: { refusal } }) => {
      if (refusal === null) setName("");
      say(refusal);
    }, fail);
  };
  const remove = (id: string) =>
    query(removeCoverageScenario, { input: { id } }).then(
      ({ removeCoverageScenario: { refusal } }) => say(refusal),
      fail,
    );
  const scenarios = remote.kind === "ready" ? remote.value.coverageScenarios : [];
  return (
    <section aria-label={text.scenarios}>
      <h2>{text.scenarios}</h2>
      <form
        className="coverage-row"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <input
          aria-label={text.name}
          placeholder={text.name}
          maxLength={80}
          required
          value={name}
          onChange={({ target }) => setName(target.value)}
        />
        <button type="submit" className="button">
          {text.save}
        </button>
      </form>
      {trouble !== "" && (
        <p className="coverage-note" role="alert">
          {trouble}
        </p>
      )}
      {remote.kind === "ready" && scenarios.length === 0 && <p className="coverage-quiet">{text.noScenarios}</p>}
      <ul className="coverage-list">
        {scenarios.map((scenario) => (
          <li key={scenario.id} className="coverage-scenario">
            <button type="button" onClick={() => onAsk(questionOf(scenario))}>
              <span>
                <b>{scenario.name}</b>
                <small>{scenario.author}</small>
              </span>
              <Compared scenario={scenario} />
            </button>
            <button
              type="button"
              className="button button-quiet"
              aria-label={text.compareWith(scenario.name)}
              onClick={() => onCompare({ name: scenario.name, question: questionOf(scenario) })}
            >
              {text.compareShort}
            </button>
            {scenario.isMine && (
              <button
                type="button"
                className="icon-button"
                aria-label={`${text.remove} ${scenario.name}`}
                onClick={() => void remove(scenario.id)}
              >
                <Icon name="close" />
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
