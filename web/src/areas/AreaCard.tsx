import { useEffect } from "react";
import { areaCard } from "#documents/areas/AreaCard.ts";
import { useMay } from "#platform/access/access.ts";
import type { Bounds, Position } from "#platform/api/parse.ts";
import { part, useQuery } from "#platform/api/useQuery.ts";
import { useLanguage } from "#platform/i18n/preferences.ts";
import { named, useText } from "#platform/i18n/text.ts";
import { type Fact, Facts } from "#platform/ui/Facts.tsx";
import { Link } from "#platform/ui/Link.tsx";
import { useNow } from "#platform/ui/now.ts";
import { count, squareKilometers } from "#platform/ui/numbers.ts";
import { RemoteView } from "#platform/ui/RemoteView.tsx";
import { ago, momentOf } from "#platform/ui/time.ts";
import { type Area, areaOf } from "./area.ts";
import { HouseholdGauge } from "./HouseholdGauge.tsx";
import { areaText } from "./text.ts";

export type LocatedArea = { readonly position: Position; readonly bounds: Bounds; readonly level: Area["level"] };

type Props = {
  readonly id: string;
  readonly timeZone: string;
  /** Changes whenever something in the area may have changed. */
  readonly revision: unknown;
  readonly onLocated: (place: LocatedArea) => void;
};

function LastCheckIn({ at, timeZone }: { readonly at: number | null; readonly timeZone: string }) {
  const text = useText(areaText);
  const language = useLanguage();
  const now = useNow();
  if (at === null) return <>{text.never}</>;
  return (
    <>
      {ago(now - at, language)} · {momentOf(at, now, timeZone, language)}
    </>
  );
}

function factsOf(of: Area, text: ReturnType<typeof useText<typeof areaText.zh>>, timeZone: string): readonly Fact[] {
  return [
    { name: text.head[of.level], value: of.headName ?? text.unassigned },
    ...(of.patrolCount
      ? [{ name: text.patrols, value: text.onDuty(of.patrolCount.onDuty, of.patrolCount.total) }]
      : []),
    { name: text.lastCheckIn, value: <LastCheckIn at={of.lastCheckInAt} timeZone={timeZone} /> },
    { name: text.facilities, value: count(of.facilities) },
    { name: text.patrolPoints, value: count(of.patrolPoints) },
    ...(of.level === "grid" ? [] : [{ name: text.children[of.level], value: count(of.children) }]),
    { name: text.persons, value: count(of.persons) },
    { name: text.elders, value: count(of.elders) },
    { name: text.buildings, value: count(of.buildings) },
    { name: text.area, value: squareKilometers(of.areaSquareMeters) },
    { name: text.code, value: of.code },
  ];
}

function Body({ of, timeZone, onLocated }: { readonly of: Area } & Pick<Props, "timeZone" | "onLocated">) {
  const text = useText(areaText);
  const language = useLanguage();
  useEffect(() => onLocated({ position: of.labelPoint, bounds: of.bounds, level: of.level }), [of, onLocated]);
  const above = of.path.filter(({ id }) => id !== of.id);
  return (
    <>
      <nav className="path" aria-label={text.path}>
        {above.map(({ id, name }) => (
          <Link key={id} href={`/areas/${id}`}>
            {name}
          </Link>
        ))}
      </nav>
      <header className="card-title">
        <h2>{named(language, of.name, of.nameEn)}</h2>
        <p className="card-code">{text.level[of.level]}</p>
      </header>
      {of.level === "grid" ? (
        <HouseholdGauge households={of.households} />
      ) : (
        <p className="card-number">
          <b>{count(of.households)}</b> {text.households}
        </p>
      )}
      {of.openIncidentCount !== null && (
        <p className={of.openIncidentCount > 0 ? "card-open card-open-some" : "card-open"}>
          <b>{count(of.openIncidentCount)}</b> {text.openIncidents}
        </p>
      )}
      <Facts facts={factsOf(of, text, timeZone)} />
    </>
  );
}

/** A grid, community, subdistrict or district. */
export function AreaCard({ id, timeZone, revision, onLocated }: Props) {
  const seesPatrols = useMay("see_patrols");
  const [remote, retry] = useQuery(areaCard, { id, seesPatrols }, revision);
  return (
    <RemoteView remote={part(remote, areaOf)} onRetry={retry}>
      {(of) => <Body of={of} timeZone={timeZone} onLocated={onLocated} />}
    </RemoteView>
  );
}
