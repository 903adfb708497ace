/** What is started with a map; null where the browser cannot draw one. Found out by drawing: to ask for a context first would cost as much as the map's. */
export function startDrawing<T>(start: () => T): T | null {
  try {
    return start();
  } catch (error) {
    if (document.createElement("canvas").getContext("webgl2") === null) return null;
    throw error;
  }
}
