import { useEffect, useRef, useState } from "react";
import { nextSites } from "#documents/coverage/NextSites.ts";
import type { NextSitesQuery } from "#documents/documents.ts";
import { query } from "#platform/api/query.ts";
import { ReadError } from "#platform/api/readJson.ts";
import type { Remote } from "#platform/api/useQuery.ts";
import { useLanguage } from "#platform/i18n/preferences.ts";
import { useText } from "#platform/i18n/text.ts";
import { Icon } from "#platform/ui/Icon.tsx";
import { count } from "#platform/ui/numbers.ts";
import { addressOf, type Question } from "./question.ts";
import { percent } from "./Result.tsx";
import { coverageText } from "./text.ts";
import { inputOf } from "./useCoverage.ts";

type Sites = NextSitesQuery["nextSites"];
const goals = ["COVER", "SHORTEN", "COVER_ALL"] as const;

/** The share by the number of sites: what each further one is good for. */
function Curve({ sites }: { readonly sites: Sites }) {
  const text = useText(coverageText);
  const [width, height] = [320, 96];
  const values = [sites.before.value ?? 0, ...sites.sites.map(({ share }) => share.value ?? 0)];
  const low = Math.max(0, Math.min(...values) - 0.02);
  const x = (i: number) => 10 + (i * (width - 20)) / Math.max(1, values.length - 1);
  const y = (value: number) => height - 12 - ((value - low) / Math.max(0.01, 1 - low)) * (height - 24);
  return (
    <svg className="coverage-curve" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={text.curve}>
      <line x1="10" x2={width - 10} y1={y(1)} y2={y(1)} className="coverage-curve-all" />
      <polyline points={values.map((value, i) => `${x(i)},${y(value)}`).join(" ")} />
      {values.map((value, i) => (
        <circle key={x(i)} cx={x(i)} cy={y(value)} r="3.5">
          <title>{`${i}: ${percent(value)}`}</title>
        </circle>
      ))}
    </svg>
  );
}

function Told({ sites, onPlace }: { readonly sites: Sites; readonly onPlace: (sites: Sites) => void }) {
  const text = useText(coverageText);
  if (sites.sites.length === 0) return <p className="coverage-note">{text.noSites}</p>;
  return (
    <>
      <Curve sites={sites} />
      <p className="coverage-quiet">
        {sites.gap !== null &&
          (sites.gap === 0 ? text.proved : text.gap((Math.ceil(sites.gap * 1000) / 10).toFixed(1)))}
        {sites.atLeast !== null && text.atLeast(sites.atLeast)}
        {sites.unreachable > 0 && ` · ${text.unreachable(count(sites.unreachable))}`}
      </p>
      <ol className="coverage-list">
        {sites.sites.map((site, index) => (
          <li key={`${site.position.longitude},${site.position.latitude}`}>
            <span className="coverage-site">
              <span>
                <b>
                  {index + 1}. {site.name ?? text.added}
                </b>
                <small>
                  {site.adds < 1000 && !Number.isInteger(site.adds)
                    ? text.saves(site.adds.toFixed(1))
                    : text.adds(count(site.adds))}
                </small>
              </span>
              <strong>{percent(site.share.value)}</strong>
            </span>
          </li>
        ))}
      </ol>
      <button type="button" className="button" onClick={() => onPlace(sites)}>
        <Icon name="pin" /> {text.place}
      </button>
    </>
  );
}

type Props = {
  readonly question: Question;
  readonly onPlace: (positions: Sites["sites"][number]["position"][]) => void;
};

/** Where the next facilities should stand. */
export function NextSites({ question, onPlace }: Props) {
  const text = useText(coverageText);
  const language = useLanguage();
  const [goal, setGoal] = useState<(typeof goals)[number]>("COVER");
  const [wanted, setWanted] = useState(5);
  const [found, setFound] = useState<Remote<Sites> | null>(null);
  const abort = useRef<AbortController | null>(null);
  const key = addressOf(question);
  // biome-ignore lint/correctness/useExhaustiveDependencies: sites belong to the question they were found for
  useEffect(() => {
    setFound(null);
    return () => abort.current?.abort();
  }, [key]);
  const search = () => {
    abort.current?.abort();
    const mine = new AbortController();
    abort.current = mine;
    setFound({ kind: "loading" });
    query(
      nextSites,
      { input: inputOf(question), sites: { goal, count: wanted, kinds: null, positions: null } },
      mine.signal,
    ).then(
      ({ nextSites: value }) => setFound({ kind: "ready", value }),
      (error: unknown) => {
        if (!mine.signal.aborted && error instanceof ReadError) setFound({ kind: "failed", error });
      },
    );
  };
  return (
    <section className="coverage-next" aria-label={text.next}>
      <div className="coverage-pair">
        <label>
          {text.goal}
          <select value={goal} onChange={({ target }) => setGoal(target.value as (typeof goals)[number])}>
            {goals.map((each) => (
              <option key={each} value={each}>
                {text.goals[each]}
              </option>
            ))}
          </select>
        </label>
        <label>
          {text.count}
          <input
            type="number"
            min={1}
            max={50}
            disabled={goal === "COVER_ALL"}
            value={wanted}
            onChange={({ target }) => setWanted(Math.max(1, Math.min(50, target.valueAsNumber || 1)))}
          />
        </label>
      </div>
      {found?.kind === "loading" ? (
        <p className="coverage-quiet" role="status">
          {text.searching}{" "}
          <button
            type="button"
            className="button button-quiet"
            onClick={() => {
              abort.current?.abort();
              setFound(null);
            }}
          >
            {text.stop}
          </button>
        </p>
      ) : (
        <button type="button" className="button button-strong" onClick={search}>
          {text.search}
        </button>
      )}
      {found?.kind === "failed" && (
        <p className="coverage-note" role="alert">
          {(language === "zh" ? found.error.remedyZh : found.error.message) || text.failed}
        </p>
      )}
      {found?.kind === "ready" && (
        <Told sites={found.value} onPlace={({ sites }) => onPlace(sites.map(({ position }) => position))} />
      )}
    </section>
  );
}
