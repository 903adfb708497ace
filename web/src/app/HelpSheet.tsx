import { Fragment, useEffect, useRef } from "react";
import { actions, keys } from "../incidents/moves.ts";
import { moveText } from "../incidents/moveText.ts";
import { useText } from "../platform/i18n/text.ts";
import { Icon } from "../platform/ui/Icon.tsx";
import { replayText } from "../replay/text.ts";
import { deskText } from "./deskText.ts";

type Line = readonly [keys: readonly string[], words: string];

function Keys({ title, lines }: { readonly title: string; readonly lines: readonly Line[] }) {
  return (
    <section>
      <h3>{title}</h3>
      <dl className="keys">
        {lines.map(([names, words]) => (
          <Fragment key={words}>
            <dt>
              {names.map((name) => (
                <kbd key={name}>{name}</kbd>
              ))}
            </dt>
            <dd>{words}</dd>
          </Fragment>
        ))}
      </dl>
    </section>
  );
}

/** What the keys do, over the screen until it is closed. */
export function HelpSheet({ onClose }: { readonly onClose: () => void }) {
  const text = useText(deskText);
  const { action } = useText(moveText);
  const replay = useText(replayText);
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    // Closing gives the focus back to where it was.
    return () => shown?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className="help"
      aria-labelledby="help-title"
      onClose={onClose}
      onKeyDown={(event) => {
        // What is behind must not hear of it.
        event.stopPropagation();
        if (event.key === "?") onClose();
      }}
    >
      <div className="help-bar">
        <h2 id="help-title">{text.keys}</h2>
        <button type="button" className="icon-button" aria-label={text.close} onClick={onClose}>
          <Icon name="close" />
        </button>
      </div>
      <div className="help-columns">
        <div>
          <Keys
            title={text.queue}
            lines={[
              [["J", "K"], text.next],
              [["Enter", "O"], text.open],
              [["N"], text.seen],
            ]}
          />
          <Keys
            title={text.screen}
            lines={[
              [["/"], text.search],
              [["G"], text.alarms],
              [["W"], text.volunteers],
              [["E"], text.indicators],
              [["I"], text.report],
              [["M"], text.map],
              [["L"], text.layers],
              [["H"], text.whole],
              [["P"], replay.open],
              [["Esc"], text.back],
              [["?"], text.help],
              [[text.arrows], text.move],
            ]}
          />
        </div>
        <Keys title={text.incident} lines={actions.map((name) => [[keys[name].toUpperCase()], action[name]])} />
      </div>
      <p className="help-hint">{text.actionHint}</p>
    </dialog>
  );
}
