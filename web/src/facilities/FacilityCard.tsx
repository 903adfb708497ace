import { useEffect } from "react";
import type { Position } from "#platform/api/parse.ts";
import { useRemote } from "#platform/api/useRemote.ts";
import { useLanguage } from "#platform/i18n/preferences.ts";
import { named, useText } from "#platform/i18n/text.ts";
import { Facts } from "#platform/ui/Facts.tsx";
import { Link } from "#platform/ui/Link.tsx";
import { RemoteView } from "#platform/ui/RemoteView.tsx";
import { type Facility, facility } from "./facility.ts";
import { openingLines } from "./openingHours.ts";
import { facilityText } from "./text.ts";

type Props = { readonly id: string; readonly revision: unknown; readonly onLocated: (position: Position) => void };

function OpenState({ of }: { readonly of: Facility }) {
  const text = useText(facilityText);
  switch (of.status) {
    case "suspended":
    case "closed":
      return <span className="tag tag-off">✕ {text[of.status]}</span>;
    case "open":
      if (of.isOpenNow === null) return null;
      return of.isOpenNow ? (
        <span className="tag tag-on">● {text.openNow}</span>
      ) : (
        <span className="tag tag-off">○ {text.closedNow}</span>
      );
  }
}

function Hours({ hours }: { readonly hours: string }) {
  const language = useLanguage();
  return (
    <>
      {openingLines(hours, language).map((line) => (
        <span key={line} className="line">
          {line}
        </span>
      ))}
    </>
  );
}

function Body({ of, onLocated }: { readonly of: Facility; readonly onLocated: Props["onLocated"] }) {
  const text = useText(facilityText);
  const language = useLanguage();
  useEffect(() => onLocated(of.position), [of, onLocated]);
  return (
    <>
      <header className="card-title">
        <h2>{named(language, of.name, of.nameEn)}</h2>
        <p className="card-code">{named(language, of.kindName, of.kindNameEn)}</p>
      </header>
      <div className="card-status">
        <OpenState of={of} />
      </div>
      <Facts
        facts={[
          { name: text.address, value: of.address },
          { name: text.hours, value: <Hours hours={of.openingHours} /> },
          { name: text.capacity, value: of.capacity > 0 ? text.capacityOf(of.capacity) : "—" },
          {
            name: text.grid,
            value: of.grid === null ? text.outside : <Link href={`/areas/${of.grid.id}`}>{of.grid.name}</Link>,
          },
          { name: text.code, value: of.code },
        ]}
      />
      <h3>{of.services.length > 0 ? text.services(of.services.length) : text.noServices}</h3>
      <ul className="services">
        {of.services.map((service) => (
          <li key={service.code}>{named(language, service.name, service.nameEn)}</li>
        ))}
      </ul>
    </>
  );
}

/** A party service station, courier rest stop or any other place that serves. */
export function FacilityCard({ id, revision, onLocated }: Props) {
  const [remote, retry] = useRemote(`/api/facilities/${encodeURIComponent(id)}`, facility, revision);
  return (
    <RemoteView remote={remote} onRetry={retry}>
      {(of) => <Body of={of} onLocated={onLocated} />}
    </RemoteView>
  );
}
