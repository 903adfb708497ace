import { type KeyboardEvent, type ReactNode, useLayoutEffect, useRef, useState } from "react";
import { anchoredScroll, visibleRows } from "./scroll.ts";

type Props<T> = {
  readonly items: readonly T[];
  readonly rowHeight: number;
  readonly keyOf: (item: T) => string;
  readonly label: string;
  readonly row: (item: T) => ReactNode;
};

/** A list of any length that draws only what can be seen. Rows that come in above never move what is being read. */
export function VirtualList<T>({ items, rowHeight, keyOf, label, row }: Props<T>) {
  const scroller = useRef<HTMLDivElement>(null);
  const keys = useRef<readonly string[]>([]);
  const held = useRef(false);
  const focused = useRef<string | null>(null);
  const [seen, setSeen] = useState({ top: 0, height: 800 });

  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const measure = () => setSeen({ top: element.scrollTop, height: element.clientHeight });
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  useLayoutEffect(() => {
    const after = items.map(keyOf);
    const element = scroller.current;
    // At the very top new rows may push in, unless the pointer or the focus is on a row.
    if (element !== null && (element.scrollTop > 0 || held.current)) {
      element.scrollTop = anchoredScroll(element.scrollTop, rowHeight, keys.current, after);
    }
    // The row in focus is gone: the one that took its place has it now.
    const gone = focused.current !== null && !after.includes(focused.current);
    if (gone && document.activeElement === document.body) {
      const at = Math.min(keys.current.indexOf(focused.current ?? ""), after.length - 1);
      focused.current = after[at] ?? null;
      element?.querySelector<HTMLElement>(`[aria-posinset="${at + 1}"] a`)?.focus({ preventScroll: true });
    }
    keys.current = after;
  }, [items, keyOf, rowHeight]);

  const moveFocus = (event: KeyboardEvent) => {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    const current = document.activeElement?.closest("li");
    const next = step === 1 ? current?.nextElementSibling : current?.previousElementSibling;
    const target = next?.querySelector<HTMLElement>("a, button");
    if (step === 0 || !target) return;
    event.preventDefault();
    target.focus();
  };

  const { first, last } = visibleRows(seen.top, seen.height, rowHeight, items.length);
  const hold = (value: boolean) => () => {
    held.current = value;
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the rows inside are the controls; this only adds arrow keys between them
    <div
      ref={scroller}
      className="virtual-list"
      onScroll={(event) => setSeen({ top: event.currentTarget.scrollTop, height: event.currentTarget.clientHeight })}
      onMouseEnter={hold(true)}
      onMouseLeave={hold(false)}
      onFocus={({ target }) => {
        held.current = true;
        focused.current = keys.current[Number(target.closest("li")?.ariaPosInSet) - 1] ?? null;
      }}
      onBlur={() => {
        held.current = false;
        focused.current = null;
      }}
      onKeyDown={moveFocus}
    >
      <ul aria-label={label} style={{ height: items.length * rowHeight }}>
        {items.slice(first, last).map((item, index) => (
          <li
            key={keyOf(item)}
            style={{ height: rowHeight, transform: `translateY(${(first + index) * rowHeight}px)` }}
            aria-setsize={items.length}
            aria-posinset={first + index + 1}
          >
            {row(item)}
          </li>
        ))}
      </ul>
    </div>
  );
}
