import { useCallback, useState } from "react";
import { ReadError } from "#platform/api/readJson.ts";
import { useLanguage } from "#platform/i18n/preferences.ts";
import { useText } from "#platform/i18n/text.ts";
import { alarmText } from "./text.ts";

type Outcome = {
  readonly outcome: { readonly refusal: { readonly message: string; readonly messageZh: string } | null };
};

/** Does something that the server may refuse; tells whether it was done. */
export type Perform = (change: () => Promise<Outcome>) => Promise<boolean>;

/** Does what changes something, reads anew afterwards, and keeps why the last was not done. */
export function usePerform(refresh: () => void): readonly [Perform, string | null, () => void] {
  const text = useText(alarmText);
  const language = useLanguage();
  const [complaint, setComplaint] = useState<string | null>(null);
  const perform: Perform = useCallback(
    async (change) => {
      setComplaint(null);
      try {
        const { refusal } = (await change()).outcome;
        if (refusal !== null) setComplaint(language === "zh" ? refusal.messageZh : refusal.message);
        return refusal === null;
      } catch (error) {
        if (!(error instanceof ReadError)) throw error;
        setComplaint((language === "zh" ? error.remedyZh : error.message) || text.unanswered);
        return false;
      } finally {
        refresh();
      }
    },
    [language, refresh, text],
  );
  return [perform, complaint, () => setComplaint(null)];
}
