import type { Covered } from "#platform/map/camera.ts";
import { sheetsUpTo } from "#platform/ui/sheet.ts";

const panel = 372;

/** What the panels of this screen cover of the map when it opens. */
export function coveredBeside({ left, right }: { readonly left: boolean; readonly right: boolean }): Covered {
  if (globalThis.innerWidth <= sheetsUpTo)
    return { top: 142, right: 0, bottom: Math.round(globalThis.innerHeight * 0.55), left: 0 };
  return { top: 60, right: right ? panel : 0, bottom: 0, left: left ? panel : 0 };
}
