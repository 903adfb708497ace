// The least page that shows the same map: MapLibre, the style and the view of the address, nothing else.
import { Map as MapLibreMap, setWorkerUrl } from "./maplibre-gl.mjs";

const [zoom, latitude, longitude] = location.hash.slice("#map=".length).split("/").map(Number);

setWorkerUrl("./maplibre-gl-worker.mjs");
const map = new MapLibreMap({
  container: "map",
  style: "style.json",
  center: [longitude, latitude],
  zoom,
  attributionControl: false,
  localIdeographFontFamily: "sans-serif",
});
map.once("load", () => performance.mark("first-map"));
