import { lazy, Suspense } from "react";
import { createPortal } from "react-dom";
import { parseIndicators } from "../indicators/address.ts";
import { IndicatorChip } from "../indicators/IndicatorChip.tsx";
import { usePath } from "../platform/ui/location.ts";

const IndicatorPanel = lazy(() =>
  import("../indicators/IndicatorPanel.tsx").then((module) => ({ default: module.IndicatorPanel })),
);

type Props = {
  readonly timeZone: string;
  /** Where the button hangs. */
  readonly ways: Element | null;
};

/** How the day goes, beside the other ways from the map, and the panel behind it. */
export function IndicatorDesk({ timeZone, ways }: Props) {
  const asked = parseIndicators(usePath());
  return (
    <>
      {ways !== null && createPortal(<IndicatorChip timeZone={timeZone} />, ways)}
      {asked !== null && (
        <Suspense>
          <IndicatorPanel asked={asked} timeZone={timeZone} />
        </Suspense>
      )}
    </>
  );
}
