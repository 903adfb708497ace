import { useState } from "react";
import { useText } from "#platform/i18n/text.ts";
import { volunteerText } from "./text.ts";

/** Why the last deed was not done; nothing if it was. */
export function Complaint({ words }: { readonly words: string | null }) {
  const text = useText(volunteerText);
  if (words === null) return null;
  return (
    <p className="volunteer-note" role="alert">
      <strong>{text.refused}</strong> {words}
    </p>
  );
}

type SureProps = { readonly words: string; readonly busy: boolean; readonly onSure: () => void };

/** What cannot be taken back is pressed twice. */
export function Sure({ words, busy, onSure }: SureProps) {
  const text = useText(volunteerText);
  const [asked, setAsked] = useState(false);
  return (
    <button
      type="button"
      className="button"
      disabled={busy}
      onBlur={() => setAsked(false)}
      onClick={() => {
        if (asked) onSure();
        setAsked(!asked);
      }}
    >
      {asked ? text.sure : words}
    </button>
  );
}
