import { type KeyboardEvent, useId, useState } from "react";
import { useText } from "#platform/i18n/text.ts";
import type { Found } from "./found.ts";
import { searchText } from "./text.ts";
import { useSearch } from "./useSearch.ts";
import "./placeSearch.css";

const most = 6;

/** A field of a form that takes a place by what is there: an address, a compound, a road, a number. Enter takes the first. */
export function PlaceSearch({ label, onGo }: { readonly label: string; readonly onGo: (found: Found) => void }) {
  const text = useText(searchText);
  const id = useId();
  const [typed, setTyped] = useState("");
  const state = useSearch(typed);
  const items = state.kind === "found" ? state.items.slice(0, most) : [];
  const take = (found: Found) => {
    setTyped("");
    onGo(found);
  };
  const obey = (event: KeyboardEvent) => {
    if (event.key !== "Enter") return;
    // It must not send the form.
    event.preventDefault();
    const [first] = items;
    if (first !== undefined) take(first);
  };
  return (
    <div className="place-search">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="search"
        className="field"
        maxLength={64}
        autoComplete="off"
        spellCheck={false}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={obey}
      />
      <p role="status" className={items.length > 0 ? "visually-hidden" : ""}>
        {state.kind === "searching" && text.searching}
        {state.kind === "failed" && text.failed}
        {state.kind === "found" && (items.length === 0 ? text.nothing(state.query) : text.results(items.length))}
      </p>
      <ul className="plain-list">
        {items.map((found) => (
          <li key={`${found.kind}-${found.id}`}>
            <button type="button" className="place-found" onClick={() => take(found)}>
              <span>{found.title}</span> <small>{found.subtitle}</small> <small>{text.kind[found.kind]}</small>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
