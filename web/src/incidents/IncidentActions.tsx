import { useEffect, useRef } from "react";
import type { IncidentDetailFragment } from "#documents/documents.ts";
import { lower } from "#platform/api/convert.ts";
import { useText } from "#platform/i18n/text.ts";
import { navigate } from "#platform/ui/location.ts";
import { type Incident, isOpen, type Step } from "./incident.ts";
import { MoveAlert } from "./MoveAlert.tsx";
import { MoveForm } from "./MoveForm.tsx";
import { isAtOnce, isForward, keys, type Offer, offersOf } from "./moves.ts";
import { moveText } from "./moveText.ts";
import type { useMove, Words } from "./useMove.ts";
import "./moves.css";

type Props = {
  readonly known: IncidentDetailFragment;
  readonly of: Incident;
  /** The action whose form is open, by the address. */
  readonly action: string | null;
  readonly move: ReturnType<typeof useMove>;
  readonly timeZone: string;
};

const ofDesk: ReadonlySet<Step> = new Set(["reported", "registered", "feedback"]);

/** Why there is nothing to press. */
function NothingToDo({ step }: { readonly step: Step }) {
  const text = useText(moveText);
  return (
    <p className="moves-none">
      {isOpen(step) ? `${text.lookOnly}${ofDesk.has(step) ? text.byDesk : text.byPatrol}` : text.finished}
    </p>
  );
}

type RowProps = {
  readonly offers: readonly Offer[];
  readonly look: string;
  readonly busy: boolean;
  readonly onPress: (offer: Offer) => void;
};

function Row({ offers, look, busy, onPress }: RowProps) {
  const text = useText(moveText);
  if (offers.length === 0) return null;
  return (
    <div className={look} data-busy={busy}>
      {offers.map((offer) => (
        <button
          key={offer.action}
          type="button"
          className="button"
          aria-keyshortcuts={keys[offer.action]}
          onClick={() => onPress(offer)}
        >
          {text.action[offer.action]}{" "}
          <span className="key" aria-hidden="true">
            {keys[offer.action].toUpperCase()}
          </span>
        </button>
      ))}
    </div>
  );
}

function NotNow({ onBack }: { readonly onBack: () => void }) {
  const text = useText(moveText);
  return (
    <div className="move-alert">
      <strong>{text.notNow}</strong>
      <p>{text.notNowHint}</p>
      <div className="move-ends">
        <button type="button" className="button" onClick={onBack}>
          {text.back}
        </button>
      </div>
    </div>
  );
}

/** What the reader may do with the incident: the way forward first, a form where words are needed, and how it ended. */
export function IncidentActions({ known, of, action, move, timeZone }: Props) {
  const text = useText(moveText);
  const offers = offersOf(known);
  const { progress, act, again, clear } = move;
  const section = useRef<HTMLElement>(null);
  const path = `/incidents/${encodeURIComponent(of.number)}`;
  const opened = offers.find((offer) => offer.action === action);
  const sending = progress.kind === "sending";
  const settled = progress.kind === "made";
  // What was pressed or written in is gone: the next action is under the same hands.
  const before = useRef(action);
  useEffect(() => {
    const isLost = settled || (before.current !== null && action === null);
    before.current = action;
    if (isLost && document.activeElement === document.body) section.current?.focus();
  }, [settled, action]);

  useEffect(() => {
    if (!settled) return;
    const timer = setTimeout(clear, 8000);
    return () => clearTimeout(timer);
  }, [settled, clear]);

  const press = (offer: Offer) => {
    if (sending) return;
    clear();
    if (isAtOnce(offer)) void act(offer);
    else navigate(`${path}/${offer.action}`);
  };
  const close = () => navigate(path);
  const submit = async (offer: Offer, words: Words) => {
    if (await act(offer, words)) close();
  };
  const repeat = async () => {
    if (await again()) close();
  };
  const aside = offers.filter((offer) => !isForward(offer));
  const isFormShown = opened !== undefined && !(progress.kind === "made" && progress.offer.action === action);
  return (
    <section ref={section} className="moves" aria-label={text.title} tabIndex={-1}>
      <p className="moves-done" role="status">
        {sending ? text.sending : progress.kind === "made" ? `✓ ${text.done[progress.offer.action]}` : ""}
      </p>
      <MoveAlert progress={progress} timeZone={timeZone} onAgain={() => void repeat()} onClose={clear} />
      {action !== null && opened === undefined && !sending && !settled && progress.kind !== "refused" && (
        <NotNow onBack={close} />
      )}
      {isFormShown && (
        <MoveForm
          key={opened.action}
          offer={opened}
          of={of}
          timeZone={timeZone}
          sending={sending}
          told={progress.kind === "refused"}
          onSubmit={(offer, words) => void submit(offer, words)}
          onCancel={close}
        />
      )}
      {action === null && offers.length === 0 && !sending && <NothingToDo step={lower(known.step)} />}
      {action === null && (
        <>
          <Row offers={offers.filter(isForward)} look="moves-row" busy={sending} onPress={press} />
          <Row offers={aside} look="moves-row moves-aside" busy={sending} onPress={press} />
        </>
      )}
    </section>
  );
}
