import type { Covered } from "../platform/map/camera.ts";
import { sheetsUpTo } from "../platform/ui/sheet.ts";

type Panels = {
  readonly width: number;
  readonly height: number;
  /** On the left. */
  readonly queue: boolean;
  /** On the right. */
  readonly panel: boolean;
  /** The hours at the lower edge. */
  readonly strip: boolean;
};

/** What the panels cover of a screen. */
export function coveredBy({ width, height, queue, panel, strip }: Panels): Covered {
  const footer = 26;
  if (width > sheetsUpTo)
    return { top: 60, right: panel ? 384 : 56, bottom: strip ? 130 : footer, left: queue ? 384 : 0 };
  // A sheet on a phone; otherwise the hours, and above them in two rows what one can do.
  const sheet = queue || panel ? height * 0.55 : 0;
  return { top: 156, right: 0, bottom: sheet || (strip ? 270 : footer), left: 0 };
}
