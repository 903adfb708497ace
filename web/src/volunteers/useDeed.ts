import { useCallback, useState } from "react";
import { ReadError } from "#platform/api/readJson.ts";
import { useLanguage } from "#platform/i18n/preferences.ts";
import { useText } from "#platform/i18n/text.ts";
import { volunteerText } from "./text.ts";

type Outcome = {
  readonly outcome: { readonly refusal: { readonly message: string; readonly messageZh: string } | null };
};

/** Does something that the server may refuse; tells whether it was done. */
export type Deed = (change: () => Promise<Outcome>) => Promise<boolean>;

/** One deed at a time; afterwards it is read anew, and why the last was not done stays until the next. */
export function useDeed(
  refresh: () => void,
): readonly [Deed, { readonly busy: boolean; readonly complaint: string | null }] {
  const text = useText(volunteerText);
  const language = useLanguage();
  const [state, setState] = useState<{ busy: boolean; complaint: string | null }>({ busy: false, complaint: null });
  const deed: Deed = useCallback(
    async (change) => {
      setState({ busy: true, complaint: null });
      try {
        const { refusal } = (await change()).outcome;
        const said = refusal === null ? null : language === "zh" ? refusal.messageZh : refusal.message;
        setState({ busy: false, complaint: said });
        return refusal === null;
      } catch (error) {
        if (!(error instanceof ReadError)) throw error;
        const said = language === "zh" ? error.remedyZh : error.message;
        setState({ busy: false, complaint: said || text.unanswered });
        return false;
      } finally {
        refresh();
      }
    },
    [language, refresh, text],
  );
  return [deed, state];
}
