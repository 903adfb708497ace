import { useEffect } from "react";
import type { Position } from "#platform/api/parse.ts";
import { useRemote } from "#platform/api/useRemote.ts";
import { useLanguage } from "#platform/i18n/preferences.ts";
import { useText } from "#platform/i18n/text.ts";
import { type Fact, Facts } from "#platform/ui/Facts.tsx";
import { Link } from "#platform/ui/Link.tsx";
import { useNow } from "#platform/ui/now.ts";
import { meters, speed } from "#platform/ui/numbers.ts";
import { RemoteView } from "#platform/ui/RemoteView.tsx";
import { ago } from "#platform/ui/time.ts";
import { type Patrol, patrol } from "./patrol.ts";
import { patrolText } from "./text.ts";

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
    if (at !== undefined) onLocated(at);
  }, [at, onLocated]);
  return (
    <>
      <header className="card-title">
        <h2>{of.name}</h2>
        <p className="card-code">
          {text.kind[of.kind]} · {text.employment[of.employment]}
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
          ...fixFacts(of, text, of.lastFix === null ? "" : ago(now - of.lastFix.at, language)),
          ...(of.skills.length > 0 ? [{ name: text.skills, value: of.skills.join("、") }] : []),
        ]}
      />
      <h3>{of.openAssignments.length > 0 ? text.assignments : text.noAssignments}</h3>
      <ul className="plain-list">
        {of.openAssignments.map((order) => (
          <li key={order.incidentId}>
            <Link href={`/incidents/${order.number}`}>
              {order.className} · {order.number}
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}

/** One patrol: who, where, since when, and what is waiting for them. Read again every 10 s while it is open. */
export function PatrolCard({ id, onLocated }: Props) {
  const tenSeconds = Math.floor(useNow() / 10_000);
  const [remote, retry] = useRemote(`/api/patrols/${encodeURIComponent(id)}`, patrol, tenSeconds);
  return (
    <RemoteView remote={remote} onRetry={retry}>
      {(of) => <Body of={of} onLocated={onLocated} />}
    </RemoteView>
  );
}
