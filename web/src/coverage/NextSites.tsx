import { useEffect, useRef, useState } from "react";
import { nextSitesFound } from "#documents/coverage/NextSitesFound.ts";
import type { NextSitesFoundSubscription } from "#documents/documents.ts";
import { ReadError } from "#platform/api/readJson.ts";
import { watchWork } from "#platform/api/watchWork.ts";
import { useLanguage } from "#platform/i18n/preferences.ts";
import { useText, worded } from "#platform/i18n/text.ts";
import { Icon } from "#platform/ui/Icon.tsx";
import { count } from "#platform/ui/numbers.ts";
import { addressOf, type Question } from "./question.ts";
import { percent } from "./Result.tsx";
import { coverageText } from "./text.ts";
import { inputOf } from "./useCoverage.ts";

type Sites = NextSitesFoundSubscription["nextSitesFound"];
type Position = { readonly longitude: number; readonly latitude: number };
const goals = ["COVER", "SHORTEN", "COVER_ALL"] as const;
const kinds = ["gate", "office", "shop", "square"] as const;
type Kind = (typeof kinds)[number];

type Search = {
  readonly sites: Sites | null;
  /** How many sites were asked for; null for as many as it takes. */
  readonly asked: number | null;
  readonly searching: boolean;
  readonly error: ReadError | null;
};
const idle: Search = { sites: null, asked: null, searching: false, error: null };

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

type ToldProps = { readonly sites: Sites; readonly asked: number | null; readonly onPlace: () => void };

function Told({ sites, asked, onPlace }: ToldProps) {
  const text = useText(coverageText);
  if (sites.sites.length === 0) return <p className="coverage-note">{text.noSites}</p>;
  return (
    <>
      <Curve sites={sites} />
      <p className="coverage-quiet">
        {!sites.isComplete && `${text.notFinished} · `}
        {sites.gap !== null &&
          (sites.gap === 0 ? text.proved : text.gap((Math.ceil(sites.gap * 1000) / 10).toFixed(1)))}
        {sites.atLeast !== null && text.atLeast(sites.atLeast)}
        {` · ${text.ofCandidates(count(sites.candidates), count(sites.candidatesUnlinkable))}`}
        {sites.unreachable > 0 && ` · ${text.unreachable(count(sites.unreachable))}`}
      </p>
      {sites.isComplete && asked !== null && sites.sites.length < asked && (
        <p className="coverage-note">{text.fewer(count(sites.sites.length), count(asked))}</p>
      )}
      <ol className="coverage-list">
        {sites.sites.map((site, index) => (
          <li key={`${site.position.longitude},${site.position.latitude}`}>
            <span className="coverage-site">
              <span>
                <b>
                  {index + 1}. {site.name ?? text.candidateKinds[site.kind as Kind] ?? text.added}
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
      <button type="button" className="button" onClick={onPlace}>
        <Icon name="pin" /> {text.place}
      </button>
    </>
  );
}

/** A search that tells each better choice on the way; it ends with its question, and when it is stopped what was found stays. */
function useSearch(question: Question) {
  const [search, setSearch] = useState(idle);
  const abort = useRef<AbortController | null>(null);
  const key = addressOf(question);
  // biome-ignore lint/correctness/useExhaustiveDependencies: sites belong to the question they were found for
  useEffect(() => {
    setSearch(idle);
    return () => abort.current?.abort();
  }, [key]);
  const start = (sites: { goal: (typeof goals)[number]; count: number; kinds: Kind[]; positions: Position[] }) => {
    abort.current?.abort();
    const mine = new AbortController();
    abort.current = mine;
    setSearch({ ...idle, asked: sites.goal === "COVER_ALL" ? null : sites.count, searching: true });
    watchWork(nextSitesFound, { input: inputOf(question), sites }, mine.signal, ({ nextSitesFound: found }) =>
      setSearch((last) => ({ ...last, sites: found })),
    ).then(
      () => setSearch((last) => ({ ...last, searching: false })),
      (error: unknown) => {
        if (!mine.signal.aborted && error instanceof ReadError) setSearch({ ...idle, error });
      },
    );
  };
  const stop = () => {
    abort.current?.abort();
    setSearch((last) => ({ ...last, searching: false }));
  };
  return { search, start, stop };
}

function Candidates({
  chosen,
  onChoose,
  drawn,
  drawing,
  onDraw,
  onDrawHere,
  onForget,
}: Drawing & { readonly chosen: readonly Kind[]; readonly onChoose: (kinds: readonly Kind[]) => void }) {
  const text = useText(coverageText);
  return (
    <fieldset className="coverage-candidates">
      <legend>{text.candidates}</legend>
      {kinds.map((kind) => {
        const on = chosen.includes(kind);
        return (
          <button
            key={kind}
            type="button"
            className="chip"
            aria-pressed={on}
            onClick={() => onChoose(on ? chosen.filter((each) => each !== kind) : [...chosen, kind])}
          >
            {text.candidateKinds[kind]}
          </button>
        );
      })}
      <button type="button" className="chip" aria-pressed={drawing} onClick={onDraw}>
        <Icon name="pin" size={14} /> {text.draw}
      </button>
      {drawing && (
        <button type="button" className="chip" onClick={onDrawHere}>
          {text.drawHere}
        </button>
      )}
      {drawn.length > 0 && (
        <button type="button" className="chip" onClick={onForget}>
          {text.drawn(drawn.length)} <Icon name="close" size={14} />
        </button>
      )}
      {drawing && <p className="coverage-quiet">{text.drawHint}</p>}
    </fieldset>
  );
}

export type Drawing = {
  readonly drawn: readonly Position[];
  readonly drawing: boolean;
  readonly onDraw: () => void;
  readonly onDrawHere: () => void;
  readonly onForget: () => void;
};

type Props = {
  readonly question: Question;
  readonly drawing: Drawing;
  readonly onPlace: (positions: readonly Position[]) => void;
};

/** Where the next facilities should stand. */
export function NextSites({ question, drawing, onPlace }: Props) {
  const text = useText(coverageText);
  const language = useLanguage();
  const [goal, setGoal] = useState<(typeof goals)[number]>("COVER");
  const [wanted, setWanted] = useState(5);
  const [chosen, setChosen] = useState<readonly Kind[]>(kinds);
  const { search, start, stop } = useSearch(question);
  const { sites, searching, error } = search;
  const begin = () =>
    start({ goal, count: wanted, kinds: [...chosen], positions: drawing.drawn.map((position) => ({ ...position })) });
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
      <Candidates {...drawing} chosen={chosen} onChoose={setChosen} />
      {searching ? (
        <div className="coverage-progress" role="status">
          <progress max={1} value={sites?.done ?? 0} aria-label={text.searching} />
          <span>{sites === null ? text.searching : text.searchedTo(Math.round(sites.done * 100))}</span>
          <button type="button" className="button button-quiet" onClick={stop}>
            {text.stop}
          </button>
        </div>
      ) : (
        <button type="button" className="button button-strong" onClick={begin}>
          {text.search}
        </button>
      )}
      {error !== null && (
        <p className="coverage-note" role="alert">
          {worded(language, error) || text.failed}
        </p>
      )}
      {sites !== null && (
        <Told sites={sites} asked={search.asked} onPlace={() => onPlace(sites.sites.map(({ position }) => position))} />
      )}
    </section>
  );
}
