import { BoundaryScreen } from "../boundaries/BoundaryScreen.tsx";
import type { Place } from "../place/place.ts";
import { DeskHeader } from "./DeskHeader.tsx";
import { Footer } from "./Footer.tsx";

/** Grid boundaries: plans, and the editor of one. */
export function BoundariesScreen({ place }: { readonly place: Place }) {
  return (
    <BoundaryScreen
      place={place}
      header={<DeskHeader place={place} screen="boundaries" />}
      footer={<Footer place={place} host={null} />}
    />
  );
}
