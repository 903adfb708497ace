import { useLanguage } from "#platform/i18n/preferences.ts";
import { named, useText } from "#platform/i18n/text.ts";
import type { Place } from "./place.ts";
import { placeText } from "./text.ts";

/** The name of the place, and that it is invented where it is. */
export function PlaceTitle({ place }: { readonly place: Place }) {
  const text = useText(placeText);
  const language = useLanguage();
  return (
    <div className="place">
      <h1>
        {named(language, place.name, place.nameEn)}
        <span className="place-product">{text.product}</span>
      </h1>
      {place.synthetic && (
        <span className="place-synthetic" title={text.syntheticHint}>
          {text.synthetic}
        </span>
      )}
    </div>
  );
}
