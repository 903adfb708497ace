import { coverageChoices } from "#documents/coverage/CoverageChoices.ts";
import { useQuery } from "#platform/api/useQuery.ts";
import { useLanguage } from "#platform/i18n/preferences.ts";
import { named, useText } from "#platform/i18n/text.ts";
import { serverNow } from "#platform/ui/now.ts";
import type { Question } from "./question.ts";
import { coverageText } from "./text.ts";

type Props = { readonly question: Question; readonly onAsk: (question: Question) => void };
const none = {};

/** What can be asked: of which facilities, within which walk, when, for whom. */
export function Controls({ question, onAsk }: Props) {
  const text = useText(coverageText);
  const language = useLanguage();
  const [choices] = useQuery(coverageChoices, none, 0);
  const { facilityKinds, services, areas } =
    choices.kind === "ready" ? choices.value : { facilityKinds: [], services: [], areas: { nodes: [] } };
  const inMeters = question.meters !== null;
  const standard = (value: number, meters: boolean) => {
    // What is out of range is asked all the same: the refusal says what is in it.
    if (!Number.isNaN(value)) onAsk({ ...question, meters: meters ? value : null, minutes: meters ? null : value });
  };
  return (
    <section className="coverage-controls" aria-label={text.ask}>
      <label>
        {text.kind}
        <select
          value={question.kind ?? ""}
          onChange={({ target }) => onAsk({ ...question, kind: target.value || null })}
        >
          <option value="">{text.allKinds}</option>
          {facilityKinds.map((kind) => (
            <option key={kind.code} value={kind.code}>
              {named(language, kind.name, kind.nameEn)}
            </option>
          ))}
        </select>
      </label>
      <label>
        {text.service}
        <select
          value={question.service ?? ""}
          onChange={({ target }) => onAsk({ ...question, service: target.value || null })}
        >
          <option value="">{text.allServices}</option>
          {services.map((service) => (
            <option key={service.code} value={service.code}>
              {named(language, service.name, service.nameEn)}
            </option>
          ))}
        </select>
      </label>
      <label>
        {text.within}
        <select
          value={question.within ?? ""}
          onChange={({ target }) => onAsk({ ...question, within: target.value || null })}
        >
          <option value="">{text.wholePlace}</option>
          {areas.nodes.map(({ id, level, name, nameEn }) => (
            <option key={id} value={id}>
              {level === "COMMUNITY" ? "\u3000" : ""}
              {named(language, name, nameEn)}
            </option>
          ))}
        </select>
      </label>
      <div className="coverage-pair">
        <label>
          {text.standard}
          <input
            key={inMeters ? "meters" : "minutes"}
            type="number"
            min={1}
            max={inMeters ? 10_000 : 120}
            step={inMeters ? 50 : 1}
            value={question.meters ?? question.minutes ?? 15}
            onChange={({ target }) => standard(target.valueAsNumber, inMeters)}
          />
        </label>
        <fieldset className="coverage-switch">
          <legend className="visually-hidden">{text.standard}</legend>
          <button type="button" className="chip" aria-pressed={!inMeters} onClick={() => standard(15, false)}>
            {text.minutes}
          </button>
          <button type="button" className="chip" aria-pressed={inMeters} onClick={() => standard(1000, true)}>
            {text.meters}
          </button>
        </fieldset>
      </div>
      <label>
        {text.at}
        <input
          type="datetime-local"
          value={question.at ?? ""}
          onChange={({ target }) => onAsk({ ...question, at: target.value || null, asItWas: false })}
        />
      </label>
      {question.at !== null && Date.parse(question.at) < serverNow() && (
        <label className="coverage-was">
          <input
            type="checkbox"
            checked={question.asItWas}
            onChange={({ target }) => onAsk({ ...question, asItWas: target.checked })}
          />
          {text.asItWas}
        </label>
      )}
      <fieldset className="coverage-switch">
        <legend className="visually-hidden">{text.who}</legend>
        {(["HOUSEHOLDS", "ELDERS"] as const).map((population) => (
          <button
            key={population}
            type="button"
            className="chip"
            aria-pressed={question.population === population}
            onClick={() => onAsk({ ...question, population })}
          >
            {population === "HOUSEHOLDS" ? text.households : text.elders}
          </button>
        ))}
      </fieldset>
    </section>
  );
}
