// Shows 20 000 points, 2 000 of which move a tenth of a second, by one of four ways: page ?way=ours|set-data|update-data|raw
import { Map as MapLibreMap, setWorkerUrl } from "./maplibre-gl.mjs";
import { ways } from "./ways.js";

setWorkerUrl("./maplibre-gl-worker.mjs");
const way = new URLSearchParams(location.search).get("way");
const longTasks = [];
new PerformanceObserver((list) => longTasks.push(...list.getEntries().map((entry) => entry.duration))).observe({ type: "longtask" });

const points = ways[way]({ container: document.getElementById("map"), MapLibreMap });
const feed = new Worker(`feed.js?way=${way}`, { type: "module" });
let told = null;
feed.addEventListener("message", ({ data }) => {
  if (data.last === undefined) points.take(data);
  else told(data.last);
});

globalThis.bench = {
  frames: () => points.frames(),
  takeLongTasks: () => longTasks.splice(0),
  /** Ends the feed, and tells how far the points are from where they were told last, how many there are, and how many pixels they cover; waits for what is on its way. */
  check: async () => {
    const last = await new Promise((done) => {
      told = done;
      feed.postMessage("end");
    });
    for (let tries = 0; ; tries++) {
      const places = await points.places();
      let farthest = 0;
      for (const [id, [x, y]] of places) farthest = Math.max(farthest, Math.abs(x - last[2 * id - 2]), Math.abs(y - last[2 * id - 1]));
      if (farthest < 1 || tries === 50) return { count: places.size, farthest, pixels: await points.pixels() };
      await new Promise((done) => setTimeout(done, 200));
    }
  },
};
