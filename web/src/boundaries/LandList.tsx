import { useState } from "react";
import { useStore } from "zustand";
import { useText } from "#platform/i18n/text.ts";
import type { MapHost } from "#platform/map/host.ts";
import { count } from "#platform/ui/numbers.ts";
import { editor, toggle } from "./editor.ts";
import { type Atom, nearestAtoms } from "./land.ts";
import { boundaryText } from "./text.ts";

const mostListed = 40;

function Nearest({ host }: { readonly host: MapHost }) {
  const text = useText(boundaryText);
  const { land, selected } = useStore(editor);
  const { longitude, latitude } = useStore(host.view);
  const atoms = nearestAtoms(land, [longitude, latitude], mostListed);
  const grids = Map.groupBy(atoms, ({ grid }: Atom) => grid);
  if (atoms.length === 0) return <p className="boundary-note">{text.zoomIn}</p>;
  return [...grids].map(([grid, members]) => {
    const { name, code } = land.grids.get(grid) ?? { name: "", code: String(grid) };
    return (
      <fieldset key={grid} className="boundary-land">
        <legend>
          {name} <small>{code}</small>
        </legend>
        {members.map(({ id, households }) => (
          <label key={id} className="boundary-check">
            <input type="checkbox" checked={selected.has(id)} onChange={() => toggle([id])} />
            {text.atom(id, count(households))}
          </label>
        ))}
      </fieldset>
    );
  });
}

/** The atoms nearest to the middle of the map, to be selected without a pointer and without seeing the map. */
export function LandList({ host }: { readonly host: MapHost | null }) {
  const text = useText(boundaryText);
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details className="boundary-lands" onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>{text.landList}</summary>
      {isOpen && host !== null && <Nearest host={host} />}
    </details>
  );
}
