import { useEffect } from "react";
import type { FacilityCardQuery } from "#documents/documents.ts";
import { facilityCard } from "#documents/facilities/FacilityCard.ts";
import { toPosition } from "#platform/api/convert.ts";
import type { Position } from "#platform/api/parse.ts";
import { part, useQuery } from "#platform/api/useQuery.ts";
import { useText } from "#platform/i18n/text.ts";
import { Facts } from "#platform/ui/Facts.tsx";
import { Link } from "#platform/ui/Link.tsx";
import { RemoteView } from "#platform/ui/RemoteView.tsx";
import { Head, Hours, Services } from "./Serving.tsx";
import { facilityText } from "./text.ts";

type Facility = NonNullable<FacilityCardQuery["facility"]>;

const facilityOf = (answer: FacilityCardQuery) => answer.facility;

type Props = { readonly id: string; readonly revision: unknown; readonly onLocated: (position: Position) => void };

function Body({ of, onLocated }: { readonly of: Facility; readonly onLocated: Props["onLocated"] }) {
  const text = useText(facilityText);
  useEffect(() => onLocated(toPosition(of.position)), [of, onLocated]);
  return (
    <>
      <Head of={of} />
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
      <Services offered={of.services} />
    </>
  );
}

/** A party service station, courier rest stop or any other place that serves. */
export function FacilityCard({ id, revision, onLocated }: Props) {
  const [remote, retry] = useQuery(facilityCard, { id }, revision);
  return (
    <RemoteView remote={part(remote, facilityOf)} onRetry={retry}>
      {(of) => <Body of={of} onLocated={onLocated} />}
    </RemoteView>
  );
}
