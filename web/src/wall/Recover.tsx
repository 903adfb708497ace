import { Component, type ReactNode } from "react";
import { preferences } from "#platform/i18n/preferences.ts";
import { inLanguage } from "#platform/i18n/text.ts";
import { wallText } from "./text.ts";

const wait = 20_000;

type State = { readonly isBroken: boolean };

/** Nobody stands at a wall to press a button: what breaks is loaded again by itself. */
export class Recover extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { isBroken: false };

  #timer: ReturnType<typeof setTimeout> | undefined;

  static getDerivedStateFromError(): State {
    return { isBroken: true };
  }

  override componentDidCatch(): void {
    this.#timer = setTimeout(() => globalThis.location.reload(), wait);
  }

  override componentWillUnmount(): void {
    clearTimeout(this.#timer);
  }

  override render(): ReactNode {
    if (!this.state.isBroken) return this.props.children;
    return (
      <main className="wall wall-broken" role="alert">
        <p>{inLanguage(wallText, preferences.getState().language).broken}</p>
      </main>
    );
  }
}
