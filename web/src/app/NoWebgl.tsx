import { placeText } from "../place/text.ts";
import { useText } from "../platform/i18n/text.ts";

/** In place of the map, where the browser cannot draw it. */
export function NoWebgl() {
  const text = useText(placeText);
  return (
    <main className="start" role="alert">
      <h1>{text.noWebgl}</h1>
      <p>{text.noWebglRemedy}</p>
    </main>
  );
}
