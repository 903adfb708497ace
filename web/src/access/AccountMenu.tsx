import { type ReactNode, useEffect, useRef, useState } from "react";
import { useStore } from "zustand";
import { access } from "#platform/access/access.ts";
import type { HeldRole } from "#platform/access/profile.ts";
import { signOut } from "#platform/access/session.ts";
import { useLanguage } from "#platform/i18n/preferences.ts";
import { named, useText } from "#platform/i18n/text.ts";
import { Icon } from "#platform/ui/Icon.tsx";
import { accessText } from "./text.ts";

function useRoleWords(): (held: HeldRole) => string {
  const text = useText(accessText);
  const language = useLanguage();
  return ({ role, areaId, areaName, areaNameEn }) => {
    const area = areaId === null ? text.wholePlace : named(language, areaName ?? "—", areaNameEn);
    return `${text.roles[role as keyof typeof text.roles] ?? role} · ${area}`;
  };
}

/** Who is signed in, as what and where; other ways, and the way out. */
export function AccountMenu({ children }: { readonly children?: ReactNode }) {
  const text = useText(accessText);
  const state = useStore(access);
  const words = useRoleWords();
  const [open, setOpen] = useState(false);
  const menu = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!open) return;
    const close = (event: Event) => {
      const isOutside = event.type === "pointerdown" && !menu.current?.contains(event.target as Node);
      const isEscape = event instanceof KeyboardEvent && event.key === "Escape";
      if (isEscape) event.stopPropagation();
      if (isOutside || isEscape) setOpen(false);
    };
    window.addEventListener("pointerdown", close);
    window.addEventListener("keydown", close, { capture: true });
    return () => {
      window.removeEventListener("pointerdown", close);
      window.removeEventListener("keydown", close, { capture: true });
    };
  }, [open]);
  if (state.kind !== "known" && state.kind !== "expired") return null;
  const { profile } = state;
  const [first] = profile.roles;
  return (
    <div className="account" ref={menu}>
      <button
        type="button"
        className="account-button"
        aria-expanded={open}
        aria-label={`${text.account}: ${profile.name}`}
        onClick={() => setOpen(!open)}
      >
        <Icon name="person" />
        <span className="account-name">{profile.name}</span>
      </button>
      {open && (
        <div className="panel account-panel">
          <strong>{profile.name}</strong>
          <span className="account-login">{profile.login}</span>
          {first !== undefined && (
            <ul>
              {profile.roles.map((held) => (
                <li key={`${held.role}@${held.areaId}`}>{words(held)}</li>
              ))}
            </ul>
          )}
          {profile.hasKnownPassword && <p>{text.knownPassword}</p>}
          {children}
          <button type="button" className="button" onClick={() => void signOut()}>
            {text.signOut}
          </button>
        </div>
      )}
    </div>
  );
}
