import { useEffect, useState } from "react";
import type { FacilityAtQuery } from "#documents/documents.ts";
import { facilityAt } from "#documents/facilities/FacilityAt.ts";
import { toPosition, toTimeOrNull } from "#platform/api/convert.ts";
import type { Position } from "#platform/api/parse.ts";
import { useQuery } from "#platform/api/useQuery.ts";
import { useLanguage } from "#platform/i18n/preferences.ts";
import { useText } from "#platform/i18n/text.ts";
import { Facts } from "#platform/ui/Facts.tsx";
import { RemoteView } from "#platform/ui/RemoteView.tsx";
import { momentOf } from "#platform/ui/time.ts";
import { Head, Hours, Services } from "./Serving.tsx";
import { facilityText } from "./text.ts";

type Past = FacilityAtQuery["facilityAt"];
type Located = (position: Position) => void;

type Props = { readonly id: string; readonly at: number; readonly timeZone: string; readonly onLocated: Located };

function Body({ of, at, timeZone, onLocated }: Omit<Props, "id"> & { readonly of: Past }) {
  const text = useText(facilityText);
  const language = useLanguage();
  const [longitude, latitude] = of === null ? [null, null] : toPosition(of.position);
  useEffect(() => {
    if (longitude !== null && latitude !== null) onLocated([longitude, latitude]);
  }, [longitude, latitude, onLocated]);
  if (of === null) return <p className="hint">{text.wasNotThere}</p>;
  const [since, until] = [toTimeOrNull(of.since), toTimeOrNull(of.until)];
  return (
    <>
      <Head of={of} />
      <Facts
        facts={[
          { name: text.hours, value: <Hours hours={of.openingHours} /> },
          { name: text.capacity, value: of.capacity > 0 ? text.capacityOf(of.capacity) : "—" },
          { name: text.since, value: since === null ? text.always : momentOf(since, at, timeZone, language) },
          { name: text.until, value: until === null ? text.stillSo : momentOf(until, at, timeZone, language) },
        ]}
      />
      {of.services === null ? <p className="hint">{text.servicesUnknown}</p> : <Services offered={of.services} />}
    </>
  );
}

/** A place that serves as it was at a moment of a replay. While the moment moves on, the last answer stays on screen. */
export function PastFacilityCard({ id, at, timeZone, onLocated }: Props) {
  const [remote, retry] = useQuery(facilityAt, { id, at: new Date(at).toISOString() }, null);
  const [last, setLast] = useState(remote);
  useEffect(() => {
    if (remote.kind !== "loading") setLast(remote);
  }, [remote]);
  return (
    <RemoteView remote={remote.kind === "loading" ? last : remote} onRetry={retry}>
      {({ facilityAt: of }) => <Body of={of} at={at} timeZone={timeZone} onLocated={onLocated} />}
    </RemoteView>
  );
}
