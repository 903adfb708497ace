import { lazy, Suspense } from "react";
import { createPortal } from "react-dom";
import { parseIndicators } from "../indicators/address.ts";
import { IndicatorChip } from "../indicators/IndicatorChip.tsx";
import { usePath } from "../platform/ui/location.ts";

const IndicatorPanel = lazy(() =>
  import("../indicators/IndicatorPanel.tsx").then((module) => ({ default: module.IndicatorPanel })),
);

/** How the day goes, beside the numbers of the moment, and the panel behind it. */
export function IndicatorDesk({ timeZone }: { readonly timeZone: string }) {
  const asked = parseIndicators(usePath());
  const bar = document.querySelector(".kpis");
  return (
    <>
      {bar !== null && createPortal(<IndicatorChip timeZone={timeZone} />, bar)}
      {asked !== null && (
        <Suspense>
          <IndicatorPanel asked={asked} timeZone={timeZone} />
        </Suspense>
      )}
    </>
  );
}
