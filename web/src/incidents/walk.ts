import { createStore } from "zustand";

/** The way on the map of whoever may be sent; null while nobody is chosen. */
export const walkShown = createStore<{ readonly path: GeoJSON.Geometry | null }>(() => ({ path: null }));
