import { useCallback, useEffect, useState } from "react";
import { useStore } from "zustand";
import { AlarmDesk } from "../alarms/AlarmDesk.tsx";
import { SilentPatrols } from "../patrols/SilentPatrols.tsx";
import { useMay } from "../platform/access/access.ts";
import { useText } from "../platform/i18n/text.ts";
import { usePath } from "../platform/ui/location.ts";
import { deskText } from "./deskText.ts";
import { HelpSheet } from "./HelpSheet.tsx";
import { listenForShortcuts } from "./shortcuts.ts";
import "./styles/card.css";
import "./styles/desk.css";
import { watch } from "./watch.ts";

/** What makes the screen a place to work at; it comes when the first map is painted. */
export function Desk({ timeZone }: { readonly timeZone: string }) {
  const text = useText(deskText);
  const seesPatrols = useMay("see_patrols");
  const [help, setHelp] = useState(false);
  const hears = useMay("see_alarms");
  const shown = usePath() === "/alarms";
  const news = useStore(watch, ({ revisions }) => (revisions["alarm"] ?? 0) + (revisions["alarm_settings"] ?? 0));
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
      {seesPatrols && <SilentPatrols />}
      {hears && <AlarmDesk bar={document.querySelector(".header-end")} shown={shown} news={news} timeZone={timeZone} />}
      {help && <HelpSheet onClose={close} />}
    </>
  );
}
