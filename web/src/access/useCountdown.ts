import { useCallback, useEffect, useState } from "react";

/** Whole seconds until a moment, down to none. */
export function useCountdown(): readonly [number, (seconds: number) => void] {
  const [until, setUntil] = useState(0);
  const [left, setLeft] = useState(0);
  useEffect(() => {
    const tick = () => setLeft(Math.max(0, Math.ceil((until - Date.now()) / 1000)));
    tick();
    const timer = setInterval(tick, 250);
    return () => clearInterval(timer);
  }, [until]);
  const start = useCallback((seconds: number) => {
    setLeft(Math.ceil(seconds));
    setUntil(Date.now() + seconds * 1000);
  }, []);
  return [left, start];
}
