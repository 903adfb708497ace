import { useCallback, useEffect, useState } from "react";
import { useStore } from "zustand";
import { AlarmDesk } from "../alarms/AlarmDesk.tsx";
import { SilentPatrols } from "../patrols/SilentPatrols.tsx";
import { useMay } from "../platform/access/access.ts";
import type { Position } from "../platform/api/parse.ts";
import { useText } from "../platform/i18n/text.ts";
import { Icon } from "../platform/ui/Icon.tsx";
import { Link } from "../platform/ui/Link.tsx";
import { usePath } from "../platform/ui/location.ts";
import { deskText } from "./deskText.ts";
import { HelpSheet } from "./HelpSheet.tsx";
import { IndicatorDesk } from "./IndicatorDesk.tsx";
import { LiveLayers } from "./LiveLayers.tsx";
import { Reload } from "./Reload.tsx";
import { ReplayEntry } from "./ReplayEntry.tsx";
import { ReportDesk } from "./ReportDesk.tsx";
import type { Session } from "./session.ts";
import { listenForShortcuts } from "./shortcuts.ts";
import "./styles/card.css";
import "./styles/desk.css";
import { watch } from "./watch.ts";

/** What makes the screen a place to work at; it comes when the first map is painted. */
export function Desk({ timeZone, session }: { readonly timeZone: string; readonly session: Session }) {
  const { host } = session;
  const text = useText(deskText);
  const seesPatrols = useMay("see_patrols");
  const [help, setHelp] = useState(false);
  const [ways, setWays] = useState<Element | null>(null);
  const reports = useMay("report_incident");
  const hears = useMay("see_alarms");
  const seesIncidents = useMay("see_incidents");
  const path = usePath();
  const shown = path === "/alarms" || path.startsWith("/alarms/");
  const news = useStore(watch, ({ revisions }) => (revisions["alarm"] ?? 0) + (revisions["alarm_settings"] ?? 0));
  const showOnMap = useCallback((position: Position) => host.show(position, null), [host]);
  const close = useCallback(() => setHelp(false), []);
  useEffect(() => listenForShortcuts(() => setHelp(true)), []);
  return (
    <>
      <button
        type="button"
        className="icon-button icon-button-word desk-help"
        aria-label={text.keys}
        title={`${text.keys} (?)`}
        onClick={() => setHelp(true)}
      >
        ?
      </button>
      {reports && path === "/report" && <ReportDesk session={session} />}
      <div ref={setWays} className="desk-ways">
        {reports && (
          <Link href="/report" className="button desk-way" shortcut="i">
            <Icon name="plus" size={16} /> {text.reportShort}
          </Link>
        )}
        {seesPatrols && <SilentPatrols />}
      </div>
      <LiveLayers host={host} ways={ways} timeZone={timeZone} />
      {seesIncidents && <IndicatorDesk timeZone={timeZone} ways={ways} />}
      <ReplayEntry timeZone={timeZone} session={session} ways={ways} />
      {hears && (
        <AlarmDesk
          bar={document.querySelector(".header-end")}
          shown={shown}
          chosen={/^\/alarms\/(\d+)$/.exec(path)?.[1] ?? null}
          onShow={showOnMap}
          news={news}
          timeZone={timeZone}
        />
      )}
      <Reload />
      {help && <HelpSheet onClose={close} />}
    </>
  );
}
