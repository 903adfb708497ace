import { lazy, Suspense, useState } from "react";
import { createPortal } from "react-dom";
import { useStore } from "zustand";
import { useMay } from "../platform/access/access.ts";
import { useText } from "../platform/i18n/text.ts";
import { Icon } from "../platform/ui/Icon.tsx";
import { serverNow } from "../platform/ui/now.ts";
import { HourStrip } from "../replay/HourStrip.tsx";
import { headAt } from "../replay/hours.ts";
import { replayText } from "../replay/text.ts";
import { useCalm } from "./calm.ts";
import { noteReplay } from "./replayAddress.ts";
import type { Session } from "./session.ts";
import { watch } from "./watch.ts";

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
  const seesIncidents = useMay("see_incidents");
  const revision = useCalm(useStore(watch, ({ revisions }) => revisions["incident"] ?? 0));
  const [open, setOpen] = useState(() => new URLSearchParams(globalThis.location.search).has("replay"));
  if (open)
    return (
      <Suspense>
        <Replay timeZone={timeZone} session={session} onBack={() => setOpen(false)} />
      </Suspense>
    );
  const enter = (at: number) => {
    noteReplay(headAt(at, serverNow()));
    setOpen(true);
  };
  if (ways === null) return null;
  const button = createPortal(
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
  return (
    <>
      {button}
      {seesIncidents && <HourStrip timeZone={timeZone} revision={revision} onEnter={enter} />}
    </>
  );
}
