import type { MouseEvent } from "react";
import { preferences, useLanguage } from "#platform/i18n/preferences.ts";
import { useText } from "#platform/i18n/text.ts";
import { Icon } from "#platform/ui/Icon.tsx";
import type { Command, Wall } from "./programme.ts";
import { wallText } from "./text.ts";
import type { Awake } from "./useWakeLock.ts";

/** Whoever clicks goes on with the keyboard of the wall, not of the button. */
function thenLetGo(act: () => void) {
  return (event: MouseEvent<HTMLElement>) => {
    act();
    if (event.detail > 0) event.currentTarget.blur();
  };
}

function toggleFullScreen(): void {
  if (document.fullscreenElement === null) void document.documentElement.requestFullscreen().catch(() => undefined);
  else void document.exitFullscreen();
}

type Props = {
  readonly wall: Wall;
  readonly onCommand: (command: Command) => void;
  readonly areSeen: boolean;
  readonly awake: Awake;
  /** Somebody's own account, which ends with their shift. */
  readonly isPerson: boolean;
};

/** The scenes with how long the present one stays, always in sight; the controls only while somebody is there. */
export function WallControls({ wall, onCommand, areSeen, awake, isPerson }: Props) {
  const text = useText(wallText);
  const language = useLanguage();
  const { scenes, dwell, held } = wall.programme;
  const button = (label: string, act: () => void, sign?: string) => (
    <button type="button" className="wall-button" aria-label={sign && label} title={label} onClick={thenLetGo(act)}>
      {sign ?? label}
    </button>
  );
  const press = (command: Command) => () => onCommand(command);
  return (
    <>
      <nav className="wall-scenes" aria-label={text.sceneList}>
        {scenes.map((scene, at) => (
          <button
            key={scene}
            type="button"
            aria-pressed={at === wall.turn.at}
            onClick={thenLetGo(press({ kind: "go", at }))}
          >
            <kbd>{at + 1}</kbd> {text.scenes[scene]}
            {at === wall.turn.at && held !== null && <em>{text.held}</em>}
            {at === wall.turn.at && held === null && scenes.length > 1 && (
              <i key={wall.turn.since} style={{ animationDuration: `${dwell}s` }} aria-hidden="true" />
            )}
          </button>
        ))}
      </nav>
      <div className="wall-controls" data-seen={areSeen}>
        {button(text.previous, press({ kind: "step", by: -1 }), "←")}
        {button(`${held === null ? text.hold : text.resume} ${text.holdHint}`, press({ kind: "hold" }))}
        {button(text.next, press({ kind: "step", by: 1 }), "→")}
        <span>{text.dwell(dwell)}</span>
        {button(text.fullScreen, toggleFullScreen)}
        {button(text.language, () => preferences.setState({ language: language === "zh" ? "en" : "zh" }))}
        <a className="wall-button" href="/">
          <Icon name="back" size={24} /> {text.leave}
        </a>
        {awake !== "waiting" && <span className={`wall-awake-${awake}`}>{text.awake[awake]}</span>}
        {isPerson && <span className="wall-person">{text.person}</span>}
      </div>
    </>
  );
}
