import { useEffect } from "react";
import type { PatrolCardQuery } from "#documents/documents.ts";
import { patrolCard } from "#documents/patrols/PatrolCard.ts";
import { lower, toPosition, toTime } from "#platform/api/convert.ts";
import type { Position } from "#platform/api/parse.ts";
import { part, useQuery } from "#platform/api/useQuery.ts";
import { useLanguage } from "#platform/i18n/preferences.ts";
import { named, useText } from "#platform/i18n/text.ts";
import { type Fact, Facts } from "#platform/ui/Facts.tsx";
import { Link } from "#platform/ui/Link.tsx";
import { useNow } from "#platform/ui/now.ts";
import { meters, speed } from "#platform/ui/numbers.ts";
import { RemoteView } from "#platform/ui/RemoteView.tsx";
import { ago } from "#platform/ui/time.ts";
import { patrolText } from "./text.ts";

type Patrol = NonNullable<PatrolCardQuery["patrol"]>;

const patrolOf = (answer: PatrolCardQuery) => answer.patrol;

type Props = { readonly id: string; readonly onLocated: (position: Position) => void };

function fixFacts(of: Patrol, text: ReturnType<typeof useText<typeof patrolText.zh>>, age: string): readonly Fact[] {
  const fix = of.lastFix;
  if (fix === null) return [{ name: text.lastFix, value: text.never }];
  return [
    { name: text.lastFix, value: age },
    { name: text.speed, value: fix.speedMps === null ? "—" : speed(fix.speedMps) },
    { name: text.accuracy, value: fix.accuracyMeters === null ? "—" : `± ${meters(Math.round(fix.accuracyMeters))}` },
    { name: text.battery, value: fix.batteryPercent === null ? "—" : `${Math.round(fix.batteryPercent)} %` },
  ];
}

function Body({ of, onLocated }: { readonly of: Patrol; readonly onLocated: Props["onLocated"] }) {
  const text = useText(patrolText);
  const language = useLanguage();
  const now = useNow();
  const at = of.lastFix?.position;
  useEffect(() => {
    if (at !== undefined) onLocated(toPosition(at));
  }, [at, onLocated]);
  return (
    <>
      <header className="card-title">
        <h2>{of.name}</h2>
        <p className="card-code">
          {text.kind[lower(of.kind)]} · {text.employment[lower(of.employment)]}
        </p>
      </header>
      <div className="card-status">
        <span className={of.onDuty ? "tag tag-on" : "tag tag-off"}>
          {of.onDuty ? `● ${text.onDuty}` : `○ ${text.offDuty}`}
        </span>
      </div>
      <Facts
        facts={[
          {
            name: text.grid,
            value: of.grid === null ? text.noGrid : <Link href={`/areas/${of.grid.id}`}>{of.grid.name}</Link>,
          },
          ...fixFacts(of, text, of.lastFix === null ? "" : ago(now - toTime(of.lastFix.at), language)),
          ...(of.skills.length > 0 ? [{ name: text.skills, value: of.skills.join("、") }] : []),
        ]}
      />
      <h3>{of.openAssignments.length > 0 ? text.assignments : text.noAssignments}</h3>
      <ul className="plain-list">
        {of.openAssignments.map(({ incident }) =>
          incident === null ? null : (
            <li key={incident.number}>
              <Link href={`/incidents/${incident.number}`}>
                {named(language, incident.class.name, incident.class.nameEn)} · {incident.number}
              </Link>
            </li>
          ),
        )}
      </ul>
    </>
  );
}

/** One patrol: who, where, since when, and what is waiting for them. Read again every 10 s while it is open. */
export function PatrolCard({ id, onLocated }: Props) {
  const tenSeconds = Math.floor(useNow() / 10_000);
  const [remote, retry] = useQuery(patrolCard, { id }, tenSeconds);
  return (
    <RemoteView remote={part(remote, patrolOf)} onRetry={retry}>
      {(of) => <Body of={of} onLocated={onLocated} />}
    </RemoteView>
  );
}
