import { useState } from "react";
import { ReadError } from "#platform/api/readJson.ts";
import { useLanguage } from "#platform/i18n/preferences.ts";
import { useText, worded } from "#platform/i18n/text.ts";
import { type Report, sendPhoto, sendReport } from "./report.ts";
import { reportText } from "./reportText.ts";

export type Reporting = {
  readonly kind: "writing" | "sending" | "refused";
  /** What is being done, or why it was not. */
  readonly words: string;
  /** It has been reported, though a photo has not been sent. */
  readonly number: string | null;
};

const writing: Reporting = { kind: "writing", words: "", number: null };

/** Sends a report and its photos, in this order; tells how far it has come. */
export function useReport(onDone: (number: string) => void) {
  const text = useText(reportText);
  const language = useLanguage();
  const [state, setState] = useState<Reporting>(writing);
  const wordsOf = (error: unknown) => {
    if (!(error instanceof ReadError)) throw error;
    return worded(language, error) || text.unanswered;
  };

  const sendPhotos = async (number: string, photos: readonly File[]) => {
    for (const [index, photo] of photos.entries()) {
      setState({ kind: "sending", words: text.uploading(photos.length - index), number });
      await sendPhoto(number, photo);
    }
  };

  const send = async (report: Report, photos: readonly File[]) => {
    setState({ kind: "sending", words: text.sending, number: null });
    let number: string | undefined;
    try {
      const { incident, refusal } = await sendReport(report);
      if (refusal !== null) {
        const words = worded(language, refusal);
        setState({ kind: "refused", words, number: null });
        return;
      }
      number = incident?.number;
    } catch (error) {
      setState({ kind: "refused", words: wordsOf(error), number: null });
      return;
    }
    if (number === undefined) return setState(writing);
    try {
      await sendPhotos(number, photos);
      onDone(number);
    } catch (error) {
      setState({ kind: "refused", words: `${text.photoFailed(number)} ${wordsOf(error)}`, number });
    }
  };
  return [state, send, () => setState(writing)] as const;
}
