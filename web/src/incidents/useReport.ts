import { useState } from "react";
import { ReadError } from "#platform/api/readJson.ts";
import { useLanguage } from "#platform/i18n/preferences.ts";
import { useText, worded } from "#platform/i18n/text.ts";
import { type Report, sendReport } from "./report.ts";
import { reportText } from "./reportText.ts";

export type Reporting = {
  readonly kind: "writing" | "sending" | "refused";
  /** What is being done, or why it was not. */
  readonly words: string;
};

const writing: Reporting = { kind: "writing", words: "" };

/** Sends a report; tells how far it has come. */
export function useReport(onDone: (number: string) => void) {
  const text = useText(reportText);
  const language = useLanguage();
  const [state, setState] = useState<Reporting>(writing);
  const refuse = (words: string) => setState({ kind: "refused", words });
  const send = async (report: Report) => {
    setState({ kind: "sending", words: text.sending });
    try {
      const { incident, refusal } = await sendReport(report);
      if (refusal !== null) return refuse(worded(language, refusal));
      setState(writing);
      if (incident !== null) onDone(incident.number);
    } catch (error) {
      if (!(error instanceof ReadError)) throw error;
      refuse(worded(language, error) || text.unanswered);
    }
  };
  return [state, send] as const;
}
