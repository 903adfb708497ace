import { useCallback, useEffect, useState } from "react";
import {
  type Command,
  commandOf,
  formatProgramme,
  obey,
  parseProgramme,
  type SceneName,
  turned,
  type Wall,
} from "./programme.ts";

const look = 250;

function begin(usual: readonly SceneName[]): Wall {
  const programme = parseProgramme(globalThis.location.search, usual);
  const at = programme.held === null ? 0 : programme.scenes.indexOf(programme.held);
  return { programme, turn: { at, since: performance.now() } };
}

/** What has a key of its own: there the space bar presses it. */
const pressable = "button, a, input, dialog";

function listen(event: KeyboardEvent, onCommand: (command: Command) => void): void {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  const isOnButton = event.target instanceof Element && event.target.closest(pressable) !== null;
  const command = commandOf(event.key);
  if (command === null || (isOnButton && event.key === " ") || document.querySelector("dialog[open]") !== null) return;
  event.preventDefault();
  onCommand(command);
}

/** The programme of this wall and its present turn; it is kept in the address and obeys the keyboard. */
export function useWall(usual: readonly SceneName[]): readonly [Wall, (command: Command) => void] {
  const [wall, setWall] = useState(() => begin(usual));
  const command = useCallback((wanted: Command) => setWall((last) => obey(last, wanted, performance.now())), []);
  useEffect(() => {
    const timer = setInterval(
      () =>
        setWall((last) => {
          const turn = turned(last.turn, last.programme, performance.now());
          return turn === last.turn ? last : { ...last, turn };
        }),
      look,
    );
    return () => clearInterval(timer);
  }, []);
  useEffect(() => {
    const hear = (event: KeyboardEvent) => listen(event, command);
    window.addEventListener("keydown", hear);
    return () => window.removeEventListener("keydown", hear);
  }, [command]);
  const { programme } = wall;
  useEffect(() => {
    history.replaceState(history.state, "", `/wall${formatProgramme(programme)}`);
  }, [programme]);
  return [wall, command];
}
