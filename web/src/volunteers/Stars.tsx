import { useText } from "#platform/i18n/text.ts";
import { volunteerText } from "./text.ts";

/** Stars out of five, in signs and for screen readers in words. */
export function Stars({ count }: { readonly count: number }) {
  const text = useText(volunteerText);
  return (
    <span className="stars" role="img" aria-label={text.stars(count)}>
      {"★".repeat(count)}
      <i>{"★".repeat(5 - count)}</i>
    </span>
  );
}
