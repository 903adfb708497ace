import { planImpact } from "#documents/boundaries/PlanImpact.ts";
import { rebasePlan } from "#documents/boundaries/RebasePlan.ts";
import type { ConflictChoice, PlanDetailFragment } from "#documents/documents.ts";
import type { Position } from "#platform/api/parse.ts";
import { query } from "#platform/api/query.ts";
import { useQuery } from "#platform/api/useQuery.ts";
import { useLanguage } from "#platform/i18n/preferences.ts";
import { useText } from "#platform/i18n/text.ts";
import { count } from "#platform/ui/numbers.ts";
import { RemoteView } from "#platform/ui/RemoteView.tsx";
import { step } from "./editor.ts";
import { boundaryText } from "./text.ts";

type Props = {
  readonly plan: PlanDetailFragment;
  readonly canEdit: boolean;
  readonly onShow: (place: Position) => void;
};

/** Whom publishing the plan moves to another grid, and what of it cannot be together with what was published meanwhile. */
export function Impact({ plan, canEdit, onShow }: Props) {
  const text = useText(boundaryText);
  const language = useLanguage();
  const [remote, retry] = useQuery(planImpact, { id: plan.id }, plan.version);
  const rebase = (conflicts: ConflictChoice) =>
    void step(() => query(rebasePlan, { input: { plan: plan.id, expectedVersion: plan.version, conflicts } }));
  return (
    <RemoteView remote={remote} onRetry={retry}>
      {({ plan: told }) =>
        told === null ? null : (
          <>
            <p className="boundary-note">
              {text.impact(
                count(told.impact.openIncidents),
                count(told.impact.facilities),
                count(told.impact.patrolPoints),
                count(told.impact.patrols),
              )}
            </p>
            {told.conflicts.length > 0 && (
              <>
                <p className="boundary-refusal">{text.conflicts(told.conflicts.length)}</p>
                <ul className="boundary-list">
                  {told.conflicts.map(({ position, place, message, messageZh, mine, theirs, who }, i) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: conflicts have no name of their own
                    <li key={i}>
                      <span>
                        {position}. {language === "zh" ? messageZh : message} {mine ?? "—"} / {theirs ?? "—"} {who}
                      </span>
                      {place !== null && (
                        <button
                          type="button"
                          className="button button-quiet"
                          onClick={() => onShow([place.longitude, place.latitude])}
                        >
                          {text.show}
                        </button>
                      )}
                    </li>
                  ))}
                </ul>
                {canEdit && (
                  <div className="boundary-row">
                    <button type="button" className="button" onClick={() => rebase("MINE")}>
                      {text.keepMine}
                    </button>
                    <button type="button" className="button" onClick={() => rebase("THEIRS")}>
                      {text.keepTheirs}
                    </button>
                  </div>
                )}
              </>
            )}
          </>
        )
      }
    </RemoteView>
  );
}
