import { formatReplay } from "../replay/address.ts";
import type { Playhead } from "../replay/playhead.ts";

/** Writes the replay into the address, or takes it out. */
export function noteReplay(head: Playhead | null): void {
  const { pathname, search, hash } = globalThis.location;
  history.replaceState(history.state, "", `${pathname}${formatReplay(search, head)}${hash}`);
}
