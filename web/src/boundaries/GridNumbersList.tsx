import type { GridSumsFragment } from "#documents/documents.ts";
import { useLanguage } from "#platform/i18n/preferences.ts";
import { named, useText } from "#platform/i18n/text.ts";
import { count, squareKilometers } from "#platform/ui/numbers.ts";
import { boundaryText } from "./text.ts";

/** How many households a grid should have; null where the rules ask for none. */
export type Band = { readonly least: number | null; readonly most: number | null };

const isOutside = (households: number, { least, most }: Band) =>
  (least !== null && households < least) || (most !== null && households > most);

function Bar({ households, band }: { readonly households: number; readonly band: Band }) {
  const { least, most } = band;
  const full = 1.6 * (most ?? least ?? 500);
  const share = (value: number) => `${Math.min(100, (value / full) * 100)}%`;
  return (
    <div className="sum-bar" aria-hidden="true">
      <i style={{ left: share(least ?? 0), right: `calc(100% - ${share(most ?? full)})` }} />
      <b style={{ width: share(households) }} className={isOutside(households, band) ? "sum-off" : ""} />
    </div>
  );
}

type Props = {
  readonly grids: readonly GridSumsFragment[];
  /** What each had before, to tell the difference. */
  readonly before: ReadonlyMap<number, GridSumsFragment>;
  readonly band: Band;
};

/** Households on all sides of what is being done, with the difference. */
export function GridNumbersList({ grids, before, band }: Props) {
  const text = useText(boundaryText);
  const language = useLanguage();
  return (
    <ul className="sums">
      {grids.map((grid) => {
        const change = grid.households - (before.get(grid.id)?.households ?? grid.households);
        const isOff = grid.households > 0 && isOutside(grid.households, band);
        return (
          <li key={grid.id}>
            <span className="sum-name">
              {named(language, grid.name, grid.nameEn)} <small>{grid.code}</small>
            </span>
            <span className="sum-number">
              <strong className={isOff ? "sum-off" : ""}>
                {isOff ? "▲ " : ""}
                {count(grid.households)}
              </strong>{" "}
              {text.households}
              {change !== 0 && <em>{change > 0 ? `+${count(change)}` : `−${count(-change)}`}</em>}
            </span>
            <Bar households={grid.households} band={band} />
            <small>
              {text.persons(count(grid.persons))} · {squareKilometers(grid.squareMeters)}
              {grid.pieces > 1 && <b className="sum-off"> · ▲ {text.pieces(grid.pieces)}</b>}
            </small>
          </li>
        );
      })}
    </ul>
  );
}
