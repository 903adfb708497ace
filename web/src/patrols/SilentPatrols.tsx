import { useState } from "react";
import type { SilentPatrolsQuery } from "#documents/documents.ts";
import { silentPatrols } from "#documents/patrols/SilentPatrols.ts";
import { lower, toTime } from "#platform/api/convert.ts";
import { part, useQuery } from "#platform/api/useQuery.ts";
import { useLanguage } from "#platform/i18n/preferences.ts";
import { useText } from "#platform/i18n/text.ts";
import { Icon } from "#platform/ui/Icon.tsx";
import { Link } from "#platform/ui/Link.tsx";
import { useNow } from "#platform/ui/now.ts";
import { RemoteView } from "#platform/ui/RemoteView.tsx";
import { ago } from "#platform/ui/time.ts";
import { silentText } from "./silentText.ts";
import { patrolText } from "./text.ts";
import "./silentPatrols.css";

type Silent = SilentPatrolsQuery["patrols"];

const silentOf = (answer: SilentPatrolsQuery) => answer.patrols;

/** Who was heard last comes first: they are the ones to be reached by telephone. */
function longestUnheardLast(patrols: Silent["nodes"]): Silent["nodes"] {
  const heardAt = (patrol: Silent["nodes"][number]) => (patrol.lastFix === null ? 0 : toTime(patrol.lastFix.at));
  return [...patrols].sort((a, b) => heardAt(b) - heardAt(a));
}

function Patrols({ of }: { readonly of: Silent }) {
  const text = useText(silentText);
  const { kind } = useText(patrolText);
  const language = useLanguage();
  const now = useNow();
  if (of.totalCount === 0) return <p className="silent-none">✓ {text.none}</p>;
  return (
    <>
      <p className="silent-why">{text.explanation}</p>
      <ul className="plain-list">
        {longestUnheardLast(of.nodes).map((patrol) => (
          <li key={patrol.id}>
            <Link href={`/patrols/${patrol.id}`}>{patrol.name}</Link>
            <span>
              {kind[lower(patrol.kind)]}
              {patrol.grid !== null && ` · ${patrol.grid.name}`}
            </span>
            <span>
              {patrol.lastFix === null ? text.never : text.since(ago(now - toTime(patrol.lastFix.at), language))}
            </span>
          </li>
        ))}
      </ul>
      {of.totalCount > of.nodes.length && <p>{text.more(of.totalCount - of.nodes.length)}</p>}
    </>
  );
}

/** How many are on duty and not heard of, and on a click who. Asked again twice a minute. */
export function SilentPatrols() {
  const text = useText(silentText);
  const halfMinute = Math.floor(useNow() / 30_000);
  const [remote, retry] = useQuery(silentPatrols, {}, halfMinute);
  const [open, setOpen] = useState(false);
  const count = remote.kind === "ready" ? remote.value.patrols.totalCount : 0;
  if (count === 0 && !open) return null;
  return (
    <section
      className="silent"
      aria-label={text.title}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || !open) return;
        event.stopPropagation();
        setOpen(false);
      }}
    >
      <button type="button" className="button silent-button" aria-expanded={open} onClick={() => setOpen(!open)}>
        <Icon name="alert" size={16} /> {text.button(count)}
      </button>
      {open && (
        <div className="panel silent-list">
          <div className="silent-bar">
            <h2>{text.title}</h2>
            <button type="button" className="icon-button" aria-label={text.close} onClick={() => setOpen(false)}>
              <Icon name="close" />
            </button>
          </div>
          <RemoteView remote={part(remote, silentOf)} onRetry={retry}>
            {(of) => <Patrols of={of} />}
          </RemoteView>
        </div>
      )}
    </section>
  );
}
