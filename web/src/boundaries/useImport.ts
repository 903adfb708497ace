import { useCallback, useEffect, useState } from "react";
import { cancelDivisionImport } from "#documents/boundaries/CancelDivisionImport.ts";
import { checkDivisionImport } from "#documents/boundaries/CheckDivisionImport.ts";
import { divisionImportReport } from "#documents/boundaries/DivisionImportReport.ts";
import { divisionImportState } from "#documents/boundaries/DivisionImportState.ts";
import type { DivisionImportReportQuery, ImportAnswerFragment, SourceDatum } from "#documents/documents.ts";
import { query } from "#platform/api/query.ts";
import { type Said, said } from "./editor.ts";
import { sendDivision } from "./sendDivision.ts";

const pollMilliseconds = 400;

export type Import = NonNullable<ImportAnswerFragment["divisionImport"]>;
export type Report = NonNullable<NonNullable<DivisionImportReportQuery["divisionImport"]["divisionImport"]>["report"]>;

type Held = {
  readonly sending: boolean;
  readonly found: Import | null;
  readonly report: Report | null;
  readonly refusal: Said | null;
};

const nothing: Held = { sending: false, found: null, report: null, refusal: null };

/** One import from the file to its report, followed while it is under way. */
export function useImport() {
  const [held, setHeld] = useState(nothing);
  const take = useCallback(async (ask: () => Promise<ImportAnswerFragment>) => {
    try {
      const { divisionImport: found, refusal } = await ask();
      const asked = found?.state === "READY" ? await query(divisionImportReport, { id: found.id }) : null;
      const report = asked?.divisionImport.divisionImport?.report ?? null;
      setHeld({ sending: false, found, report, refusal: refusal ?? found?.refusal ?? null });
    } catch (error) {
      setHeld((last) => ({ ...last, sending: false, refusal: said(error) }));
    }
  }, []);
  const look = useCallback(
    (id: string) => take(async () => (await query(divisionImportState, { id })).divisionImport),
    [take],
  );
  useEffect(() => {
    const { found } = held;
    if (found?.state !== "RUNNING") return;
    const timer = setTimeout(() => void look(found.id), pollMilliseconds);
    return () => clearTimeout(timer);
  }, [held, look]);
  const send = async (file: File, area: string, tolerance: number, datum: SourceDatum) => {
    setHeld({ ...nothing, sending: true });
    try {
      await look(await sendDivision(file, area, tolerance, datum));
    } catch (error) {
      setHeld({ ...nothing, refusal: said(error) });
    }
  };
  return {
    ...held,
    send,
    checkAgain: (id: string, tolerance: number, datum: SourceDatum) =>
      take(async () => (await query(checkDivisionImport, { id, tolerance, datum })).answer),
    cancel: (id: string) => take(async () => (await query(cancelDivisionImport, { id })).answer),
  };
}
