import { actions, keys } from "../incidents/moves.ts";
import { moveText } from "../incidents/moveText.ts";
import { useText } from "../platform/i18n/text.ts";
import { KeySheet, Keys } from "../platform/ui/KeySheet.tsx";
import { replayText } from "../replay/text.ts";
import { deskText } from "./deskText.ts";

/** What the keys of the command screen do. */
export function HelpSheet({ onClose }: { readonly onClose: () => void }) {
  const text = useText(deskText);
  const { action } = useText(moveText);
  const replay = useText(replayText);
  return (
    <KeySheet title={text.keys} close={text.close} hint={text.actionHint} onClose={onClose}>
      <div>
        <Keys
          title={text.queue}
          lines={[
            [["J", "K"], text.next],
            [["Enter", "O"], text.open],
            [["N"], text.seen],
          ]}
        />
        <Keys
          title={text.screen}
          lines={[
            [["/"], text.search],
            [["G"], text.alarms],
            [["W"], text.volunteers],
            [["E"], text.indicators],
            [["I"], text.report],
            [["M"], text.map],
            [["L"], text.layers],
            [["H"], text.whole],
            [["P"], replay.open],
            [["Esc"], text.back],
            [["?"], text.help],
            [[text.arrows], text.move],
          ]}
        />
      </div>
      <Keys title={text.incident} lines={actions.map((name) => [[keys[name].toUpperCase()], action[name]])} />
    </KeySheet>
  );
}
