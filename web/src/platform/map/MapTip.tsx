import { useStore } from "zustand";
import type { MapHost } from "./host.ts";

/** What is under the pointer, said beside it. */
export function MapTip({ host }: { readonly host: MapHost }) {
  const tip = useStore(host.hoverTip, (state) => state.tip);
  if (tip === null) return null;
  return (
    <div className="tip" aria-hidden="true" style={{ transform: `translate(${tip.at.x + 14}px, ${tip.at.y + 14}px)` }}>
      {tip.label}
    </div>
  );
}
