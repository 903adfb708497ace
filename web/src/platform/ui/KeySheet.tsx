import { Fragment, type ReactNode, useEffect, useRef } from "react";
import { Icon } from "./Icon.tsx";
import "./keySheet.css";

export type KeyLine = readonly [keys: readonly string[], words: string];

export function Keys({ title, lines }: { readonly title: string; readonly lines: readonly KeyLine[] }) {
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

type Props = {
  readonly title: string;
  readonly close: string;
  readonly hint?: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
};

/** What the keys do, over the screen until it is closed. */
export function KeySheet({ title, close, hint, onClose, children }: Props) {
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
        <h2 id="help-title">{title}</h2>
        <button type="button" className="icon-button" aria-label={close} onClick={onClose}>
          <Icon name="close" />
        </button>
      </div>
      <div className="help-columns">{children}</div>
      {hint !== undefined && <p className="help-hint">{hint}</p>}
    </dialog>
  );
}
