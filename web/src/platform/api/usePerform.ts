import { useCallback, useState } from "react";
import { useLanguage } from "#platform/i18n/preferences.ts";
import { useText, worded } from "#platform/i18n/text.ts";
import { uiText } from "#platform/ui/text.ts";
import { ReadError } from "./readJson.ts";

type Outcome = {
  readonly outcome: { readonly refusal: { readonly message: string; readonly messageZh: string } | null };
};

/** Does something that the server may refuse; tells whether it was done. */
export type Perform = (change: () => Promise<Outcome>) => Promise<boolean>;

export type Performing = { readonly busy: boolean; readonly complaint: string | null };

/** Does what changes something, reads anew afterwards, and keeps until the next why the last was not done. */
export function usePerform(refresh: () => void): readonly [Perform, Performing] {
  const text = useText(uiText);
  const language = useLanguage();
  const [state, setState] = useState<Performing>({ busy: false, complaint: null });
  const perform: Perform = useCallback(
    async (change) => {
      setState({ busy: true, complaint: null });
      try {
        const { refusal } = (await change()).outcome;
        setState({ busy: false, complaint: refusal === null ? null : worded(language, refusal) });
        return refusal === null;
      } catch (error) {
        if (!(error instanceof ReadError)) throw error;
        setState({ busy: false, complaint: worded(language, error) || text.unanswered });
        return false;
      } finally {
        refresh();
      }
    },
    [language, refresh, text],
  );
  return [perform, state];
}
