import { preferences, usePreferences } from "#platform/i18n/preferences.ts";
import { useText } from "#platform/i18n/text.ts";
import { Icon } from "#platform/ui/Icon.tsx";
import { SignInForm } from "./SignInForm.tsx";
import "./signIn.css";
import { accessText } from "./text.ts";

/** Before anybody is known: the address stays as it is, so that signing in leads to where the link meant to go. */
export function SignInPage({ placeName }: { readonly placeName: string }) {
  const text = useText(accessText);
  const { theme, language } = usePreferences();
  return (
    <main className="sign-in">
      <div className="sign-in-ends">
        <button
          type="button"
          className="icon-button"
          aria-label={text.theme[theme]}
          title={text.theme[theme]}
          onClick={() => preferences.setState({ theme: theme === "dark" ? "light" : "dark" })}
        >
          <Icon name={theme === "dark" ? "sun" : "moon"} />
        </button>
        <button
          type="button"
          className="icon-button icon-button-word"
          aria-label={text.languageLabel}
          onClick={() => preferences.setState({ language: language === "zh" ? "en" : "zh" })}
        >
          {text.language}
        </button>
      </div>
      <section className="sign-in-card" aria-labelledby="sign-in-title">
        <div className="sign-in-mark" aria-hidden="true">
          <Icon name="grid" size={30} />
        </div>
        <h1 id="sign-in-title">
          {placeName}
          <span>{text.product}</span>
        </h1>
        <SignInForm />
        <p className="sign-in-help">{text.help}</p>
      </section>
    </main>
  );
}
