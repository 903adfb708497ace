import { reportIncident } from "#documents/incidents/ReportIncident.ts";
import { newKey } from "#platform/api/newKey.ts";
import type { Position } from "#platform/api/parse.ts";
import { query } from "#platform/api/query.ts";

/** What somebody reports from the desk. */
export type Report = {
  readonly classCode: string;
  readonly description: string;
  readonly address: string;
  readonly position: Position;
};

/** The key of each report that was sent and not answered: sent again it is the same report, and is made once. */
const unanswered = new Map<string, string>();

/** Sends a report; without an answer it fails with a ReadError and may be sent again, as often as need be. */
export async function sendReport(report: Report) {
  const content = JSON.stringify(report);
  const idempotencyKey = unanswered.get(content) ?? newKey();
  unanswered.set(content, idempotencyKey);
  const [longitude, latitude] = report.position;
  const { outcome } = await query(reportIncident, {
    input: {
      classCode: report.classCode,
      description: report.description,
      address: report.address === "" ? null : report.address,
      position: { longitude, latitude },
      idempotencyKey,
    },
  });
  unanswered.delete(content);
  return outcome;
}
