import { createStore } from "zustand";

/** The moment of the past that is on the map, for cards; null while the map is live. */
export const moment = createStore<{ readonly at: number | null }>(() => ({ at: null }));

/** While it plays, a card hears of so much of the past at a time that it has a second to read. */
export function tellMoment({
  at,
  playing,
  speed,
}: {
  readonly at: number;
  readonly playing: boolean;
  readonly speed: number;
}): void {
  const step = playing ? speed * 1000 : 1;
  moment.setState({ at: Math.floor(at / step) * step });
}
