import { useText } from "#platform/i18n/text.ts";
import { Icon } from "#platform/ui/Icon.tsx";
import { PreferenceButtons } from "#platform/ui/PreferenceButtons.tsx";
import { SignInForm } from "./SignInForm.tsx";
import "./signIn.css";
import { accessText } from "./text.ts";

/** Before anybody is known: the address stays as it is, so that signing in leads to where the link meant to go. */
export function SignInPage({ placeName }: { readonly placeName: string }) {
  const text = useText(accessText);
  return (
    <main className="sign-in">
      <div className="sign-in-ends">
        <PreferenceButtons />
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
