import type { ReactNode } from "react";
import { Icon } from "./Icon.tsx";
import { navigate } from "./location.ts";

type Props = {
  readonly className: string;
  readonly title: string;
  /** What the button says that leads back to the map alone. */
  readonly close: string;
  readonly children: ReactNode;
};

/** A panel beside the map that stands in for the card: a title, the way out, and what it holds. */
export function SidePanel({ className, title, close, children }: Props) {
  return (
    <aside className={`panel card ${className}`} aria-label={title}>
      <div className="card-bar">
        <span>{title}</span>
        <button type="button" className="icon-button" aria-label={close} onClick={() => navigate("/")}>
          <Icon name="close" />
        </button>
      </div>
      <div className="card-body">{children}</div>
    </aside>
  );
}
