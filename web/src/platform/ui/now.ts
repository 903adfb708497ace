import { createStore, useStore } from "zustand";

type Clock = { readonly now: number; readonly offset: number };

/** The server's time as well as this browser can tell; deadlines must not depend on a wrong desk clock. */
export const clock = createStore<Clock>(() => ({ now: Date.now(), offset: 0 }));

export function serverNow(): number {
  return Date.now() + clock.getState().offset;
}

/** Tells the clock that the server said `serverTime` when the browser read `localTime`. */
export function setServerTime(serverTime: number, localTime: number): void {
  const offset = serverTime - localTime;
  // Under a second it is the network, not the clock.
  clock.setState({ offset: Math.abs(offset) < 1000 ? 0 : offset });
}

export function startClock(): () => void {
  const timer = setInterval(() => clock.setState({ now: serverNow() }), 1000);
  return () => clearInterval(timer);
}

/** The time to a quarter of a minute, for what is counted and sorted by it. */
export function useQuarterMinute(): number {
  return useStore(clock, (state) => Math.floor(state.now / 15_000) * 15_000);
}

/** The current second; the component renders once a second. */
export function useNow(): number {
  return useStore(clock, (state) => state.now);
}
