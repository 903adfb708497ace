import { lazy, Suspense, useState } from "react";
import { createPortal } from "react-dom";
import { useText } from "../platform/i18n/text.ts";
import { Icon } from "../platform/ui/Icon.tsx";
import { replayText } from "../replay/text.ts";
import type { Session } from "./session.ts";

const Replay = lazy(() => import("./Replay.tsx").then((module) => ({ default: module.Replay })));

type Props = {
  readonly timeZone: string;
  readonly session: Session;
  /** Where the button hangs. */
  readonly ways: Element | null;
};

/** The way into the past: by a button, a key, or the address. */
export function ReplayEntry({ timeZone, session, ways }: Props) {
  const text = useText(replayText);
  const [open, setOpen] = useState(() => new URLSearchParams(globalThis.location.search).has("replay"));
  if (open)
    return (
      <Suspense>
        <Replay timeZone={timeZone} session={session} onBack={() => setOpen(false)} />
      </Suspense>
    );
  if (ways === null) return null;
  return createPortal(
    <button
      type="button"
      className="button desk-way"
      title={text.openHint}
      aria-keyshortcuts="p"
      onClick={() => setOpen(true)}
    >
      <Icon name="clock" size={16} /> {text.open}
    </button>,
    ways,
  );
}
