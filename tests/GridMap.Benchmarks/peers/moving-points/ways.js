// Four ways to show moving points: the dashboard's own layer, MapLibre's setData and updateData, and bare WebGL 2 (upload and draw).
import { createPatrolLayer } from "../../../../web/src/patrols/patrolLayer.ts";
import { createTracks, trackWords, word } from "../../../../web/src/patrols/tracks.ts";
import { latitudeOf, longitudeOf } from "../../../../web/src/platform/geo/mercator.ts";

const [centre, zoom] = [[113.2, 40.1], 10.5];
const stepsPerDegree = 1e6;
const capacity = 20_000;

const nextFrame = () => new Promise((done) => requestAnimationFrame(() => done()));

function countPixels(gl) {
  const [width, height] = [gl.drawingBufferWidth, gl.drawingBufferHeight];
  const pixels = new Uint8Array(width * height * 4);
  gl.readPixels(0, 0, width, height, gl.RGBA, gl.UNSIGNED_BYTE, pixels);
  let lit = 0;
  for (let at = 0; at < pixels.length; at += 4) if (pixels[at] + pixels[at + 1] + pixels[at + 2] > 60) lit++;
  return lit;
}

function createMap({ container, MapLibreMap }) {
  const style = { version: 8, sources: {}, layers: [{ id: "ground", type: "background", paint: { "background-color": "#000" } }] };
  const map = new MapLibreMap({ container, style, center: centre, zoom, attributionControl: false, fadeDuration: 0 });
  let frames = 0;
  // Every frame is drawn, also where nothing has to be.
  map.on("render", () => {
    frames++;
    map.triggerRepaint();
  });
  const pixels = () => new Promise((done) => map.once("render", () => done(countPixels(map.getCanvas().getContext("webgl2")))));
  return { map, frames: () => frames, pixels };
}

function ours(page) {
  const { map, frames, pixels } = createMap(page);
  const [tracks, start] = [createTracks(), performance.now()];
  const now = () => Math.round(performance.now() - start);
  const shown = { tracks, now };
  const layer = createPatrolLayer("points", () => shown, { selected: -1, hovered: -1 });
  map.on("load", () => map.addLayer(layer));
  return {
    frames,
    pixels,
    take: (words) => {
      tracks.apply(words, now());
      layer.wakeUp();
    },
    places: async () => {
      const places = new Map();
      for (let slot = 0; slot < tracks.count(); slot++) {
        // When it has arrived.
        const [x, y] = tracks.positionAt(slot, now() + 60_000);
        places.set(tracks.words()[slot * trackWords + word.id], [longitudeOf(x) * stepsPerDegree, latitudeOf(y) * stepsPerDegree]);
      }
      return places;
    },
  };
}

const geometryOf = (x, y) => ({ type: "Point", coordinates: [x / stepsPerDegree, y / stepsPerDegree] });

function byGeoJson(page, tell) {
  const { map, frames, pixels } = createMap(page);
  const features = new Map();
  let source = null;
  const all = () => ({ type: "FeatureCollection", features: [...features.values()] });
  map.on("load", () => {
    map.addSource("points", { type: "geojson", data: all() });
    map.addLayer({ id: "points", type: "circle", source: "points", paint: { "circle-radius": 3, "circle-color": "#3df" } });
    source = map.getSource("points");
  });
  return {
    frames,
    pixels,
    take: (words) => {
      const moved = [];
      for (let at = 0; at < words.length; at += 3) {
        const [id, x, y] = [words[at], words[at + 1], words[at + 2]];
        moved.push({ id, newGeometry: geometryOf(x, y), isNew: !features.has(id) });
        features.set(id, { type: "Feature", id, properties: {}, geometry: geometryOf(x, y) });
      }
      if (source !== null) tell(source, all, moved, features);
    },
    places: async () => {
      const { features: shown } = await source.getData();
      return new Map(shown.map(({ id, geometry }) => [id, geometry.coordinates.map((degrees) => degrees * stepsPerDegree)]));
    },
  };
}

function raw({ container }) {
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [innerWidth, innerHeight];
  container.append(canvas);
  const gl = canvas.getContext("webgl2", { antialias: false });
  const program = gl.createProgram();
  for (const [kind, source] of [
    [gl.VERTEX_SHADER, "#version 300 es\nin vec2 at; void main() { gl_Position = vec4(at * vec2(4.6, 8.8), 0, 1); gl_PointSize = 6.0; }"],
    [gl.FRAGMENT_SHADER, "#version 300 es\nprecision mediump float; out vec4 color; void main() { color = vec4(.2, .85, 1, 1); }"],
  ]) {
    const shader = gl.createShader(kind);
    gl.shaderSource(shader, source);
    gl.compileShader(shader);
    gl.attachShader(program, shader);
  }
  gl.linkProgram(program);
  gl.useProgram(program);
  const [places, told] = [new Float32Array(2 * capacity), new Map()];
  gl.bindBuffer(gl.ARRAY_BUFFER, gl.createBuffer());
  gl.bufferData(gl.ARRAY_BUFFER, places, gl.DYNAMIC_DRAW);
  gl.enableVertexAttribArray(0);
  gl.vertexAttribPointer(0, 2, gl.FLOAT, false, 0, 0);
  let frames = 0;
  const draw = () => {
    frames++;
    gl.bufferSubData(gl.ARRAY_BUFFER, 0, places);
    gl.clear(gl.COLOR_BUFFER_BIT);
    gl.drawArrays(gl.POINTS, 0, told.size);
    requestAnimationFrame(draw);
  };
  draw();
  return {
    frames: () => frames,
    take: (words) => {
      for (let at = 0; at < words.length; at += 3) {
        const [id, x, y] = [words[at], words[at + 1], words[at + 2]];
        told.set(id, [x, y]);
        places[2 * id - 2] = x / stepsPerDegree - centre[0];
        places[2 * id - 1] = y / stepsPerDegree - centre[1];
      }
    },
    places: async () => told,
    pixels: async () => {
      await nextFrame();
      return countPixels(gl);
    },
  };
}

export const ways = {
  ours,
  "set-data": (page) => byGeoJson(page, (source, all) => void source.setData(all())),
  "update-data": (page) =>
    byGeoJson(page, (source, _, moved, features) => {
      void source.updateData({
        add: moved.filter(({ isNew }) => isNew).map(({ id }) => features.get(id)),
        update: moved.filter(({ isNew }) => !isNew).map(({ id, newGeometry }) => ({ id, newGeometry })),
      });
    }),
  raw,
};
