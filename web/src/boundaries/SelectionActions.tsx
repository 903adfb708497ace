import { useState } from "react";
import { useStore } from "zustand";
import type { DistrictAreaQuery } from "#documents/documents.ts";
import { useLanguage } from "#platform/i18n/preferences.ts";
import { named, useText } from "#platform/i18n/text.ts";
import { count } from "#platform/ui/numbers.ts";
import { apply, clearSelection, editor, selectedGrids } from "./editor.ts";
import { boundaryText } from "./text.ts";

type Areas = DistrictAreaQuery["communities"]["nodes"];
type Props = { readonly communities: Areas; readonly subdistricts: Areas };

type Choice = {
  readonly label: string;
  readonly areas: Areas;
  readonly onChoose: (area: number) => void;
};

function AreaChoice({ label, areas, onChoose }: Choice) {
  const language = useLanguage();
  const busy = useStore(editor, (state) => state.busy);
  return (
    <select aria-label={label} value="" disabled={busy} onChange={(event) => onChoose(Number(event.target.value))}>
      <option value="">{label}…</option>
      {areas.map(({ id, code, name, nameEn }) => (
        <option key={id} value={id}>
          {named(language, name, nameEn)} {code}
        </option>
      ))}
    </select>
  );
}

/** What can be done with the selected atoms, and with their grid where it is one. */
export function SelectionActions({ communities, subdistricts }: Props) {
  const text = useText(boundaryText);
  const state = useStore(editor);
  const [code, setCode] = useState("");
  const { selected, land, busy } = state;
  const grids = selectedGrids(state);
  const [grid] = grids;
  const own = grid === undefined || grids.length > 1 ? undefined : land.grids.get(grid);
  if (selected.size === 0) return <p className="boundary-note">{text.nothingSelected}</p>;
  const atoms = [...selected];
  const households = atoms.reduce((sum, atom) => sum + (land.atoms.get(atom)?.households ?? 0), 0);
  const first = grid === undefined ? undefined : land.grids.get(grid);
  return (
    <div className="boundary-actions">
      <p>
        <strong>{text.selected(atoms.length, count(households))}</strong>
      </p>
      <div className="boundary-row">
        {first !== undefined && (
          <button
            type="button"
            className="button"
            disabled={busy}
            onClick={() => void apply([{ createGrid: { community: first.community, atoms } }])}
          >
            {text.newGrid}
          </button>
        )}
        {own !== undefined && atoms.length > 1 && (
          <button type="button" className="button" disabled={busy} onClick={() => void apply([{ heal: { atoms } }])}>
            {text.heal}
          </button>
        )}
        {own !== undefined && (
          <>
            <button
              type="button"
              className="button"
              disabled={busy}
              onClick={() => void apply([{ splitIntoParts: { grid: own.id, parts: 2 } }])}
            >
              {text.splitParts}
            </button>
            <button
              type="button"
              className="button"
              disabled={busy}
              onClick={() => void apply([{ retireGrid: { grid: own.id } }])}
            >
              {text.retire}
            </button>
          </>
        )}
        <button type="button" className="button button-quiet" onClick={clearSelection}>
          {text.clear}
        </button>
      </div>
      {own !== undefined && (
        <>
          <form
            className="boundary-row"
            onSubmit={(event) => {
              event.preventDefault();
              void apply([{ renumber: { grid: own.id, code } }]);
            }}
          >
            <input
              aria-label={text.code}
              placeholder={own.code}
              value={code}
              onChange={(event) => setCode(event.target.value.trim())}
            />
            <button type="submit" className="button" disabled={busy || code === ""}>
              {text.renumber}
            </button>
          </form>
          <AreaChoice
            label={text.moveGrid}
            areas={communities.filter(({ id }) => Number(id) !== own.community)}
            onChoose={(community) => void apply([{ moveGrid: { grid: own.id, community } }])}
          />
          <AreaChoice
            label={text.moveCommunity}
            areas={subdistricts}
            onChoose={(subdistrict) => void apply([{ moveCommunity: { community: own.community, subdistrict } }])}
          />
        </>
      )}
    </div>
  );
}
