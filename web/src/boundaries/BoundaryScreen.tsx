import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useStore } from "zustand";
import { boundaryRules } from "#documents/boundaries/BoundaryRules.ts";
import { districtArea } from "#documents/boundaries/DistrictArea.ts";
import { access, useMay } from "#platform/access/access.ts";
import type { Position } from "#platform/api/parse.ts";
import { useQuery } from "#platform/api/useQuery.ts";
import { useLanguage } from "#platform/i18n/preferences.ts";
import { useText, worded } from "#platform/i18n/text.ts";
import type { MapHost } from "#platform/map/host.ts";
import { MapTip } from "#platform/map/MapTip.tsx";
import { Icon } from "#platform/ui/Icon.tsx";
import { Link } from "#platform/ui/Link.tsx";
import { usePath } from "#platform/ui/location.ts";
import { AsOf } from "./AsOf.tsx";
import { editableArea } from "./editableArea.ts";
import { closePlan, editor, openPlan, selectedGrids } from "./editor.ts";
import { type Band, GridNumbersList } from "./GridNumbersList.tsx";
import { LandList } from "./LandList.tsx";
import { marks } from "./marks.ts";
import { PlanFiles } from "./PlanFiles.tsx";
import { PlanList } from "./PlanList.tsx";
import { linkPlan } from "./planLink.ts";
import { Review } from "./Review.tsx";
import { SelectionActions } from "./SelectionActions.tsx";
import { Suggestions } from "./Suggestions.tsx";
import { showArea, showPlan } from "./showPlan.ts";
import { SightSwitch, Toolbar } from "./Toolbar.tsx";
import { boundaryText } from "./text.ts";
import { type Place, useBoundaryMap } from "./useBoundaryMap.ts";
import "./boundaries.css";

const none = {};
const noBand: Band = { least: null, most: null };

function Numbers({ band }: { readonly band: Band }) {
  const text = useText(boundaryText);
  const state = useStore(editor);
  const { preview, land } = state;
  const grids = preview?.grids ?? selectedGrids(state).flatMap((id) => land.grids.get(id) ?? []);
  return (
    <section aria-label={text.numbers} aria-live="polite">
      <h3>
        {text.numbers} {preview !== null && <small>{text.previewed}</small>}
      </h3>
      {grids.length === 0 ? (
        <p className="boundary-note">{text.noNumbers}</p>
      ) : (
        <GridNumbersList grids={grids} before={land.grids} band={band} />
      )}
    </section>
  );
}

function History() {
  const text = useText(boundaryText);
  const operations = useStore(editor, (state) => state.plan?.operations) ?? [];
  return (
    <section aria-label={text.history}>
      <h3>
        {text.history} <small>{operations.length}</small>
      </h3>
      {operations.length === 0 && <p className="boundary-note">{text.noHistory}</p>}
      <ol className="boundary-list" reversed>
        {operations.toReversed().map(({ position, kind, isUndone, actor }) => (
          <li key={position} className={isUndone ? "boundary-undone" : ""}>
            <span>
              {position}. {text.kind[kind as keyof typeof text.kind] ?? kind}
              {isUndone && ` (${text.undone})`}
            </span>
            <small>{actor}</small>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Why nothing was done, and where: the map goes there when it looks elsewhere. */
function Told({ host }: { readonly host: MapHost | null }) {
  const text = useText(boundaryText);
  const language = useLanguage();
  const refusal = useStore(editor, (state) => state.refusal);
  const place = refusal?.place ?? null;
  useEffect(() => {
    if (host === null || place === null || editor.getState().dragged !== null) return;
    const at: Position = [place.longitude, place.latitude];
    if (!host.isInView(at)) host.show(at, null);
    host.pulse(at, "pulse pulse-urgent");
  }, [host, place]);
  if (refusal === null) return null;
  return (
    <div className="boundary-refusal" role="alert">
      <p>
        <Icon name="alert" /> {worded(language, refusal)}
      </p>
      {place !== null && (
        <button
          type="button"
          className="button button-quiet"
          onClick={() => host?.show([place.longitude, place.latitude], null)}
        >
          {text.show}
        </button>
      )}
    </div>
  );
}

type Props = { readonly place: Place; readonly header: ReactNode; readonly footer: ReactNode };

const isEdited = (status: string) => status === "DRAFT" || status === "REJECTED";

/** The boundaries of grids: plans, and the editor of one. */
export function BoundaryScreen({ place, header, footer }: Props) {
  const text = useText(boundaryText);
  const path = usePath();
  const id = path.split("/")[2] ?? "";
  const { container, host } = useBoundaryMap(place, text.map);
  const [areas] = useQuery(districtArea, none, 0);
  const [asked] = useQuery(boundaryRules, none, 0);
  const rules = asked.kind === "ready" ? asked.value.boundaryRules : null;
  const band = rules?.rules.find(({ rule }) => rule === "GRID_HOUSEHOLDS") ?? noBand;
  const { plan, isNear } = useStore(editor);
  const isInConflict = useStore(marks, ({ conflicts }) => conflicts.length > 0);
  const edits = useMay("edit_boundaries");
  const canEdit = edits && plan?.isMine === true && isEdited(plan.status);
  useEffect(() => {
    if (id === "") closePlan();
    else void openPlan(id);
    return closePlan;
  }, [id]);
  const isOpen = plan !== null;
  useEffect(() => {
    if (host === null || id === "" || !isOpen) return;
    return linkPlan(id, () => {
      const { longitude, latitude } = host.view.getState();
      return [longitude, latitude];
    });
  }, [host, id, isOpen]);
  useEffect(() => {
    document.title = `${text.title} · GridMap`;
  }, [text]);
  const show = useCallback((at: Position) => host?.show(at, null), [host]);
  const communities = useMemo(() => (areas.kind === "ready" ? areas.value.communities.nodes : []), [areas]);
  const subdistricts = useMemo(() => (areas.kind === "ready" ? areas.value.subdistricts.nodes : []), [areas]);
  const district = areas.kind === "ready" ? (areas.value.areas.nodes[0]?.id ?? null) : null;
  const granted = useStore(access, editableArea);
  // Whoever follows a link to a view stays with it.
  const isSent = useRef(globalThis.location.hash !== "");
  const area = granted ?? district;
  useEffect(() => {
    if (host === null || isSent.current) return;
    const show = async () => {
      const isShown = id !== "" && (await showPlan(host, id));
      if (!isShown && granted !== null) await showArea(host, granted);
    };
    void show();
  }, [host, id, granted]);
  const [isOther, setOther] = useState(false);
  return (
    <div className="screen boundary" data-panel={isOther ? "right" : "left"}>
      <div ref={container} className="map" />
      {header}
      {plan !== null && (
        <fieldset className="boundary-panels" aria-label={text.panels}>
          {[false, true].map((other) => (
            <button
              key={String(other)}
              type="button"
              className="chip"
              aria-pressed={isOther === other}
              onClick={() => setOther(other)}
            >
              {other ? text.panelNumbers : text.panelEdit}
            </button>
          ))}
        </fieldset>
      )}
      <aside className="panel side side-left side-form boundary-left">
        {plan === null ? (
          <>
            <h1>{text.plans}</h1>
            <Told host={host} />
            {id === "" && <PlanList area={area} />}
            {edits && <Link href="/boundaries/import">{text.importDivision}</Link>}
            {id === "" && <AsOf timeZone={place.timeZone} />}
          </>
        ) : (
          <>
            <Link href="/boundaries">{text.otherPlans}</Link>
            <div className="boundary-title">
              <h1>{plan.name}</h1>
              <span className={`plan-status plan-${plan.status.toLowerCase()}`}>{text.status[plan.status]}</span>
            </div>
            {canEdit ? (
              <>
                <Toolbar />
                <Told host={host} />
                <SelectionActions communities={communities} subdistricts={subdistricts} />
                <LandList host={host} />
              </>
            ) : (
              <>
                <p className="boundary-note">{edits ? text.mineOnly : text.forbidden}</p>
                <Told host={host} />
              </>
            )}
            {plan.isStale && !isInConflict && <p className="boundary-note">{text.stale}</p>}
            {plan.editors.some(({ isMe }) => !isMe) && (
              <p className="boundary-note">
                {text.editors(plan.editors.flatMap(({ name, isMe }) => (isMe ? [] : [name])).join("、"))}
              </p>
            )}
            <History />
          </>
        )}
      </aside>
      {plan !== null && (
        <aside className="panel side side-right side-form boundary-right">
          <SightSwitch />
          <Numbers band={band} />
          <Suggestions band={band} version={rules?.version ?? null} canEdit={canEdit} onShow={show} />
          <Review canEdit={canEdit} onShow={show} />
          <PlanFiles id={plan.id} />
        </aside>
      )}
      {host !== null && <MapTip host={host} />}
      {footer}
      {plan !== null && !isNear && (
        <p className="panel boundary-far">
          {text.zoomIn}
          {plan.applied > 0 && (
            <button
              type="button"
              className="button button-quiet"
              onClick={() => host !== null && void showPlan(host, plan.id)}
            >
              {text.showChanges}
            </button>
          )}
        </p>
      )}
    </div>
  );
}
