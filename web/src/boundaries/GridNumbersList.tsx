import type { GridSumsFragment } from "#documents/documents.ts";
import { useLanguage } from "#platform/i18n/preferences.ts";
import { named, useText } from "#platform/i18n/text.ts";
import { count, squareKilometers } from "#platform/ui/numbers.ts";
import { boundaryText } from "./text.ts";

const [least, most] = [300, 500];

function Bar({ households }: { readonly households: number }) {
  const full = 800;
  const share = (value: number) => `${Math.min(100, (value / full) * 100)}%`;
  return (
    <div className="sum-bar" aria-hidden="true">
      <i style={{ left: share(least), right: `calc(100% - ${share(most)})` }} />
      <b style={{ width: share(households) }} className={households > most || households < least ? "sum-off" : ""} />
    </div>
  );
}

type Props = {
  readonly grids: readonly GridSumsFragment[];
  /** What each had before, to tell the difference. */
  readonly before: ReadonlyMap<number, GridSumsFragment>;
};

/** Households on all sides of what is being done, with the difference. */
export function GridNumbersList({ grids, before }: Props) {
  const text = useText(boundaryText);
  const language = useLanguage();
  return (
    <ul className="sums">
      {grids.map((grid) => {
        const change = grid.households - (before.get(grid.id)?.households ?? grid.households);
        const isOff = grid.households > 0 && (grid.households > most || grid.households < least);
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
            <Bar households={grid.households} />
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
