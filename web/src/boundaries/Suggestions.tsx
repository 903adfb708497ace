import { useStore } from "zustand";
import { landInView } from "#documents/boundaries/LandInView.ts";
import type { BoundaryOperationInput, RuleWarningFragment } from "#documents/documents.ts";
import type { Position } from "#platform/api/parse.ts";
import { query } from "#platform/api/query.ts";
import { ReadError } from "#platform/api/readJson.ts";
import { preferences } from "#platform/i18n/preferences.ts";
import { inLanguage, useText } from "#platform/i18n/text.ts";
import { apply, editor } from "./editor.ts";
import { takerOf, toLand } from "./land.ts";
import { boundaryText } from "./text.ts";

const target = 400;
const around = 0.02;

function splitOf({ area, value }: RuleWarningFragment): BoundaryOperationInput {
  return { splitIntoParts: { grid: area, parts: Math.max(2, Math.round(value / target)) } };
}

/** The merge that would help a small grid: its neighbours are read around it, wherever the map looks. */
async function mergeOf(
  { area, place }: RuleWarningFragment,
  plan: string,
  most: number,
): Promise<BoundaryOperationInput | null> {
  const bounds = {
    west: place.longitude - around,
    south: place.latitude - around,
    east: place.longitude + around,
    north: place.latitude + around,
  };
  const { boundaryLand } = await query(landInView, { plan, bounds });
  const into = takerOf(toLand(boundaryLand), area, most);
  return into === null ? null : { merge: { grid: area, into } };
}

async function accept(warning: RuleWarningFragment): Promise<void> {
  const { plan } = editor.getState();
  if (plan === null) return;
  if (warning.most !== null && warning.value > warning.most) {
    await apply([splitOf(warning)]);
    return;
  }
  try {
    const merge = await mergeOf(warning, plan.id, warning.most ?? 500);
    if (merge !== null) await apply([merge]);
    else {
      const [en, zh] = [inLanguage(boundaryText, "en").noTaker, inLanguage(boundaryText, "zh").noTaker];
      editor.setState({ refusal: { code: "NO_TAKER", message: en, messageZh: zh, place: null } });
    }
  } catch (error) {
    if (!(error instanceof ReadError)) throw error;
    editor.setState({ refusal: { code: error.code, message: error.message, messageZh: error.remedyZh, place: null } });
  }
}

type Props = { readonly canEdit: boolean; readonly onShow: (place: Position) => void };

/** What would mend the grids that are too large or too small, to accept one by one or all splits at once; and the other rules broken. */
export function Suggestions({ canEdit, onShow }: Props) {
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
  const over = sized.filter(({ value, most }) => most !== null && value > most);
  const show = (warning: RuleWarningFragment) => onShow([warning.place.longitude, warning.place.latitude]);
  return (
    <>
      <section aria-label={text.suggestions}>
        <h3>
          {text.suggestions} <small>{sized.length}</small>
        </h3>
        {sized.length === 0 && <p className="boundary-note">{text.noSuggestions}</p>}
        {canEdit && over.length > 1 && (
          <button type="button" className="button" disabled={busy} onClick={() => void apply(over.map(splitOf))}>
            {text.acceptAll}
          </button>
        )}
        <ul className="boundary-list">
          {sized.slice(0, 40).map((warning) => (
            <li key={warning.area}>
              <span>
                {over.includes(warning)
                  ? text.splitOver(warning.code, warning.value, Math.max(2, Math.round(warning.value / target)))
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
                  onClick={() => void accept(warning)}
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
        </h3>
        {others.length === 0 && <p className="boundary-note">{text.noWarnings}</p>}
        <ul className="boundary-list">
          {others.slice(0, 40).map((warning) => (
            <li key={`${warning.rule}/${warning.area}`}>
              <span>▲ {language === "zh" ? warning.messageZh : warning.message}</span>
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
