import { useState } from "react";
import { alarmSettings } from "#documents/alarms/AlarmSettings.ts";
import type { AlarmSettingsQuery } from "#documents/documents.ts";
import { useMay } from "#platform/access/access.ts";
import { lower, toTime } from "#platform/api/convert.ts";
import { type Perform, usePerform } from "#platform/api/usePerform.ts";
import { useReread } from "#platform/api/useReread.ts";
import { useLanguage } from "#platform/i18n/preferences.ts";
import { useText } from "#platform/i18n/text.ts";
import { serverNow } from "#platform/ui/now.ts";
import { RemoteView } from "#platform/ui/RemoteView.tsx";
import { momentOf } from "#platform/ui/time.ts";
import { AlarmMark } from "./AlarmRow.tsx";
import { QuietHours } from "./QuietHours.tsx";
import { RuleForm } from "./RuleForm.tsx";
import { settingsText } from "./settingsText.ts";
import { alarmText } from "./text.ts";

type Rule = AlarmSettingsQuery["alarmRules"][number];
type Terms = Pick<Rule, "isEnabled" | "severity" | "afterSeconds" | "repeatSeconds" | "escalateSeconds">;

/** A rule in one line of words. */
function useTermsInWords(): (terms: Terms) => string {
  const text = useText(settingsText);
  const { severity } = useText(alarmText);
  const time = (seconds: number) =>
    seconds % 3600 === 0
      ? text.hours(seconds / 3600)
      : seconds % 60 === 0
        ? text.minutes(seconds / 60)
        : text.seconds(seconds);
  return (terms) =>
    terms.isEnabled
      ? [
          severity[lower(terms.severity)],
          terms.afterSeconds === 0 ? text.atOnce : text.after(time(terms.afterSeconds)),
          terms.repeatSeconds === null ? text.once : text.repeat(time(terms.repeatSeconds)),
          terms.escalateSeconds === null ? text.never : text.escalate(time(terms.escalateSeconds)),
        ].join(" · ")
      : text.off;
}

type RowProps = { readonly rule: Rule; readonly timeZone: string; readonly perform: Perform | null };

function RuleRow({ rule, timeZone, perform }: RowProps) {
  const text = useText(settingsText);
  const language = useLanguage();
  const inWords = useTermsInWords();
  const [open, setOpen] = useState(false);
  const name = text.kind[lower(rule.kind)];
  return (
    <li className="alarm-rule">
      <AlarmMark severity={rule.severity} />
      <span className="alarm-words">
        <strong>{name}</strong>
        <span className="alarm-standing">{inWords(rule)}</span>
        <details>
          <summary>{text.history}</summary>
          {rule.changes.length === 0 && <p>{text.noHistory}</p>}
          <ul className="plain-list">
            {rule.changes.map((change) => (
              <li key={change.at}>
                {momentOf(toTime(change.at), serverNow(), timeZone, language)} {change.by}
                <span className="alarm-standing">{inWords(change)}</span>
              </li>
            ))}
          </ul>
        </details>
      </span>
      {perform !== null && !open && (
        <button type="button" className="button" aria-label={text.changeOf(name)} onClick={() => setOpen(true)}>
          {text.change}
        </button>
      )}
      {perform !== null && open && <RuleForm rule={rule} perform={perform} onClose={() => setOpen(false)} />}
    </li>
  );
}

/** By which rules alarms are raised, and who hears nothing when. */
export function AlarmSettings({ timeZone, news }: { readonly timeZone: string; readonly news: number }) {
  const text = useText(settingsText);
  const { refused } = useText(alarmText);
  const may = useMay("manage_alarms");
  const [remote, retry, refresh] = useReread(alarmSettings, {}, news);
  const [perform, { complaint }] = usePerform(refresh);
  return (
    <RemoteView remote={remote} onRetry={retry}>
      {({ alarmRules, quietHours }) => (
        <>
          {complaint !== null && (
            <p className="alarm-note" role="alert">
              <strong>{refused}</strong> {complaint}
            </p>
          )}
          <h3>{text.rules}</h3>
          {!may && <p className="alarm-look">{text.lookOnly}</p>}
          <ul className="plain-list">
            {alarmRules.map((rule) => (
              <RuleRow key={rule.kind} rule={rule} timeZone={timeZone} perform={may ? perform : null} />
            ))}
          </ul>
          <QuietHours of={quietHours} perform={perform} />
        </>
      )}
    </RemoteView>
  );
}
