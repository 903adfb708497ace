import { useText } from "#platform/i18n/text.ts";
import { KeySheet, Keys } from "#platform/ui/KeySheet.tsx";
import { tools } from "./editor.ts";
import { keyText } from "./keyText.ts";
import { boundaryText } from "./text.ts";
import { toolKeys } from "./toolKeys.ts";

/** What the keys of the editor do. */
export function EditorKeys({ onClose }: { readonly onClose: () => void }) {
  const { tool, tools: title } = useText(boundaryText);
  const text = useText(keyText);
  return (
    <KeySheet title={text.keys} close={text.closeKeys} hint={text.keyHint} onClose={onClose}>
      <Keys title={title} lines={tools.map((name) => [[toolKeys[name].toUpperCase()], tool[name]])} />
      <Keys
        title={text.onTheMap}
        lines={[
          [["0"], text.toMap],
          [[text.arrows, "+", "−"], text.moveMap],
          [["Enter"], text.clickMiddle],
          [["F"], text.finishDrawn],
          [["Esc"], text.dropDrawn],
          [["Ctrl+Z", "Ctrl+Y"], text.undoRedo],
          [["?"], text.keys],
        ]}
      />
    </KeySheet>
  );
}
