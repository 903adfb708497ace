import { useText } from "#platform/i18n/text.ts";
import { alarmText } from "./text.ts";

type Props = { readonly words: string; readonly disabled?: boolean; readonly onClose: () => void };

/** The two ends of a form: it is sent, or left. */
export function FormEnds({ words, disabled = false, onClose }: Props) {
  const { cancel } = useText(alarmText);
  return (
    <div className="alarm-ends">
      <button type="submit" className="button button-strong" disabled={disabled}>
        {words}
      </button>
      <button type="button" className="button" onClick={onClose}>
        {cancel}
      </button>
    </div>
  );
}
