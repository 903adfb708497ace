import { type RefObject, useEffect, useRef, useState } from "react";

const rest = 4000;
const signs = ["pointermove", "pointerdown", "keydown"] as const;

/** Whether somebody is at the wall: pointer and controls are there for as long, and hide afterwards. */
export function useHands(): { readonly areSeen: boolean; readonly usedAt: RefObject<number> } {
  const [areSeen, setSeen] = useState(false);
  const usedAt = useRef(Number.NEGATIVE_INFINITY);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const hear = () => {
      usedAt.current = performance.now();
      setSeen(true);
      clearTimeout(timer);
      timer = setTimeout(() => setSeen(false), rest);
    };
    for (const sign of signs) window.addEventListener(sign, hear);
    return () => {
      clearTimeout(timer);
      for (const sign of signs) window.removeEventListener(sign, hear);
    };
  }, []);
  return { areSeen, usedAt };
}
