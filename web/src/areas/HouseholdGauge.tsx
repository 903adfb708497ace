import { useText } from "#platform/i18n/text.ts";
import { count } from "#platform/ui/numbers.ts";
import { gridStandard, standingOf } from "./standard.ts";
import { areaText } from "./text.ts";

const scaleEnd = 800;

/** Households against the standard: a bar with the allowed band, and in words. */
export function HouseholdGauge({ households }: { readonly households: number }) {
  const text = useText(areaText);
  const standing = standingOf(households);
  const share = (value: number) => `${Math.min(100, (value / scaleEnd) * 100)}%`;
  const words = standing.kind === "within" ? text.within : text[standing.kind](standing.by);
  return (
    <div className={`gauge gauge-${standing.kind}`}>
      <div className="gauge-numbers">
        <b>{count(households)}</b>
        <span>{text.households}</span>
        <em>{words}</em>
      </div>
      <div className="gauge-bar" aria-hidden="true">
        <span
          className="gauge-band"
          style={{ left: share(gridStandard.least), right: `calc(100% - ${share(gridStandard.most)})` }}
        />
        <span className="gauge-fill" style={{ width: share(households) }} />
      </div>
      <p className="gauge-note">{text.standard}</p>
    </div>
  );
}
