import { type ReactNode, useCallback, useEffect, useState } from "react";
import { useLanguage } from "#platform/i18n/preferences.ts";
import { useText, worded } from "#platform/i18n/text.ts";
import { Icon } from "#platform/ui/Icon.tsx";
import { saveFile } from "#platform/ui/saveFile.ts";
import { Answered, useListed } from "./Answered.tsx";
import { Compare, type Compared } from "./Compare.tsx";
import { Controls } from "./Controls.tsx";
import { Export } from "./Export.tsx";
import { NextSites } from "./NextSites.tsx";
import { addressOf, questionOf } from "./question.ts";
import { ofAll, percent, Result } from "./Result.tsx";
import { Scenarios } from "./Scenarios.tsx";
import { coverageText } from "./text.ts";
import { Unlinkable } from "./Unlinkable.tsx";
import { useCoverage } from "./useCoverage.ts";
import { useDrawing, useReach } from "./useDrawing.ts";
import { type Place, useMap } from "./useMap.ts";
import { useRevision } from "./useRevision.ts";
import "./coverage.css";

const tabs = ["gaps", "communities", "facilities", "next", "unlinkable"] as const;
const states = ["0", "1", "2", "x"] as const;

type At = { readonly longitude: number; readonly latitude: number };

/** The question stands in the address, so that a link shows the same. */
function useQuestion() {
  const [question, setQuestion] = useState(() => questionOf(globalThis.location.search));
  useEffect(() => {
    history.replaceState(history.state, "", `/coverage${addressOf(question)}${globalThis.location.hash}`);
  }, [question]);
  return [question, setQuestion] as const;
}

function Legend() {
  const text = useText(coverageText);
  return (
    <ul className="panel coverage-legend">
      {states.map((state) => (
        <li key={state}>
          <i className={`coverage-dot coverage-dot-${state}`} /> {text.legend[state]}
        </li>
      ))}
    </ul>
  );
}

type Props = {
  readonly place: Place;
  readonly header: ReactNode;
  readonly footer: ReactNode;
  /** Leads to how the numbers come about. */
  readonly methods: ReactNode;
};

/** Who is covered, where the gaps are, and where the next facilities should stand. */
export function Coverage({ place, header, footer, methods }: Props) {
  const text = useText(coverageText);
  const language = useLanguage();
  const [question, setQuestion] = useQuestion();
  const [tab, setTab] = useState<(typeof tabs)[number]>("gaps");
  const [reached, setReached] = useState<readonly string[]>([]);
  const [compared, setCompared] = useState<Compared | null>(null);
  const [drawn, setDrawn] = useState<readonly At[]>([]);
  const [drawing, setDrawing] = useState(false);
  const draw = useCallback(
    (longitude: number, latitude: number) => setDrawn((last) => [...last, { longitude, latitude }]),
    [],
  );
  const { container, held } = useMap(place, text.map, { onAsk: setQuestion, onDraw: draw });
  const part = held?.part ?? null;
  const revision = useRevision();
  const [remote, retry] = useCoverage(question, revision);
  const [now] = useCoverage({ ...question, changes: [] }, revision);
  const answer = remote.kind === "ready" ? remote.value : null;
  const listed = useListed(answer, question);
  useDrawing(part, answer, question, text.added);
  useReach(part, answer, question, reached);
  useEffect(() => part?.showDrawn(drawn), [part, drawn]);
  useEffect(() => part?.setDrawing(drawing && tab === "next"), [part, drawing, tab]);
  useEffect(() => {
    document.title = `${text.title} · GridMap`;
  }, [text]);
  const show = useCallback(
    (longitude: number, latitude: number) => held?.host.show([longitude, latitude], null),
    [held],
  );
  const reach = useCallback(
    (key: string, { longitude, latitude }: At) => {
      setReached((last) => (last.includes(key) ? last.filter((each) => each !== key) : [...last, key].slice(-10)));
      show(longitude, latitude);
    },
    [show],
  );
  const add = (positions: readonly At[]) =>
    setQuestion((asked) => ({
      ...asked,
      changes: [
        ...asked.changes,
        ...positions.map(({ longitude, latitude }) => ({
          facilityId: null,
          position: { longitude, latitude },
          closed: null,
          openingHours: null,
        })),
      ],
    }));
  const inTheMiddle = (act: (at: At) => void) => {
    const view = held?.host.view.getState();
    if (view !== undefined) act({ longitude: view.longitude, latitude: view.latitude });
  };
  const takePicture = () => {
    if (part === null || answer === null) return;
    const colours = getComputedStyle(document.documentElement);
    const colourOf = { "0": "--late", "1": "--good", "2": "--accent", x: "--ground" };
    const caption = {
      title: `${place.name} · ${text.title}`,
      lines: [
        `${text.share} ${percent(answer.share.value)}  ${ofAll(answer.share)}`,
        `${text.asOf} ${new Date(answer.asOf).toLocaleString(language === "zh" ? "zh-CN" : "en-GB")}`,
      ],
      legend: states.map((state) => ({
        colour: colours.getPropertyValue(colourOf[state]).trim(),
        label: text.legend[state],
      })),
      attribution: place.attribution,
    };
    void part.picture(caption).then((file) => {
      if (file !== null) saveFile("gridmap-coverage.png", file);
    });
  };
  return (
    <div className="screen">
      <div ref={container} className="map" />
      {header}
      {footer}
      <aside className="panel side side-left side-form coverage-left">
        <Controls question={question} onAsk={setQuestion} />
        {remote.kind === "loading" && <p role="status">{text.loading}</p>}
        {remote.kind === "failed" && (
          <p className="coverage-note" role="alert">
            {worded(language, remote.error) || text.failed}{" "}
            <button type="button" className="button button-quiet" onClick={retry}>
              {text.retry}
            </button>
          </p>
        )}
        {answer !== null && (
          <Result
            answer={answer}
            baseline={now.kind === "ready" ? now.value : null}
            question={question}
            methods={methods}
          />
        )}
        <section aria-label={text.whatIf}>
          <h2>{text.whatIf}</h2>
          <p className="coverage-quiet">{text.whatIfHint}</p>
          <div className="coverage-row">
            <button type="button" className="button" onClick={() => inTheMiddle((at) => add([at]))}>
              <Icon name="plus" /> {text.add}
            </button>
            {question.changes.length > 0 && (
              <button
                type="button"
                className="button"
                onClick={() => setQuestion((asked) => ({ ...asked, changes: [] }))}
              >
                {text.reset} · {text.changes(question.changes.length)}
              </button>
            )}
          </div>
        </section>
        <Scenarios question={question} onAsk={setQuestion} onCompare={setCompared} />
        <Export question={question} onPicture={takePicture} />
      </aside>
      <aside className="panel side side-right side-form coverage-right">
        <nav className="coverage-row" aria-label={text.title}>
          {tabs.map((each) => (
            <button key={each} type="button" className="chip" aria-pressed={tab === each} onClick={() => setTab(each)}>
              {text.tabs[each]}
            </button>
          ))}
        </nav>
        {tab === "next" && (
          <NextSites
            question={question}
            onPlace={add}
            drawing={{
              drawn,
              drawing,
              onDraw: () => setDrawing(!drawing),
              onDrawHere: () => inTheMiddle((at) => setDrawn((last) => [...last, at])),
              onForget: () => setDrawn([]),
            }}
          />
        )}
        {tab === "unlinkable" && <Unlinkable question={question} revision={revision} onShow={show} />}
        {tab !== "next" && tab !== "unlinkable" && listed !== null && (
          <Answered tab={tab} listed={listed} reached={reached} onAsk={setQuestion} onReach={reach} onShow={show} />
        )}
      </aside>
      {compared !== null && answer !== null && (
        <Compare
          answer={answer}
          compared={compared}
          revision={revision}
          onOpen={setQuestion}
          onClose={() => setCompared(null)}
        />
      )}
      <Legend />
    </div>
  );
}
