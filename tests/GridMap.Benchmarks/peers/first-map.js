// The least page that shows the same map: MapLibre and the style, nothing else.
import { Map as MapLibreMap, setWorkerUrl } from "./maplibre-gl.mjs";

setWorkerUrl("./maplibre-gl-worker.mjs");
const map = new MapLibreMap({ container: "map", style: "style.json", attributionControl: false });
map.once("load", () => performance.mark("first-map"));
