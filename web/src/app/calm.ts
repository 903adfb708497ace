import { useEffect, useRef, useState } from "react";

const pause = 2000;

/** A value that changes at most once in two seconds, at once after a pause: news that come in a crowd are read once. */
export function useCalm<T>(value: T): T {
  const [calm, setCalm] = useState(value);
  const last = useRef(0);
  useEffect(() => {
    const wait = Math.max(0, last.current + pause - performance.now());
    const timer = setTimeout(() => {
      last.current = performance.now();
      setCalm(value);
    }, wait);
    return () => clearTimeout(timer);
  }, [value]);
  return calm;
}
