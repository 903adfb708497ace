import { useText } from "#platform/i18n/text.ts";
import { sheetText } from "./sheetText.ts";

const files = ["geojson", "gpkg", "csv"] as const;

/** The changes of the plan as files, and its print sheet. */
export function PlanFiles({ id }: { readonly id: string }) {
  const text = useText(sheetText);
  return (
    <section aria-label={text.files}>
      <h3>{text.files}</h3>
      <div className="boundary-row">
        <a className="chip" href={`/boundaries/${id}/print`} target="_blank" rel="noopener">
          {text.sheet}
        </a>
        {files.map((extension) => (
          <a key={extension} className="chip" href={`/api/boundaries/plans/${id}/changes.${extension}`} download>
            {text.file[extension]}
          </a>
        ))}
      </div>
    </section>
  );
}
