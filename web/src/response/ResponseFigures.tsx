import { useState } from "react";
import { useLanguage } from "#platform/i18n/preferences.ts";
import { useText } from "#platform/i18n/text.ts";
import { Icon } from "#platform/ui/Icon.tsx";
import { count } from "#platform/ui/numbers.ts";
import { duration } from "#platform/ui/time.ts";
import { ClassCards } from "./ClassCards.tsx";
import { type Column, FigureTable } from "./FigureTable.tsx";
import { type Line, percent } from "./lines.ts";
import type { ResponseFilter, Segment } from "./question.ts";
import { responseText } from "./text.ts";

function Summary({ all }: { readonly all: Line }) {
  const text = useText(responseText);
  const language = useLanguage();
  const time = (seconds: number | null) => (seconds === null ? "—" : duration(seconds * 1000, language));
  return (
    <div className="response-summary">
      <dl>
        {(["p50", "p80", "p90", "p95"] as const).map((name) => (
          <div key={name}>
            <dt>{name.toUpperCase()}</dt>
            <dd>{time(all[name])}</dd>
          </div>
        ))}
        <div>
          <dt>{text.onTime}</dt>
          <dd>{percent(all.onTimeShare)}</dd>
        </div>
      </dl>
      <p className="hint">
        {text.ofIncidents(count(all.count), count(all.incidents))} ·{" "}
        {text.ofDue(count(all.closedOnTime), count(all.due))}
        {all.count < 5 && all.count > 0 && ` · ${text.tooFew}`}
      </p>
    </div>
  );
}

type TableProps = { readonly lines: readonly Line[]; readonly nameOf: (key: string) => string };

function Table({ lines, nameOf, head }: TableProps & { readonly head: string }) {
  const text = useText(responseText);
  const language = useLanguage();
  const time = (seconds: number | null) => (seconds === null ? "—" : duration(seconds * 1000, language));
  const columns: readonly Column<Line>[] = [
    { head: "n", value: (line) => line.count, cell: (line) => count(line.count) },
    { head: "P50", value: ({ p50 }) => p50, cell: ({ p50 }) => time(p50) },
    { head: "P90", value: ({ p90 }) => p90, cell: ({ p90 }) => time(p90) },
    {
      head: text.onTime,
      value: ({ onTimeShare }) => onTimeShare,
      cell: ({ onTimeShare }) => percent(onTimeShare),
      title: ({ closedOnTime, due }) => text.ofDue(count(closedOnTime), count(due)),
    },
  ];
  return (
    <FigureTable
      rows={lines}
      head={head}
      nameOf={({ key }) => nameOf(key)}
      keyOf={({ key }) => key}
      columns={columns}
      first={2}
    />
  );
}

type FilesProps = { readonly search: string; readonly segment: Segment; readonly onPicture: () => void };

/** The figures as files, and the map as a picture. */
function Files({ search, segment, onPicture }: FilesProps) {
  const text = useText(responseText);
  const link = (file: string, by: string, label: string) => (
    <a
      key={label}
      className="chip"
      href={`/api/response/${file}${search}&segment=${segment}&by=${by}`}
      download
      aria-label={label}
    >
      {label}
    </a>
  );
  return (
    <nav className="response-files" aria-label={text.files}>
      {link("report.csv", "COMMUNITY", `${text.byCommunity} CSV`)}
      {link("report.xlsx", "COMMUNITY", `${text.byCommunity} XLSX`)}
      {link("report.csv", "CLASS", `${text.byClass} CSV`)}
      {link("report.xlsx", "CLASS", `${text.byClass} XLSX`)}
      {link("grids.geojson", "GRID", "GeoJSON")}
      <button type="button" className="chip" onClick={onPicture}>
        PNG
      </button>
    </nav>
  );
}

type FiguresProps = TableProps &
  FilesProps & {
    readonly all: Line;
    readonly asOf: string;
    readonly filter: ResponseFilter;
    readonly classOf: (code: string) => string;
  };

/** What the answer is, in numbers. */
export function ResponseFigures({ all, lines, nameOf, asOf, filter, classOf, ...files }: FiguresProps) {
  const text = useText(responseText);
  const [by, setBy] = useState<"community" | "class">("community");
  return (
    <>
      <Summary all={all} />
      {all.incidents === 0 && all.due === 0 ? (
        <p className="response-none" role="status">
          <Icon name="alert" /> {text.none}
        </p>
      ) : (
        <>
          <div className="response-files">
            <button type="button" className="chip" aria-pressed={by === "community"} onClick={() => setBy("community")}>
              {text.byCommunity}
            </button>
            <button type="button" className="chip" aria-pressed={by === "class"} onClick={() => setBy("class")}>
              {text.byClass}
            </button>
          </div>
          {by === "community" ? (
            <Table lines={lines} nameOf={nameOf} head={text.community} />
          ) : (
            <ClassCards filter={filter} segment={files.segment} classOf={classOf} />
          )}
          <Files {...files} />
        </>
      )}
      <p className="hint">{text.asOf(asOf)}</p>
    </>
  );
}
