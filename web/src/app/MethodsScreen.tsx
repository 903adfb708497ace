import { Methods } from "../methods/Methods.tsx";
import type { Place } from "../place/place.ts";
import { DeskHeader } from "./DeskHeader.tsx";

/** How the numbers come about, under the head that all screens for desk work have. */
export function MethodsScreen({ place }: { readonly place: Place }) {
  return <Methods header={<DeskHeader place={place} screen={null} />} />;
}
