import { useState } from "react";
import { createPlan } from "#documents/boundaries/CreatePlan.ts";
import { plans } from "#documents/boundaries/Plans.ts";
import { useMay } from "#platform/access/access.ts";
import { newKey } from "#platform/api/newKey.ts";
import { query } from "#platform/api/query.ts";
import { ReadError } from "#platform/api/readJson.ts";
import { useQuery } from "#platform/api/useQuery.ts";
import { useLanguage } from "#platform/i18n/preferences.ts";
import { useText } from "#platform/i18n/text.ts";
import { Link } from "#platform/ui/Link.tsx";
import { navigate } from "#platform/ui/location.ts";
import { RemoteView } from "#platform/ui/RemoteView.tsx";
import type { Said } from "./editor.ts";
import { boundaryText } from "./text.ts";

const none = {};

function NewPlan({ area }: { readonly area: string }) {
  const text = useText(boundaryText);
  const language = useLanguage();
  const [name, setName] = useState("");
  const [refusal, setRefusal] = useState<Said | null>(null);
  const create = async () => {
    try {
      const { answer } = await query(createPlan, { input: { name, area, note: null, idempotencyKey: newKey() } });
      if (answer.plan === null) setRefusal(answer.refusal);
      else navigate(`/boundaries/${answer.plan.id}`);
    } catch (error) {
      if (!(error instanceof ReadError)) throw error;
      setRefusal({ code: error.code, message: error.message, messageZh: error.remedyZh });
    }
  };
  return (
    <form
      className="boundary-new"
      onSubmit={(event) => {
        event.preventDefault();
        void create();
      }}
    >
      <input
        aria-label={text.planName}
        placeholder={text.planName}
        maxLength={100}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <button type="submit" className="button button-strong" disabled={name.trim() === ""}>
        {text.newPlan}
      </button>
      {refusal !== null && <p role="alert">{language === "zh" ? refusal.messageZh : refusal.message}</p>}
    </form>
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
