import { createPlan } from "#documents/boundaries/CreatePlan.ts";
import { plans } from "#documents/boundaries/Plans.ts";
import { useMay } from "#platform/access/access.ts";
import { newKey } from "#platform/api/newKey.ts";
import { query } from "#platform/api/query.ts";
import { useQuery } from "#platform/api/useQuery.ts";
import { useText } from "#platform/i18n/text.ts";
import { Link } from "#platform/ui/Link.tsx";
import { RemoteView } from "#platform/ui/RemoteView.tsx";
import { PlanForm } from "./PlanForm.tsx";
import { boundaryText } from "./text.ts";

const none = {};

function NewPlan({ area }: { readonly area: string }) {
  const text = useText(boundaryText);
  return (
    <PlanForm
      className="boundary-new"
      first=""
      words={text.newPlan}
      make={(name) => query(createPlan, { input: { name, area, note: null, idempotencyKey: newKey() } })}
    />
  );
}

/** All plans, and a new one for who may make it. */
export function PlanList({ area }: { readonly area: string | null }) {
  const text = useText(boundaryText);
  const [remote, retry] = useQuery(plans, none, 0);
  const edits = useMay("edit_boundaries");
  return (
    <>
      {edits && area !== null ? <NewPlan area={area} /> : <p className="boundary-note">{text.forbidden}</p>}
      <RemoteView remote={remote} onRetry={retry}>
        {({ plans: { nodes } }) =>
          nodes.length === 0 ? (
            <p className="boundary-note">{text.noPlans}</p>
          ) : (
            <ul className="boundary-list boundary-plans">
              {nodes.map((plan) => (
                <li key={plan.id}>
                  <Link href={`/boundaries/${plan.id}`}>{plan.name}</Link>
                  <span className={`plan-status plan-${plan.status.toLowerCase()}`}>{text.status[plan.status]}</span>
                  <small>{plan.author}</small>
                </li>
              ))}
            </ul>
          )
        }
      </RemoteView>
    </>
  );
}
