import { useEffect, useState } from "react";
import { useStore } from "zustand";
import { landRevisions } from "#documents/boundaries/LandRevisions.ts";
import type { LandRevisionsQuery } from "#documents/documents.ts";
import { useQuery } from "#platform/api/useQuery.ts";
import { useLanguage } from "#platform/i18n/preferences.ts";
import { useText, worded } from "#platform/i18n/text.ts";
import { Link } from "#platform/ui/Link.tsx";
import { serverNow } from "#platform/ui/now.ts";
import { RemoteView } from "#platform/ui/RemoteView.tsx";
import { dayAfter, dayOf, daysBetween } from "./days.ts";
import { past, showDay } from "./past.ts";
import { boundaryText } from "./text.ts";

const none = {};
/** While the slider moves, only where it rests is asked for. */
const restFor = 150;

type Props = { readonly timeZone: string };
type Revisions = LandRevisionsQuery["landRevisions"];

function Slider({ revisions, timeZone }: Props & { readonly revisions: Revisions }) {
  const text = useText(boundaryText);
  const language = useLanguage();
  const shown = useStore(past);
  const today = dayOf(serverNow(), timeZone);
  const days = revisions.map(({ at }) => dayOf(Date.parse(at), timeZone));
  // The day before the first change shows how it began.
  const first = dayAfter(days.at(-1) ?? today, -1);
  const last = daysBetween(first, today);
  const [at, setAt] = useState(last);
  useEffect(() => {
    const timer = window.setTimeout(() => showDay(at >= last ? null : dayAfter(first, at)), restFor);
    return () => clearTimeout(timer);
  }, [at, first, last]);
  useEffect(() => () => showDay(null), []);
  const day = dayAfter(first, at);
  return (
    <>
      <label className="boundary-as-of">
        <span>{at >= last ? text.asOfNow : text.asOf(day)}</span>
        <input
          type="range"
          min={0}
          max={last}
          value={at}
          list="boundary-revisions"
          aria-valuetext={at >= last ? text.asOfNow : day}
          onChange={(event) => setAt(Number(event.target.value))}
        />
        <datalist id="boundary-revisions">
          {[...new Set(days)].map((revised) => (
            <option key={revised} value={daysBetween(first, revised)} label={revised} />
          ))}
        </datalist>
      </label>
      {shown.error !== null && (
        <p className="boundary-refusal" role="alert">
          {worded(language, shown.error) || text.notRead}
        </p>
      )}
      {shown.isCut && <p className="boundary-note">{text.zoomForAll}</p>}
      <ol className="boundary-list">
        {revisions.map(({ number, plan }, i) => (
          <li key={number}>
            <button
              type="button"
              className="button button-quiet"
              onClick={() => setAt(daysBetween(first, days[i] ?? today))}
            >
              {days[i]}
            </button>
            <Link href={`/boundaries/${plan.id}`}>{plan.name}</Link>
          </li>
        ))}
      </ol>
    </>
  );
}

/** A slider through the days of the division: the map shows the grids as they were at the end of the chosen one. */
export function AsOf({ timeZone }: Props) {
  const text = useText(boundaryText);
  const [remote, retry] = useQuery(landRevisions, none, 0);
  return (
    <section aria-label={text.asOfTitle}>
      <h3>{text.asOfTitle}</h3>
      <RemoteView remote={remote} onRetry={retry}>
        {({ landRevisions: revisions }) =>
          revisions.length === 0 ? (
            <p className="boundary-note">{text.neverChanged}</p>
          ) : (
            <Slider revisions={revisions} timeZone={timeZone} />
          )
        }
      </RemoteView>
    </section>
  );
}
