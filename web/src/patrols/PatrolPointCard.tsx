import { useEffect } from "react";
import type { PatrolPointCardQuery } from "#documents/documents.ts";
import { patrolPointCard } from "#documents/patrols/PatrolPointCard.ts";
import { lower, toPosition, toTime } from "#platform/api/convert.ts";
import type { Position } from "#platform/api/parse.ts";
import { part, useQuery } from "#platform/api/useQuery.ts";
import { useLanguage } from "#platform/i18n/preferences.ts";
import { useText } from "#platform/i18n/text.ts";
import { Facts } from "#platform/ui/Facts.tsx";
import { Link } from "#platform/ui/Link.tsx";
import { useNow } from "#platform/ui/now.ts";
import { RemoteView } from "#platform/ui/RemoteView.tsx";
import { ago, momentOf } from "#platform/ui/time.ts";
import { patrolText } from "./text.ts";

type PatrolPoint = NonNullable<PatrolPointCardQuery["patrolPoint"]>;

const pointOf = (answer: PatrolPointCardQuery) => answer.patrolPoint;

type Props = {
  readonly id: string;
  readonly timeZone: string;
  readonly revision: unknown;
  readonly onLocated: (position: Position) => void;
};

function Body({ of, timeZone, onLocated }: { readonly of: PatrolPoint } & Pick<Props, "timeZone" | "onLocated">) {
  const text = useText(patrolText);
  const language = useLanguage();
  const now = useNow();
  useEffect(() => onLocated(toPosition(of.position)), [of, onLocated]);
  const missing = of.requiredVisits - of.visitsInPeriod;
  const last = of.lastCheckIn;
  return (
    <>
      <header className="card-title">
        <h2>{of.name}</h2>
        <p className="card-code">{text.point}</p>
      </header>
      <div className="card-status">
        <span className={missing <= 0 ? "tag tag-on" : "tag tag-overdue"}>
          {missing <= 0 ? `✓ ${text.complete}` : text.missing(missing)}
        </span>
      </div>
      <Facts
        facts={[
          { name: text.type, value: of.kind },
          { name: text.required, value: text.perPeriod(of.requiredVisits, text.period[lower(of.requiredPer)]) },
          { name: text.visits, value: text.visitsOf(of.visitsInPeriod, of.requiredVisits) },
          {
            name: text.lastCheckIn,
            value:
              last === null
                ? text.noCheckIn
                : `${last.patrol === null ? "" : `${last.patrol.name} · `}${ago(now - toTime(last.at), language)} · ${momentOf(toTime(last.at), now, timeZone, language)}`,
          },
          {
            name: text.grid,
            value: of.grid === null ? text.noGrid : <Link href={`/areas/${of.grid.id}`}>{of.grid.name}</Link>,
          },
          { name: text.code, value: of.code },
        ]}
      />
    </>
  );
}

/** A place that must be visited so often, and whether it was. */
export function PatrolPointCard({ id, timeZone, revision, onLocated }: Props) {
  const [remote, retry] = useQuery(patrolPointCard, { id }, revision);
  return (
    <RemoteView remote={part(remote, pointOf)} onRetry={retry}>
      {(of) => <Body of={of} timeZone={timeZone} onLocated={onLocated} />}
    </RemoteView>
  );
}
