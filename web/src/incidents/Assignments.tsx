import { lower, toTime } from "#platform/api/convert.ts";
import { useLanguage } from "#platform/i18n/preferences.ts";
import { useText } from "#platform/i18n/text.ts";
import { Link } from "#platform/ui/Link.tsx";
import { serverNow } from "#platform/ui/now.ts";
import { momentOf } from "#platform/ui/time.ts";
import type { IncidentHistory } from "./incident.ts";
import { incidentText } from "./text.ts";

const moments = ["assignedAt", "acceptedAt", "arrivedAt", "finishedAt"] as const;

type Props = { readonly of: IncidentHistory["assignments"]; readonly timeZone: string };

/** Who was sent, and when they accepted, arrived and finished. */
export function Assignments({ of, timeZone }: Props) {
  const text = useText(incidentText);
  const language = useLanguage();
  return (
    <>
      <h3>{text.assignments}</h3>
      <ul className="plain-list">
        {of.map((order) => (
          <li key={`${order.patrolId}-${order.assignedAt}`} className="assignment">
            <span>
              <Link href={`/patrols/${order.patrolId}`}>{order.patrolName}</Link>
              {order.assignedBy !== null && ` · ${text.by(order.assignedBy)}`}
            </span>
            <span className="assignment-times">
              {moments.map((name) => {
                const at = order[name];
                return at === null ? null : (
                  <span key={name}>
                    {name === "finishedAt" && order.outcome !== null ? text.outcome[lower(order.outcome)] : text[name]}{" "}
                    {momentOf(toTime(at), serverNow(), timeZone, language)}
                  </span>
                );
              })}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
