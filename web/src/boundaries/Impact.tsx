import { useEffect } from "react";
import { planImpact } from "#documents/boundaries/PlanImpact.ts";
import type { PlanDetailFragment } from "#documents/documents.ts";
import type { Position } from "#platform/api/parse.ts";
import { useQuery } from "#platform/api/useQuery.ts";
import { useText } from "#platform/i18n/text.ts";
import { count } from "#platform/ui/numbers.ts";
import { RemoteView } from "#platform/ui/RemoteView.tsx";
import { Conflicts } from "./Conflicts.tsx";
import { markConflicts } from "./marks.ts";
import { boundaryText } from "./text.ts";

type Props = {
  readonly plan: PlanDetailFragment;
  readonly canEdit: boolean;
  readonly onShow: (place: Position) => void;
};

/** Whom publishing the plan moves to another grid, and what of it cannot be together with what was published meanwhile. */
export function Impact({ plan, canEdit, onShow }: Props) {
  const text = useText(boundaryText);
  const [remote, retry] = useQuery(planImpact, { id: plan.id }, `${plan.version}/${plan.isStale}`);
  const conflicts = remote.kind === "ready" ? remote.value.plan?.conflicts : undefined;
  useEffect(() => markConflicts(conflicts ?? []), [conflicts]);
  useEffect(() => () => markConflicts([]), []);
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
            <Conflicts plan={plan} canEdit={canEdit} onShow={onShow} />
          </>
        )
      }
    </RemoteView>
  );
}
