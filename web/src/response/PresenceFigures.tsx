import { useState } from "react";
import type { PresenceReportQuery } from "#documents/documents.ts";
import { presenceReport } from "#documents/response/PresenceReport.ts";
import { useQuery } from "#platform/api/useQuery.ts";
import { useLanguage } from "#platform/i18n/preferences.ts";
import { named, useText } from "#platform/i18n/text.ts";
import { Icon } from "#platform/ui/Icon.tsx";
import { count } from "#platform/ui/numbers.ts";
import { RemoteView } from "#platform/ui/RemoteView.tsx";
import { type Column, FigureTable } from "./FigureTable.tsx";
import { percent } from "./lines.ts";
import type { ResponseFilter } from "./question.ts";
import { responseText } from "./text.ts";
import type { ResponseAnswers } from "./useResponse.ts";

const low = 0.5;
const files = [
  ["report.csv", "CSV"],
  ["report.xlsx", "XLSX"],
  ["areas.geojson", "GeoJSON"],
] as const;

type Report = PresenceReportQuery["presenceReport"];
type Group = Report["groups"][number];
type Level = "COMMUNITY" | "GRID";

function Summary({ all }: { readonly all: Report["all"] }) {
  const text = useText(responseText);
  return (
    <div className="response-summary">
      <dl>
        <div>
          <dt>{text.presence}</dt>
          <dd data-testid="presence">{percent(all.value)}</dd>
        </div>
        <div>
          <dt>{text.pointRate}</dt>
          <dd data-testid="points">{percent(all.pointRate)}</dd>
        </div>
      </dl>
      <p className="hint">
        {text.ofMinutes(count(all.presentMinutes), count(all.watchedMinutes))} ·{" "}
        {text.ofPoints(count(all.pointsVisited ?? 0), count(all.pointsDue ?? 0))}
      </p>
    </div>
  );
}

function Table({ groups, level }: { readonly groups: readonly Group[]; readonly level: Level }) {
  const text = useText(responseText);
  const language = useLanguage();
  const columns: readonly Column<Group>[] = [
    {
      head: text.presence,
      value: ({ value }) => value,
      cell: ({ value }) => percent(value),
      title: ({ presentMinutes, watchedMinutes }) => text.ofMinutes(count(presentMinutes), count(watchedMinutes)),
    },
    {
      head: text.pointRate,
      value: ({ pointRate }) => pointRate,
      cell: ({ pointRate }) => percent(pointRate),
      title: ({ pointsVisited, pointsDue }) => text.ofPoints(count(pointsVisited ?? 0), count(pointsDue ?? 0)),
    },
  ];
  return (
    <FigureTable
      rows={groups}
      head={level === "GRID" ? text.grid : text.community}
      nameOf={({ key, area }) => (area === null ? key : named(language, area.name, area.nameEn))}
      keyOf={({ key }) => key}
      columns={columns}
      first={0}
    />
  );
}

function Files({ filter, level }: { readonly filter: ResponseFilter; readonly level: Level }) {
  const text = useText(responseText);
  const asked = new URLSearchParams({ from: filter.from, until: filter.until, by: level });
  if (filter.hoursOfWeek !== null) asked.set("hours", filter.hoursOfWeek.join(","));
  const word = level === "GRID" ? text.byGrid : text.byCommunity;
  return (
    <nav className="response-files" aria-label={text.files}>
      {files.map(([file, format]) => {
        const label = `${word} ${format}`;
        return (
          <a key={file} className="chip" href={`/api/patrols/presence/${file}?${asked}`} download aria-label={label}>
            {label}
          </a>
        );
      })}
    </nav>
  );
}

type Props = Pick<ResponseAnswers, "presence" | "filter" | "retryPresence"> & {
  readonly momentOf: (asOf: string) => string;
};

/** How much of the time patrols were there and how many points were visited: of all, by community and by grid. */
export function PresenceFigures({ presence, filter, retryPresence, momentOf }: Props) {
  const text = useText(responseText);
  const [level, setLevel] = useState<Level>("COMMUNITY");
  const { from, until, hoursOfWeek } = filter;
  const [byCommunity, retry] = useQuery(
    presenceReport,
    level === "COMMUNITY" ? { from, until, hoursOfWeek, by: "COMMUNITY" } : null,
    null,
  );
  return (
    <RemoteView remote={presence} onRetry={retryPresence}>
      {({ presenceReport: { all, groups, asOf } }) => {
        const watched = groups.filter(({ value }) => value !== null);
        const absent = watched.filter(({ value }) => (value ?? 1) < low);
        return (
          <>
            <Summary all={all} />
            {all.watchedMinutes === 0 ? (
              <p className="response-none" role="status">
                <Icon name="alert" /> {text.noWatch}
              </p>
            ) : (
              <p>{text.absentGrids(count(absent.length), count(watched.length))}</p>
            )}
            {groups.length > 0 && (
              <>
                <div className="response-files">
                  {(["COMMUNITY", "GRID"] as const).map((each) => (
                    <button
                      key={each}
                      type="button"
                      className="chip"
                      aria-pressed={level === each}
                      onClick={() => setLevel(each)}
                    >
                      {each === "GRID" ? text.byGrid : text.byCommunity}
                    </button>
                  ))}
                </div>
                {level === "GRID" ? (
                  <Table groups={groups} level="GRID" />
                ) : (
                  <RemoteView remote={byCommunity} onRetry={retry}>
                    {(answer) => <Table groups={answer.presenceReport.groups} level="COMMUNITY" />}
                  </RemoteView>
                )}
                <Files filter={filter} level={level} />
              </>
            )}
            <p className="hint">{text.asOf(momentOf(asOf))}</p>
          </>
        );
      }}
    </RemoteView>
  );
}
