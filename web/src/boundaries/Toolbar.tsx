import { useCallback, useEffect, useState } from "react";
import { useStore } from "zustand";
import type { Position } from "#platform/api/parse.ts";
import { useText } from "#platform/i18n/text.ts";
import { drag, drop } from "./drag.ts";
import { finish } from "./drawing.ts";
import { EditorKeys } from "./EditorKeys.tsx";
import { clearSelection, editor, pickTool, rewind, type Sight, tools } from "./editor.ts";
import { keyText } from "./keyText.ts";
import { boundaryText } from "./text.ts";
import { toolKeys as keys } from "./toolKeys.ts";

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest("input, textarea, select") !== null;
}

/** Every tool has its key; Ctrl+Z and Ctrl+Y undo and redo, F finishes what is drawn, Escape drops it, a question mark tells all of them. */
function useKeys(onHelp: () => void): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (isTyping(event.target)) return;
      if (event.key === "?") {
        event.preventDefault();
        return onHelp();
      }
      const key = event.key.toLowerCase();
      if (event.ctrlKey || event.metaKey) {
        if (key === "z" || key === "y") {
          event.preventDefault();
          void rewind(key === "y" || event.shiftKey ? 1 : -1);
        }
        return;
      }
      const tool = tools.find((name) => keys[name] === key);
      if (tool !== undefined) pickTool(tool);
      else if (key === "f") finish();
      else if (key === "0") document.querySelector<HTMLElement>(".maplibregl-canvas")?.focus();
      else if (key === "escape") clearSelection();
    };
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, [onHelp]);
}

const stepMeters = 5;
const metersPerDegree = 111_320;
const directions: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

/** The handles of the border that was clicked, for the keyboard: arrows move one by five metres, Enter keeps it there. */
function Handles() {
  const text = useText(boundaryText);
  const { chain, dragged } = useStore(editor);
  if (chain === null) return null;
  const press = (event: KeyboardEvent, handle: number, from: Position) => {
    const way = directions[event.key];
    if (event.key === "Enter" && dragged !== null) drop();
    if (way === undefined) {
      if (event.key === "Enter") event.preventDefault();
      return;
    }
    event.preventDefault();
    const [longitude, latitude] = dragged?.handle === handle ? dragged.at : from;
    const step = stepMeters / metersPerDegree;
    drag(handle, [longitude + (way[0] * step) / Math.cos((latitude * Math.PI) / 180), latitude + way[1] * step]);
  };
  return (
    <fieldset className="boundary-row" aria-label={text.handles}>
      {chain.handles.slice(1, -1).map((at, i) => (
        <button
          key={`${at[0]},${at[1]}`}
          type="button"
          className="chip"
          data-longitude={at[0]}
          data-latitude={at[1]}
          aria-pressed={dragged?.handle === i + 1}
          onKeyDown={(event) => press(event.nativeEvent, i + 1, at)}
        >
          {text.handle(i + 1)}
        </button>
      ))}
      <span className="boundary-note">{text.handleHint}</span>
    </fieldset>
  );
}

export function Toolbar() {
  const text = useText(boundaryText);
  const words = useText(keyText);
  const { tool, line, plan, busy, wholeAtoms } = useStore(editor);
  const [help, setHelp] = useState(false);
  const showHelp = useCallback(() => setHelp(true), []);
  useKeys(showHelp);
  if (plan === null) return null;
  return (
    <div className="boundary-tools" role="toolbar" aria-label={text.tools}>
      <div className="boundary-tool-grid">
        {tools.map((name) => (
          <button
            key={name}
            type="button"
            className="chip"
            aria-pressed={tool === name}
            aria-keyshortcuts={keys[name]}
            onClick={() => pickTool(name)}
          >
            {text.tool[name]} <kbd>{keys[name].toUpperCase()}</kbd>
          </button>
        ))}
      </div>
      <p className="boundary-note">{text.hint[tool]}</p>
      {(tool === "split" || tool === "edge") && (
        <label className="boundary-check">
          <input
            type="checkbox"
            checked={wholeAtoms}
            onChange={(event) => editor.setState({ wholeAtoms: event.target.checked })}
          />
          {text.whole}
        </label>
      )}
      <Handles />
      <div className="boundary-row">
        {line.length > 0 && (
          <>
            <button
              type="button"
              className="button button-strong"
              aria-keyshortcuts="f"
              disabled={line.length < (tool === "lasso" ? 3 : 2) || busy}
              onClick={finish}
            >
              {text.finish}
            </button>
            <button type="button" className="button" onClick={clearSelection}>
              {text.cancel}
            </button>
          </>
        )}
        <button
          type="button"
          className="button"
          aria-keyshortcuts="Control+Z"
          disabled={busy || plan.applied === 0}
          onClick={() => void rewind(-1)}
        >
          {text.undo}
        </button>
        <button
          type="button"
          className="button"
          aria-keyshortcuts="Control+Y"
          disabled={busy || plan.applied === plan.operationCount}
          onClick={() => void rewind(1)}
        >
          {text.redo}
        </button>
        <button type="button" className="button button-quiet" aria-keyshortcuts="?" onClick={showHelp}>
          {words.keys}
        </button>
        <span className="boundary-note" role="status">
          {busy ? text.saving : text.saved}
        </span>
      </div>
      {help && <EditorKeys onClose={() => setHelp(false)} />}
    </div>
  );
}

const sights: readonly Sight[] = ["before", "both", "after"];

export function SightSwitch() {
  const text = useText(boundaryText);
  const sight = useStore(editor, (state) => state.sight);
  return (
    <fieldset className="chips boundary-sight" aria-label={text.view}>
      {sights.map((name) => (
        <button
          key={name}
          type="button"
          className="chip"
          aria-pressed={sight === name}
          onClick={() => editor.setState({ sight: name })}
        >
          {text.views[name]}
        </button>
      ))}
    </fieldset>
  );
}
