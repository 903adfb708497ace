import { Component, type ReactNode } from "react";
import { placeText } from "../place/text.ts";
import { preferences } from "../platform/i18n/preferences.ts";
import { inLanguage } from "../platform/i18n/text.ts";

type State = { readonly error: Error | null };

/** Says what to do when a part of the page breaks, instead of a white screen. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { error: null };

  static getDerivedStateFromError(error: unknown): State {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error === null) return this.props.children;
    const text = inLanguage(placeText, preferences.getState().language);
    return (
      <main className="start" role="alert">
        <h1>{text.crashed}</h1>
        <p>{text.crashedRemedy}</p>
        <pre>{error.message}</pre>
        <button type="button" className="button" onClick={() => location.reload()}>
          {text.reload}
        </button>
      </main>
    );
  }
}
