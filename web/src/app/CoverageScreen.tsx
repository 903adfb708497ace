import { Coverage } from "../coverage/Coverage.tsx";
import type { Place } from "../place/place.ts";
import { DeskHeader } from "./DeskHeader.tsx";
import { Footer } from "./Footer.tsx";
import { MethodsLink } from "./MethodsLink.tsx";

/** The coverage screen under the head that all screens for desk work have. */
export function CoverageScreen({ place }: { readonly place: Place }) {
  return (
    <Coverage
      place={place}
      header={<DeskHeader place={place} screen="coverage" />}
      footer={<Footer place={place} host={null} />}
      methods={<MethodsLink to="coverage" />}
    />
  );
}
