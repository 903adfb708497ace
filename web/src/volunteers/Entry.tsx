import type { ReactNode } from "react";
import { useText } from "#platform/i18n/text.ts";
import { Link } from "#platform/ui/Link.tsx";
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

/** How many of a list are not shown. */
export function Rest({ total, shown }: { readonly total: number; readonly shown: number }) {
  const text = useText(volunteerText);
  return total > shown ? <p className="volunteer-quiet">{text.more(total - shown)}</p> : null;
}
