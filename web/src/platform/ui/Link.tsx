import type { MouseEvent, ReactNode } from "react";
import { navigate } from "./location.ts";

type Props = {
  readonly href: string;
  readonly className?: string;
  /** The key that follows it. */
  readonly shortcut?: string;
  readonly children: ReactNode;
};

/** A link to another thing: a real address, followed without loading the page anew. */
export function Link({ href, className, shortcut, children }: Props) {
  const follow = (event: MouseEvent) => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    navigate(href);
  };
  return (
    <a href={href} onClick={follow} className={className ?? "link"} aria-keyshortcuts={shortcut}>
      {children}
    </a>
  );
}
