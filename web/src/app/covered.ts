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
  // What one can do stands above the hours there, in two rows.
  if (width <= sheetsUpTo) return { top: 156, right: 0, bottom: queue || panel ? height * 0.55 : strip ? 270 : 26, left: 0 };
  return { top: 60, right: panel ? 384 : 56, bottom: strip ? 130 : 26, left: queue ? 384 : 0 };
}
