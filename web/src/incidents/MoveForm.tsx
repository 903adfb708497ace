import { type FormEvent, type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { useLanguage } from "#platform/i18n/preferences.ts";
import { useText } from "#platform/i18n/text.ts";
import type { Incident } from "./incident.ts";
import { isSending, type Offer } from "./moves.ts";
import { moveText, presets } from "./moveText.ts";
import { PatrolPicker } from "./PatrolPicker.tsx";
import { incidentText } from "./text.ts";
import type { Words } from "./useMove.ts";

const longestNote = 500;

type Props = {
  readonly offer: Offer;
  readonly of: Incident;
  readonly timeZone: string;
  readonly sending: boolean;
  /** The reader has been told how the incident stands now. */
  readonly told: boolean;
  readonly onSubmit: (offer: Offer, words: Words) => void;
  readonly onCancel: () => void;
};

type PresetProps = { readonly of: keyof typeof presets.zh; readonly onChoose: (words: string) => void };

function Presets({ of, onChoose }: PresetProps) {
  const text = useText(moveText);
  return (
    <fieldset className="chips">
      <legend className="visually-hidden">{text.presets}</legend>
      {presets[useLanguage()][of].map((words) => (
        <button key={words} type="button" className="chip" onClick={() => onChoose(words)}>
          {words}
        </button>
      ))}
    </fieldset>
  );
}

function hasPresets(action: string): action is keyof typeof presets.zh {
  return action in presets.zh;
}

/** What an action needs to be told, and its confirmation. It stays as it is until the server has said yes. */
export function MoveForm({ offer, of, timeZone, sending, told, onSubmit, onCancel }: Props) {
  const text = useText(moveText);
  const { step } = useText(incidentText);
  const { action, needsNote } = offer;
  const sends = isSending(offer);
  // What is decided is decided about the incident as it was when the form was opened.
  const [seen, setSeen] = useState(offer);
  useEffect(() => {
    if (told) setSeen(offer);
  }, [told, offer]);
  const [note, setNote] = useState("");
  const [patrolId, setPatrolId] = useState<string | null>(null);
  const [complaint, setComplaint] = useState<string | null>(null);
  const words = useRef<HTMLTextAreaElement>(null);
  const confirm = useRef<HTMLButtonElement>(null);
  const id = useId();
  // The picker takes the focus to the nearest itself, once it knows them.
  useEffect(() => {
    if (!sends) (needsNote ? words : confirm).current?.focus();
  }, [sends, needsNote]);

  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    if (sending) return;
    const missing = needsNote && note.trim() === "" ? text.noteMissing : null;
    const nobody = sends && patrolId === null ? text.choose : null;
    setComplaint(missing ?? nobody);
    if (missing !== null) words.current?.focus();
    if (missing === null && nobody === null) onSubmit(seen, { note: note.trim(), patrolId });
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) submit();
  };
  const write = (chosen: string) => {
    setNote(chosen);
    words.current?.focus();
  };

  return (
    <form className="move-form" aria-labelledby={`${id}-title`} onSubmit={submit} onKeyDown={onKey} noValidate>
      <h3 id={`${id}-title`}>
        {text.action[action]} <span>{offer.to === offer.from ? "" : text.leadsTo(step[offer.to])}</span>
      </h3>
      <p className="move-hint">{text.hint[action]}</p>
      {sends && (
        <PatrolPicker
          incident={of.id}
          from={of.position}
          without={offer.sentPatrolId}
          timeZone={timeZone}
          chosen={patrolId}
          onChoose={setPatrolId}
        />
      )}
      {action !== "arrive" && (
        <>
          <div className="move-label">
            <label htmlFor={`${id}-note`}>{needsNote ? text.note : text.noteOptional}</label>
            <span aria-hidden="true">{`${note.length}/${longestNote}`}</span>
          </div>
          <textarea
            id={`${id}-note`}
            ref={words}
            className="field"
            rows={needsNote ? 3 : 1}
            maxLength={longestNote}
            required={needsNote}
            aria-invalid={complaint === text.noteMissing}
            aria-describedby={`${id}-keys`}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
        </>
      )}
      {hasPresets(action) && <Presets of={action} onChoose={write} />}
      {complaint !== null && (
        <p className="move-complaint" role="alert">
          {complaint}
        </p>
      )}
      <div className="move-ends">
        <button
          ref={confirm}
          type="submit"
          className={action === "void" ? "button button-grave" : "button button-strong"}
          aria-disabled={sending}
        >
          {sending ? text.sending : text.confirm[action]}
        </button>
        <button type="button" className="button" onClick={onCancel}>
          {text.cancel}
        </button>
        {action !== "arrive" && (
          <span id={`${id}-keys`} className="move-keys">
            {text.noteKeys}
          </span>
        )}
      </div>
    </form>
  );
}
