import { useEffect, useRef, useState } from "react";
import { useText } from "#platform/i18n/text.ts";
import { SignInForm } from "./SignInForm.tsx";
import "./signIn.css";
import { accessText } from "./text.ts";

/** The session has ended while somebody worked: the screen stays behind this, as it was. */
export function SignInAgain({ login }: { readonly login: string }) {
  const text = useText(accessText);
  const dialog = useRef<HTMLDialogElement>(null);
  // Opening a dialog moves the focus to its first field; the form, which knows better, comes after.
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    setOpen(true);
    // Closing it by Escape would leave a screen that looks alive.
    const stay = (event: Event) => event.preventDefault();
    shown?.addEventListener("cancel", stay);
    return () => shown?.removeEventListener("cancel", stay);
  }, []);
  return (
    <dialog ref={dialog} className="sign-in-card sign-in-again" aria-labelledby="sign-in-again-title">
      <h2 id="sign-in-again-title">{text.expired}</h2>
      <p>{text.expiredHint}</p>
      {open && <SignInForm login={login} />}
      <p className="sign-in-help">{text.other}</p>
    </dialog>
  );
}
