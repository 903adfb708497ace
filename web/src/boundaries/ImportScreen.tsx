import { type ReactNode, useCallback, useEffect, useRef, useState } from "react";
import { useStore } from "zustand";
import { districtArea } from "#documents/boundaries/DistrictArea.ts";
import { planDivisionImport } from "#documents/boundaries/PlanDivisionImport.ts";
import type { SourceDatum } from "#documents/documents.ts";
import { access, useMay } from "#platform/access/access.ts";
import { newKey } from "#platform/api/newKey.ts";
import type { Position } from "#platform/api/parse.ts";
import { query } from "#platform/api/query.ts";
import { useQuery } from "#platform/api/useQuery.ts";
import { useLanguage } from "#platform/i18n/preferences.ts";
import { useText, worded } from "#platform/i18n/text.ts";
import { followPreferences } from "#platform/map/follow.ts";
import { createMapHost, type MapHost } from "#platform/map/host.ts";
import { Icon } from "#platform/ui/Icon.tsx";
import { Link } from "#platform/ui/Link.tsx";
import { coveredBeside } from "./covered.ts";
import { editableArea } from "./editableArea.ts";
import { ImportReport } from "./ImportReport.tsx";
import { createImportPart, type ImportPart } from "./importPart.ts";
import { importText } from "./importText.ts";
import { PlanForm } from "./PlanForm.tsx";
import { boundaryText } from "./text.ts";
import { type Import, useImport } from "./useImport.ts";
import "./boundaries.css";
import "./import.css";

const none = {};
/** Degrees around a defect that are shown. */
const around = 0.0012;

type Place = { readonly bounds: readonly [west: number, south: number, east: number, north: number] };

function useMap(place: Place, label: string) {
  const container = useRef<HTMLDivElement>(null);
  const [map, setMap] = useState<{ readonly host: MapHost; readonly part: ImportPart } | null>(null);
  const title = useRef(label);
  useEffect(() => {
    if (container.current === null) return;
    const part = createImportPart();
    const host = createMapHost(
      container.current,
      place.bounds,
      coveredBeside({ left: true, right: false }),
      title.current,
      [part],
    );
    for (const layer of ["facilities", "patrol_points"]) host.setLayerVisible(layer, false);
    const stop = followPreferences(host);
    setMap({ host, part });
    return () => {
      stop();
      setMap(null);
      host.destroy();
    };
  }, [place]);
  return { container, map };
}

function Progress({ found, onCancel }: { readonly found: Import; readonly onCancel: () => void }) {
  const text = useText(importText);
  return (
    <div className="boundary-row" role="status">
      <label className="import-progress">
        {text.step[found.step]}
        <progress value={found.share} />
      </label>
      <button type="button" className="button" onClick={onCancel}>
        {text.cancel}
      </button>
    </div>
  );
}

function MakePlan({ found }: { readonly found: Import }) {
  const text = useText(importText);
  const [key] = useState(newKey);
  return (
    <PlanForm
      className="boundary-row"
      first={found.fileName.replace(/\.[^.]*$/, "")}
      words={text.make}
      make={(name) =>
        query(planDivisionImport, {
          input: {
            divisionImport: found.id,
            name,
            note: null,
            idempotencyKey: `${key}-${found.tolerance}-${found.datum}`,
          },
        })
      }
    />
  );
}

type Props = { readonly place: Place; readonly header: ReactNode; readonly footer: ReactNode };

/** A division that was drawn elsewhere: sent, checked, seen on the map with its defects, and made a plan. */
export function ImportScreen({ place, header, footer }: Props) {
  const text = useText(importText);
  const notes = useText(boundaryText);
  const language = useLanguage();
  const { container, map } = useMap(place, notes.map);
  const [areas] = useQuery(districtArea, none, 0);
  const granted = useStore(access, editableArea);
  const edits = useMay("edit_boundaries");
  const area = granted ?? (areas.kind === "ready" ? (areas.value.areas.nodes[0]?.id ?? null) : null);
  const [file, setFile] = useState<File | null>(null);
  const [tolerance, setTolerance] = useState(1);
  const [datum, setDatum] = useState<SourceDatum>("WGS84");
  const { sending, found, report, refusal, send, checkAgain, cancel } = useImport();
  const takeAsGcj02 = (id: string) => {
    setDatum("GCJ02");
    void checkAgain(id, tolerance, "GCJ02");
  };
  const isBusy = sending || found?.state === "RUNNING";
  useEffect(() => map?.part.show(report?.defects ?? []), [map, report]);
  useEffect(() => {
    document.title = `${text.title} · GridMap`;
  }, [text]);
  const show = useCallback(
    ([x, y]: Position) => map?.host.show([x, y], [x - around, y - around, x + around, y + around]),
    [map],
  );
  return (
    <div className="screen boundary">
      <div ref={container} className="map" />
      {header}
      <aside className="panel side side-left side-form boundary-left">
        <Link href="/boundaries">{text.close}</Link>
        <h1>{text.title}</h1>
        {edits && area !== null ? (
          <form
            className="boundary-new"
            onSubmit={(event) => {
              event.preventDefault();
              if (file !== null) void send(file, area, tolerance, datum);
            }}
          >
            <p className="boundary-note">{text.about}</p>
            <label className="button import-file">
              <input
                type="file"
                className="visually-hidden"
                aria-label={text.file}
                accept=".geojson,.json,.zip,.gpkg"
                onChange={(event) => setFile(event.target.files?.[0] ?? null)}
              />
              <Icon name="layers" size={16} />
              <span>{file?.name ?? text.choose}</span>
            </label>
            <label className="boundary-row">
              {text.tolerance}
              <input
                type="number"
                min={0}
                max={50}
                step={0.1}
                value={tolerance}
                onChange={(event) => setTolerance(event.target.valueAsNumber || 0)}
              />
            </label>
            <label className="boundary-row">
              {text.datum}
              <select value={datum} onChange={(event) => setDatum(event.target.value as SourceDatum)}>
                {(["WGS84", "GCJ02"] as const).map((name) => (
                  <option key={name} value={name}>
                    {text.datums[name]}
                  </option>
                ))}
              </select>
            </label>
            <div className="boundary-row">
              <button type="submit" className="button button-strong" disabled={file === null || isBusy}>
                {sending ? text.sending : text.send}
              </button>
              {found !== null && !isBusy && (tolerance !== found.tolerance || datum !== found.datum) && (
                <button type="button" className="button" onClick={() => void checkAgain(found.id, tolerance, datum)}>
                  {text.again}
                </button>
              )}
            </div>
          </form>
        ) : (
          <p className="boundary-note">{notes.forbidden}</p>
        )}
        {area !== null && (
          <a className="link" href={`/api/boundaries/areas/${area}/grids.geojson`} download>
            {text.exported}
          </a>
        )}
        {found?.state === "RUNNING" && <Progress found={found} onCancel={() => void cancel(found.id)} />}
        {found?.state === "CANCELLED" && <p className="boundary-note">{text.cancelled}</p>}
        {refusal !== null && (
          <p className="boundary-refusal" role="alert">
            <Icon name="alert" /> {worded(language, refusal)}
          </p>
        )}
        {found?.datum === "WGS84" &&
          !isBusy &&
          (report?.suggestedDatum === "GCJ02" || refusal?.code === "IMPORT_GCJ02") && (
            <div className="boundary-row">
              <p>{text.looksShifted}</p>
              <button type="button" className="button button-strong" onClick={() => takeAsGcj02(found.id)}>
                {text.takeAsGcj02}
              </button>
            </div>
          )}
        {found !== null && report !== null && (
          <>
            {report.operations > 0 && <MakePlan key={found.id} found={found} />}
            <ImportReport report={report} onShow={show} />
          </>
        )}
      </aside>
      {footer}
    </div>
  );
}
