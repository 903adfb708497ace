import { useCallback, useEffect, useState } from "react";
import { SilentPatrols } from "../patrols/SilentPatrols.tsx";
import { useMay } from "../platform/access/access.ts";
import { useText } from "../platform/i18n/text.ts";
import { deskText } from "./deskText.ts";
import { HelpSheet } from "./HelpSheet.tsx";
import { listenForShortcuts } from "./shortcuts.ts";
import "./styles/desk.css";

/** What makes the screen a place to work at; it comes when the first map is painted. */
export function Desk() {
  const text = useText(deskText);
  const seesPatrols = useMay("see_patrols");
  const [help, setHelp] = useState(false);
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
      {help && <HelpSheet onClose={close} />}
    </>
  );
}
