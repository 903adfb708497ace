import { useStore } from "zustand";
import { suggestedOperations } from "#documents/boundaries/SuggestedOperations.ts";
import type {
  BoundaryOperationInput,
  RuleWarningFragment,
  SuggestedOperationsQuery,
  SuggestionKind,
} from "#documents/documents.ts";
import type { Position } from "#platform/api/parse.ts";
import { query } from "#platform/api/query.ts";
import { preferences } from "#platform/i18n/preferences.ts";
import { inLanguage, useText, worded } from "#platform/i18n/text.ts";
import { apply, editor, said } from "./editor.ts";
import type { Band } from "./GridNumbersList.tsx";
import { boundaryText } from "./text.ts";

type Suggested = SuggestedOperationsQuery["boundarySuggestions"]["items"][number];

/** How many parts the server would make of it; what it really proposes is asked for when it is accepted. */
function partsOf(households: number, { least, most }: Band): number {
  const target = ((least ?? 0) + (most ?? households)) / 2;
  return Math.max(2, Math.round(households / target));
}

const isOver = ({ value, most }: RuleWarningFragment) => most !== null && value > most;

function operationOf(item: Suggested): BoundaryOperationInput[] {
  const { grid, into, parts, seed } = item;
  if (into !== null) return [{ merge: { grid, into } }];
  return parts === null ? [] : [{ splitIntoParts: { grid, parts, seed: seed ?? 1 } }];
}

/** Does what the server proposes for grids that are all too large, or all too small. */
async function accept(warnings: readonly RuleWarningFragment[]): Promise<void> {
  const { plan } = editor.getState();
  const [first] = warnings;
  if (plan === null || first === undefined) return;
  const kind: SuggestionKind = isOver(first) ? "SPLIT_LARGE" : "MERGE_SMALL";
  try {
    const { boundarySuggestions } = await query(suggestedOperations, {
      plan: plan.id,
      kind,
      grids: warnings.map(({ area }) => area),
    });
    const operations = boundarySuggestions.items.flatMap(operationOf);
    if (operations.length > 0) await apply(operations);
    else {
      const [en, zh] = [inLanguage(boundaryText, "en").noTaker, inLanguage(boundaryText, "zh").noTaker];
      editor.setState({ refusal: { code: "NO_TAKER", message: en, messageZh: zh, place: first.place } });
    }
  } catch (error) {
    editor.setState({ refusal: said(error) });
  }
}

type Props = {
  readonly band: Band;
  /** Of the rules; null while they are not known. */
  readonly version: string | null;
  readonly canEdit: boolean;
  readonly onShow: (place: Position) => void;
};

/** What would mend the grids that are too large or too small, to accept one by one or all splits at once; and the other rules broken. */
export function Suggestions({ band, version, canEdit, onShow }: Props) {
  const text = useText(boundaryText);
  const language = useStore(preferences, (state) => state.language);
  const inView = useStore(editor, (state) => state.warnings);
  const inPlan = useStore(editor, (state) => state.plan?.warnings);
  // What the plan broke itself comes first, wherever it is.
  const byRule = new Map([...(inPlan ?? []), ...inView].map((warning) => [`${warning.rule}/${warning.area}`, warning]));
  const warnings = [...byRule.values()];
  const busy = useStore(editor, (state) => state.busy);
  const sized = warnings.filter(({ rule }) => rule === "GRID_HOUSEHOLDS");
  const others = warnings.filter(({ rule }) => rule !== "GRID_HOUSEHOLDS");
  const over = sized.filter(isOver);
  const under = sized.filter((warning) => !isOver(warning));
  const show = (warning: RuleWarningFragment) => onShow([warning.place.longitude, warning.place.latitude]);
  return (
    <>
      <section aria-label={text.suggestions}>
        <h3>
          {text.suggestions} <small>{sized.length}</small>
        </h3>
        {sized.length === 0 && <p className="boundary-note">{text.noSuggestions}</p>}
        {canEdit && (
          <div className="boundary-row">
            {over.length > 1 && (
              <button type="button" className="button" disabled={busy} onClick={() => void accept(over)}>
                {text.acceptAll}
              </button>
            )}
            {under.length > 1 && (
              <button type="button" className="button" disabled={busy} onClick={() => void accept(under)}>
                {text.acceptAllMerges}
              </button>
            )}
          </div>
        )}
        <ul className="boundary-list">
          {sized.slice(0, 40).map((warning) => (
            <li key={warning.area}>
              <span>
                {over.includes(warning)
                  ? text.splitOver(warning.code, warning.value, partsOf(warning.value, band))
                  : text.mergeUnder(warning.code, warning.value)}
              </span>
              <button type="button" className="button button-quiet" onClick={() => show(warning)}>
                {text.show}
              </button>
              {canEdit && (
                <button
                  type="button"
                  className="button button-quiet"
                  disabled={busy}
                  onClick={() => void accept([warning])}
                >
                  {text.accept}
                </button>
              )}
            </li>
          ))}
        </ul>
      </section>
      <section aria-label={text.rules}>
        <h3>
          {text.rules} <small>{others.length}</small>
          {version !== null && <small> · {text.rulesVersion(version)}</small>}
        </h3>
        {others.length === 0 && <p className="boundary-note">{text.noWarnings}</p>}
        <ul className="boundary-list">
          {others.slice(0, 40).map((warning) => (
            <li key={`${warning.rule}/${warning.area}`}>
              <span>▲ {worded(language, warning)}</span>
              <button type="button" className="button button-quiet" onClick={() => show(warning)}>
                {text.show}
              </button>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}
