import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from "react";
import { signIn } from "#platform/access/session.ts";
import { ReadError } from "#platform/api/readJson.ts";
import { useLanguage } from "#platform/i18n/preferences.ts";
import { useText, worded } from "#platform/i18n/text.ts";
import { accessText } from "./text.ts";
import { useCountdown } from "./useCountdown.ts";

/** What the server said, in words. */
function useReason(error: ReadError | null, secondsLeft: number): string | null {
  const text = useText(accessText);
  const language = useLanguage();
  if (error === null) return null;
  if (error.status === 429) return secondsLeft > 0 ? text.locked(secondsLeft) : null;
  if (error.status === 0) return text.unreachable;
  if (error.code === "SIGN_IN_REFUSED") return text.refused;
  return worded(language, error);
}

type Props = { readonly login?: string };

/** Login and password, by keyboard alone if need be. */
export function SignInForm({ login: known = "" }: Props) {
  const text = useText(accessText);
  const [login, setLogin] = useState(known);
  const [password, setPassword] = useState("");
  const [shown, setShown] = useState(false);
  const [capsLock, setCapsLock] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ReadError | null>(null);
  const [secondsLeft, countDown] = useCountdown();
  const first = useRef<HTMLInputElement>(null);
  const second = useRef<HTMLInputElement>(null);
  const reason = useReason(error, secondsLeft);
  useEffect(() => (known === "" ? first : second).current?.focus(), [known]);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy || secondsLeft > 0) return;
    setBusy(true);
    setError(null);
    try {
      await signIn(login, password);
    } catch (refused) {
      if (!(refused instanceof ReadError)) throw refused;
      setError(refused);
      setPassword("");
      countDown(refused.status === 429 ? (refused.retryAfter ?? 0) : 0);
      second.current?.focus();
    } finally {
      setBusy(false);
    }
  };
  const watchCapsLock = (event: KeyboardEvent) => setCapsLock(event.getModifierState("CapsLock"));

  return (
    <form className="sign-in-form" onSubmit={(event) => void submit(event)}>
      <div className="sign-in-field">
        <label htmlFor="sign-in-login">{text.login}</label>
        <input
          id="sign-in-login"
          ref={first}
          name="login"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={64}
          required
          value={login}
          onChange={(event) => setLogin(event.target.value)}
        />
      </div>
      <div className="sign-in-field">
        <label htmlFor="sign-in-password">{text.password}</label>
        <span className="sign-in-password">
          <input
            id="sign-in-password"
            ref={second}
            name="password"
            type={shown ? "text" : "password"}
            autoComplete="current-password"
            maxLength={128}
            required
            value={password}
            aria-describedby="sign-in-hints"
            onChange={(event) => setPassword(event.target.value)}
            onKeyDown={watchCapsLock}
            onKeyUp={watchCapsLock}
          />
          <button type="button" className="button-quiet" aria-pressed={shown} onClick={() => setShown(!shown)}>
            {shown ? text.hide : text.show}
          </button>
        </span>
      </div>
      <div id="sign-in-hints">
        {capsLock && <p className="sign-in-caps">⇪ {text.capsLock}</p>}
        {reason !== null && (
          <p className="sign-in-error" role="alert">
            {reason}
          </p>
        )}
      </div>
      <button type="submit" className="button button-strong" disabled={busy || secondsLeft > 0}>
        {busy ? text.submitting : text.submit}
      </button>
    </form>
  );
}
