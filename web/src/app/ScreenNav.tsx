import { useText } from "../platform/i18n/text.ts";
import { appText } from "./text.ts";

const addresses = { live: "/", boundaries: "/boundaries", coverage: "/coverage", response: "/response" } as const;

export type ScreenName = keyof typeof addresses;

/** The ways from one screen to another; each is a page of its own, so that none of them keeps what the other no longer needs. */
export function ScreenNav({ current }: { readonly current: ScreenName | null }) {
  const text = useText(appText);
  return (
    <nav className="screens" aria-label={text.screens.label}>
      {Object.entries(addresses).map(([name, address]) => (
        <a key={name} href={address} aria-current={name === current ? "page" : undefined}>
          {text.screens[name as ScreenName]}
        </a>
      ))}
    </nav>
  );
}
