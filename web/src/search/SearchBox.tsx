import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { useText } from "#platform/i18n/text.ts";
import { Icon, type IconName } from "#platform/ui/Icon.tsx";
import type { Found } from "./found.ts";
import { searchText } from "./text.ts";
import { type SearchState, useSearch } from "./useSearch.ts";

const icons: Readonly<Record<Found["kind"], IconName>> = {
  area: "grid",
  facility: "house",
  incident: "alert",
  compound: "house",
  patrol: "walker",
  road: "road",
  team: "person",
};

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}

function useSlashFocus(focus: () => void): void {
  useEffect(() => {
    const listen = (event: globalThis.KeyboardEvent) => {
      if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      event.preventDefault();
      focus();
    };
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, [focus]);
}

function Answer({ state }: { readonly state: SearchState }) {
  const text = useText(searchText);
  switch (state.kind) {
    case "idle":
      return null;
    case "searching":
      return <p className="search-note">{text.searching}</p>;
    case "failed":
      return <p className="search-note">{text.failed}</p>;
    case "found":
      if (state.items.length > 0) return null;
      return (
        <p className="search-note">
          <strong>{text.nothing(state.query)}</strong>
          {text.nothingHint}
        </p>
      );
  }
}

type Props = { readonly onGo: (found: Found) => void };

/** Finds areas, facilities, compounds, roads, patrols, teams and incidents. Enter goes there: the view moves because it was asked to. */
export function SearchBox({ onGo }: Props) {
  const text = useText(searchText);
  const [typed, setTyped] = useState("");
  const [open, setOpen] = useState(false);
  const [chosen, setChosen] = useState(0);
  const input = useRef<HTMLInputElement>(null);
  const listId = useId();
  const state = useSearch(typed);
  const items = state.kind === "found" ? state.items : [];
  const current = Math.min(chosen, Math.max(0, items.length - 1));
  const [focus] = useState(() => () => input.current?.select());
  useSlashFocus(focus);

  const go = (found: Found | undefined) => {
    if (found === undefined) return;
    setOpen(false);
    input.current?.blur();
    onGo(found);
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key === "Escape") {
      event.stopPropagation();
      setOpen(false);
      input.current?.blur();
    } else if (event.key === "Enter") {
      go(items[current]);
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      const step = event.key === "ArrowDown" ? 1 : -1;
      if (items.length > 0) setChosen((current + step + items.length) % items.length);
    }
  };
  const shown = open && state.kind !== "idle";
  return (
    <search
      className="search"
      onBlur={({ currentTarget, relatedTarget }) => !currentTarget.contains(relatedTarget) && setOpen(false)}
    >
      <Icon name="search" />
      <input
        ref={input}
        type="search"
        role="combobox"
        aria-label={text.label}
        aria-expanded={shown}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={shown && items.length > 0 ? `${listId}-${current}` : undefined}
        placeholder={text.placeholder}
        title={text.hint}
        maxLength={64}
        autoComplete="off"
        spellCheck={false}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setChosen(0);
          setOpen(true);
        }}
        onFocus={() => setOpen(true)}
        onKeyDown={onKey}
      />
      <kbd>/</kbd>
      {shown && (
        <div className="search-answers">
          <Answer state={state} />
          <div id={listId} role="listbox" aria-label={text.results(items.length)}>
            {items.map((found, index) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the combobox handles the keys for its options
              <div
                key={`${found.kind}-${found.id}`}
                id={`${listId}-${index}`}
                role="option"
                tabIndex={-1}
                aria-selected={index === current}
                className="search-option"
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => go(found)}
              >
                <Icon name={icons[found.kind]} />
                <span className="search-title">{found.title}</span>
                <span className="search-sub">{found.subtitle}</span>
                <span className="search-kind">{text.kind[found.kind]}</span>
              </div>
            ))}
          </div>
        </div>
      )}
    </search>
  );
}
