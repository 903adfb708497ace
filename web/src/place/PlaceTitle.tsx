import { useLanguage } from "#platform/i18n/preferences.ts";
import { named, useText } from "#platform/i18n/text.ts";
import type { Place } from "./place.ts";
import { placeText } from "./text.ts";

/** The name of the place, and what of it is invented: all of the demo; of a real place, what happens in it. */
export function PlaceTitle({ place }: { readonly place: Place }) {
  const text = useText(placeText);
  const language = useLanguage();
  return (
    <div className="place">
      <h1>
        {named(language, place.name, place.nameEn)}
        <span className="place-product">{text.product}</span>
      </h1>
      <span className="place-synthetic" title={place.synthetic ? text.syntheticHint : text.simulatedHint}>
        {place.synthetic ? text.synthetic : text.simulated}
      </span>
    </div>
  );
}
