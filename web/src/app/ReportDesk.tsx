import { useCallback, useEffect, useState } from "react";
import { ReportPanel } from "../incidents/ReportPanel.tsx";
import type { Position } from "../platform/api/parse.ts";
import { useText } from "../platform/i18n/text.ts";
import type { MapHost } from "../platform/map/host.ts";
import { createPlacePart } from "../platform/map/placePart.ts";
import { PlaceSearch } from "../search/PlaceSearch.tsx";
import { deskText } from "./deskText.ts";
import type { Session } from "./session.ts";

type Props = { readonly session: Session };

function middleOf(host: MapHost): Position {
  const { longitude, latitude } = host.view.getState();
  return [longitude, latitude];
}

/** The report form, and the map as the place to point at meanwhile. */
export function ReportDesk({ session }: Props) {
  const { host, locate } = session;
  const [at, setAt] = useState<Position | null>(null);
  useEffect(() => host.addPart(createPlacePart(setAt)), [host]);
  useEffect(() => {
    locate(at === null ? null : { position: at, bounds: null, outline: null }, true);
    return () => locate(null, false);
  }, [locate, at]);
  const takeMiddle = useCallback(() => setAt(middleOf(host)), [host]);
  const show = useCallback((place: Position) => host.show(place, null), [host]);
  const text = useText(deskText);
  const search = (
    <PlaceSearch
      label={text.placeByName}
      onGo={({ position }) => {
        setAt(position);
        show(position);
      }}
    />
  );
  return <ReportPanel at={at} onMiddle={takeMiddle} onShow={show} search={search} />;
}
