import { navigate } from "../platform/ui/location.ts";

/** Where a letter is text and no command. */
const typing = "input, textarea, select, form, dialog, [contenteditable], [role='combobox']";

function rows(): readonly HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>(".queue li a")];
}

/** The row the reader is at: the one in focus, else the one whose card is open. */
function presentRow(all: readonly HTMLElement[]): number {
  const focused = all.indexOf(document.activeElement as HTMLElement);
  return focused >= 0 ? focused : all.findIndex((row) => row.closest(".row-selected") !== null);
}

function moveInQueue(step: 1 | -1): void {
  const all = rows();
  const present = presentRow(all);
  const next = all[present < 0 ? 0 : present + step];
  next?.focus();
  next?.scrollIntoView({ block: "nearest" });
}

/** Whatever is on the screen and names the key is pressed; a row of the queue is opened beside it. */
function press(key: string): boolean {
  const button = document.querySelector<HTMLElement>(`[aria-keyshortcuts="${CSS.escape(key)}"]`);
  button?.click();
  return button !== null;
}

function obey(event: KeyboardEvent, onHelp: () => void): boolean {
  switch (event.key) {
    case "?":
      onHelp();
      return true;
    case "j":
      moveInQueue(1);
      return true;
    case "k":
      moveInQueue(-1);
      return true;
    case "o": {
      const row = rows()[presentRow(rows())];
      const href = row?.getAttribute("href");
      if (href) navigate(href);
      return href !== undefined;
    }
    default:
      return /^[a-z0-9]$/.test(event.key) && press(event.key);
  }
}

/** Listens for the keys of the desk until it is told to stop. */
export function listenForShortcuts(onHelp: () => void): () => void {
  const listen = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target instanceof Element && event.target.closest(typing) !== null) return;
    if (obey(event, onHelp)) event.preventDefault();
  };
  window.addEventListener("keydown", listen);
  return () => window.removeEventListener("keydown", listen);
}
