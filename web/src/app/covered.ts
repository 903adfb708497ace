import type { Covered } from "../platform/map/camera.ts";
import { sheetsUpTo } from "../platform/ui/sheet.ts";

type Panels = { readonly width: number; readonly height: number; readonly queue: boolean; readonly card: boolean };

/** What the panels cover of a screen. */
export function coveredBy({ width, height, queue, card }: Panels): Covered {
  if (width <= sheetsUpTo) return { top: 156, right: 0, bottom: queue || card ? height * 0.55 : 26, left: 0 };
  return { top: 60, right: card ? 384 : 56, bottom: 26, left: queue ? 384 : 0 };
}
