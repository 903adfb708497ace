import { useStore } from "zustand";
import { rebasePlan } from "#documents/boundaries/RebasePlan.ts";
import type { ConflictChoice, PlanDetailFragment } from "#documents/documents.ts";
import type { Position } from "#platform/api/parse.ts";
import { query } from "#platform/api/query.ts";
import { useLanguage } from "#platform/i18n/preferences.ts";
import { useText, worded } from "#platform/i18n/text.ts";
import { editor, step } from "./editor.ts";
import { type ConflictGroup, decide, groupsOf, type Kept, marks } from "./marks.ts";
import { boundaryText } from "./text.ts";

const choices: readonly Kept[] = ["MINE", "THEIRS"];

function Group({ group, canEdit, onShow }: Omit<Props, "plan"> & { readonly group: ConflictGroup }) {
  const text = useText(boundaryText);
  const language = useLanguage();
  const kept = useStore(marks, (state) => state.decisions.get(group.position));
  const operation = useStore(editor, (state) =>
    state.plan?.operations.find(({ position }) => position === group.position),
  );
  const kind = text.kind[operation?.kind as keyof typeof text.kind] ?? "";
  const [first] = group.conflicts;
  return (
    <li>
      <fieldset className="boundary-conflict">
        <legend>
          {group.position}. {kind}
        </legend>
        <ul>
          {group.conflicts.map(({ atom, grid, mine, theirs, who }) => (
            <li key={`${atom}/${grid}`}>
              {mine ?? "—"} / {theirs ?? "—"} <small>{who}</small>
            </li>
          ))}
        </ul>
        <p className="boundary-note">{first !== undefined && worded(language, first)}</p>
        <div className="boundary-row">
          {first?.place != null && (
            <button
              type="button"
              className="button button-quiet"
              onClick={() => first.place !== null && onShow([first.place.longitude, first.place.latitude])}
            >
              {text.show}
            </button>
          )}
          {canEdit &&
            choices.map((choice) => (
              <label key={choice} className="boundary-check">
                <input
                  type="radio"
                  name={`conflict-${group.position}`}
                  checked={kept === choice}
                  onChange={() => decide(group.position, choice)}
                />
                {text.keep[choice]}
              </label>
            ))}
        </div>
      </fieldset>
    </li>
  );
}

type Props = {
  readonly plan: PlanDetailFragment;
  readonly canEdit: boolean;
  readonly onShow: (place: Position) => void;
};

/** What of the plan and of what was published meanwhile cannot both be: decided for each operation, or for all at once. */
export function Conflicts({ plan, canEdit, onShow }: Props) {
  const text = useText(boundaryText);
  const { conflicts, decisions } = useStore(marks);
  const busy = useStore(editor, (state) => state.busy);
  const groups = groupsOf(conflicts);
  if (groups.length === 0) return null;
  const rebase = (kept: ConflictChoice, one: ReadonlyMap<number, Kept> = new Map()) =>
    void step(() =>
      query(rebasePlan, {
        input: {
          plan: plan.id,
          expectedVersion: plan.version,
          conflicts: kept,
          decisions: [...one].map(([position, keep]) => ({ position, keep })),
        },
      }),
    );
  return (
    <section aria-label={text.conflictList}>
      <p className="boundary-refusal">{text.conflicts(conflicts.length)}</p>
      <ol className="boundary-list">
        {groups.map((group) => (
          <Group key={group.position} group={group} canEdit={canEdit} onShow={onShow} />
        ))}
      </ol>
      {canEdit && (
        <div className="boundary-row">
          <button
            type="button"
            className="button button-strong"
            disabled={busy || decisions.size < groups.length}
            // What follows from a decision is done on top, as far as it still can be.
            onClick={() => rebase("MINE", decisions)}
          >
            {text.keepChosen}
          </button>
          <button type="button" className="button" disabled={busy} onClick={() => rebase("MINE")}>
            {text.keepMine}
          </button>
          <button type="button" className="button" disabled={busy} onClick={() => rebase("THEIRS")}>
            {text.keepTheirs}
          </button>
        </div>
      )}
    </section>
  );
}
