import { useEffect, useState } from "react";
import { reportsByClass } from "#documents/replay/ReportsByClass.ts";
import { useQuery } from "#platform/api/useQuery.ts";
import { useLanguage } from "#platform/i18n/preferences.ts";
import { named, useText } from "#platform/i18n/text.ts";
import { hourText } from "./hourText.ts";

const mostClasses = 5;

type Filter = { readonly from: string; readonly until: string };

type Props = {
  readonly filter: Filter;
  readonly title: string;
  readonly count: number;
  /** Where on the strip, 0 to 1. */
  readonly place: number;
};

/** An hour that is pointed at for a while; one that is passed over is not asked for. */
function useRested(filter: Filter): Filter | null {
  const key = `${filter.from}/${filter.until}`;
  const [rested, setRested] = useState<string | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setRested(key), 120);
    return () => clearTimeout(timer);
  }, [key]);
  return rested === key ? filter : null;
}

/** Of what classes the reports of an hour were. */
export function HourTip({ filter, title, count, place }: Props) {
  const text = useText(hourText);
  const language = useLanguage();
  const rested = useRested(filter);
  const [remote] = useQuery(reportsByClass, rested === null || count === 0 ? null : { filter: rested }, count);
  const groups = remote.kind === "ready" ? remote.value.responseReport.groups : [];
  const nameOf = (code: string) => {
    const known = remote.kind === "ready" ? remote.value.incidentClasses.find((one) => one.code === code) : undefined;
    return known === undefined ? code : named(language, known.name, known.nameEn);
  };
  const sorted = groups.filter(({ incidents }) => incidents > 0).sort((a, b) => b.incidents - a.incidents);
  const rest = sorted.slice(mostClasses).reduce((sum, { incidents }) => sum + incidents, 0);
  return (
    <div className="hour-tip" style={{ left: `clamp(110px, ${place * 100}%, calc(100% - 110px))` }}>
      <b>{title}</b> {text.sum(count)}
      <ul className="plain-list">
        {sorted.slice(0, mostClasses).map(({ key, incidents }) => (
          <li key={key}>
            {nameOf(key)} <b>{incidents}</b>
          </li>
        ))}
        {rest > 0 && (
          <li>
            {text.others} <b>{rest}</b>
          </li>
        )}
      </ul>
      <small>{text.enter}</small>
    </div>
  );
}
