import { useEffect, useState } from "react";

export type Awake = "waiting" | "held" | "unsupported";

const askAgain = 60_000;

/** Keeps the screen from going dark. The browser takes that back when the page is hidden; it is asked for again when the page is seen. */
export function useWakeLock(): Awake {
  const [awake, setAwake] = useState<Awake>("waiting");
  useEffect(() => {
    // Only there on a page that came over https or from the machine itself.
    if (!("wakeLock" in navigator)) {
      setAwake("unsupported");
      return;
    }
    let held: WakeLockSentinel | null = null;
    let left = false;
    const ask = async () => {
      if (document.visibilityState !== "visible" || held?.released === false) return;
      try {
        held = await navigator.wakeLock.request("screen");
        if (left) void held.release();
        else setAwake("held");
      } catch {
        if (!left) setAwake("unsupported");
      }
    };
    void ask();
    const hear = () => void ask();
    const timer = setInterval(hear, askAgain);
    document.addEventListener("visibilitychange", hear);
    return () => {
      left = true;
      clearInterval(timer);
      document.removeEventListener("visibilitychange", hear);
      void held?.release();
    };
  }, []);
  return awake;
}
