// The least page that shows the same map: MapLibre, the style and the view, nothing else.
import { bounds } from "./bounds.js";
import { Map as MapLibreMap, setWorkerUrl } from "./maplibre-gl.mjs";

setWorkerUrl("./maplibre-gl-worker.mjs");
const map = new MapLibreMap({
  container: "map",
  style: "style.json",
  bounds,
  attributionControl: false,
  localIdeographFontFamily: "sans-serif",
});
map.once("load", () => performance.mark("first-map"));
