import { useCallback, useEffect, useRef, useState } from "react";
import type { IncidentDetailFragment, IncidentOutcomeFragment } from "#documents/documents.ts";
import { ReadError } from "#platform/api/readJson.ts";
import { attempt, type Wanted } from "./attempt.ts";
import { toIncident } from "./incident.ts";
import { foresee, incidents } from "./incidentStore.ts";
import { isAtOnce, type Offer } from "./moves.ts";

type Refusal = NonNullable<IncidentOutcomeFragment["refusal"]>;

/** How far an action has come. */
export type Progress =
  | { readonly kind: "idle" }
  | { readonly kind: "sending"; readonly offer: Offer }
  | { readonly kind: "made"; readonly offer: Offer }
  /** Turned down; `meanwhile` is what others did since the reader looked. */
  | {
      readonly kind: "refused";
      readonly offer: Offer;
      readonly refusal: Refusal;
      readonly meanwhile: IncidentDetailFragment["steps"];
    }
  /** No answer: the same may be sent again. */
  | { readonly kind: "failed"; readonly offer: Offer; readonly error: ReadError; readonly wanted: Wanted };

export type Words = { readonly note: string; readonly patrolId: string | null };

const idle: Progress = { kind: "idle" };
const wordless: Words = { note: "", patrolId: null };

/** Acts on an incident. What is done at once is shown at once, and taken back when it was refused or nobody knows. */
export function useMove(known: IncidentDetailFragment, onTold: (told: IncidentDetailFragment) => void) {
  const [progress, setProgress] = useState<Progress>(idle);
  const busy = useRef(false);
  const shown = useRef(true);
  useEffect(() => {
    shown.current = true;
    return () => {
      shown.current = false;
    };
  }, []);

  const settle = useCallback((next: Progress) => {
    busy.current = false;
    if (shown.current) setProgress(next);
  }, []);

  const run = useCallback(
    async (offer: Offer, wanted: Wanted): Promise<boolean> => {
      if (busy.current) return false;
      busy.current = true;
      setProgress({ kind: "sending", offer });
      const before = incidents.getState().book.open.get(known.id);
      const foreseen =
        isAtOnce(offer) && before !== undefined ? foresee({ ...before, step: offer.to }, before) : before;
      try {
        const { incident, refusal, conflict } = await attempt(wanted);
        if (incident !== null) {
          foresee(toIncident(incident), foreseen);
          onTold(incident);
        } else if (before !== undefined) foresee(before, foreseen);
        if (refusal === null) settle({ kind: "made", offer });
        else {
          const unseen = incident?.steps.slice(known.steps.length) ?? [];
          // The feed may have told already what was faster.
          const meanwhile = unseen.length > 0 || conflict === null ? unseen : [conflict];
          settle({ kind: "refused", offer, refusal, meanwhile });
        }
        return refusal === null;
      } catch (error) {
        if (before !== undefined) foresee(before, foreseen);
        busy.current = false;
        if (!(error instanceof ReadError)) throw error;
        settle({ kind: "failed", offer, error, wanted });
        return false;
      }
    },
    [known.id, known.steps.length, onTold, settle],
  );

  const act = useCallback(
    (offer: Offer, { note, patrolId }: Words = wordless) =>
      run(offer, {
        incident: known.id,
        action: offer.action,
        from: offer.from,
        note,
        patrolId,
        sentPatrolId: offer.sentPatrolId,
      }),
    [run, known.id],
  );
  const again = useCallback(
    () => (progress.kind === "failed" ? run(progress.offer, progress.wanted) : Promise.resolve(false)),
    [run, progress],
  );
  const clear = useCallback(() => setProgress((last) => (last.kind === "sending" ? last : idle)), []);
  return { progress, act, again, clear };
}
