import { useText } from "#platform/i18n/text.ts";
import type { Question } from "./question.ts";
import { coverageText } from "./text.ts";
import { inputOf } from "./useCoverage.ts";

const tables = ["communities", "grids", "gaps", "facilities", "unlinkable"] as const;

/** The answer as files: tables for spreadsheets, points for maps, and the map as a picture. */
export function Export({ question, onPicture }: { readonly question: Question; readonly onPicture: () => void }) {
  const text = useText(coverageText);
  const asked = encodeURIComponent(JSON.stringify(inputOf(question)));
  const link = (file: string, label: string, word: string) => (
    <a className="chip" href={`/api/coverage/${file}?question=${asked}`} download aria-label={`${label} ${word}`}>
      {word}
    </a>
  );
  return (
    <section aria-label={text.export}>
      <h2>{text.export}</h2>
      <dl className="coverage-files">
        {tables.map((table) => (
          <div key={table}>
            <dt>{text.files[table]}</dt>
            <dd className="coverage-row">
              {link(`${table}.csv`, text.files[table], "CSV")}
              {link(`${table}.xlsx`, text.files[table], "XLSX")}
              {table === "gaps" && link("gaps.geojson", text.files.gaps, "GeoJSON")}
            </dd>
          </div>
        ))}
        <div>
          <dt>{text.files.map}</dt>
          <dd className="coverage-row">
            {link("buildings.geojson", text.files.map, "GeoJSON")}
            <button type="button" className="chip" onClick={onPicture}>
              PNG
            </button>
          </dd>
        </div>
      </dl>
    </section>
  );
}
