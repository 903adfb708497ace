import { useLayoutEffect, useRef, useState } from "react";
import type { Profile } from "#platform/access/profile.ts";
import { useText } from "#platform/i18n/text.ts";
import { SignInForm } from "./SignInForm.tsx";
import "./signIn.css";
import { accessText } from "./text.ts";

type Props = {
  readonly login: string;
  /** Who has signed in with this browser meanwhile. */
  readonly by: Profile | null;
};

/** The session has ended, or is another's, while somebody worked: the screen stays behind this, as it was. */
export function SignInAgain({ login, by }: Props) {
  const text = useText(accessText);
  const dialog = useRef<HTMLDialogElement>(null);
  // Opening a dialog moves the focus to its first field; the form, which knows better, comes after.
  const [open, setOpen] = useState(false);
  useLayoutEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    setOpen(true);
    // Closing it by Escape would leave a screen that looks alive.
    const stay = (event: Event) => event.preventDefault();
    const keep = (event: KeyboardEvent) => event.key === "Escape" && event.stopPropagation();
    shown?.addEventListener("cancel", stay);
    shown?.addEventListener("keydown", keep);
    // Closed before it is taken away, it gives the focus back to where it was.
    return () => shown?.close();
  }, []);
  return (
    <dialog ref={dialog} className="sign-in-card sign-in-again" aria-labelledby="sign-in-again-title">
      <h2 id="sign-in-again-title">{by === null ? text.expired : text.replaced}</h2>
      <p>{by === null ? text.expiredHint : text.replacedHint(by.name)}</p>
      {by !== null && (
        <button type="button" className="button" onClick={() => globalThis.location.reload()}>
          {text.goOnAs(by.name)}
        </button>
      )}
      {open && <SignInForm login={login} />}
      {by === null && <p className="sign-in-help">{text.other}</p>}
    </dialog>
  );
}
