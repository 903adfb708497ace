import type { ReactNode } from "react";
import { useText } from "#platform/i18n/text.ts";
import { Link } from "#platform/ui/Link.tsx";
import { Stars } from "./Stars.tsx";
import { volunteerText } from "./text.ts";

type EntryProps = { readonly href: string; readonly title: ReactNode; readonly children: ReactNode };

/** A line of a list that leads to the card of what it names. */
export function Entry({ href, title, children }: EntryProps) {
  return (
    <li>
      <Link href={href} className="">
        {title}
        <small>{children}</small>
      </Link>
    </li>
  );
}

type VolunteerProps = {
  readonly of: { readonly id: string; readonly name: string; readonly stars: number; readonly points: number };
  readonly children?: ReactNode;
};

/** A volunteer in a list, with the points that count in it. */
export function VolunteerEntry({ of: { id, name, stars, points }, children }: VolunteerProps) {
  const title = (
    <>
      {name} <Stars count={stars} />
    </>
  );
  return (
    <Entry href={`/volunteers/${id}`} title={title}>
      {children}
      <b>{points}</b>
    </Entry>
  );
}

/** How many of a list are not shown. */
export function Rest({ total, shown }: { readonly total: number; readonly shown: number }) {
  const text = useText(volunteerText);
  return total > shown ? <p className="volunteer-quiet">{text.more(total - shown)}</p> : null;
}
