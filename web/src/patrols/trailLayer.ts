import type { CustomLayer, GridMapMap } from "#platform/map/part.ts";
import { type Highlight, patrolColors } from "./patrolLayer.ts";
import { buildProgram, drawPlaces, type Program, uploadWords } from "./program.ts";
import { trailMeans } from "./shaders.ts";
import type { Shown } from "./tracks.ts";
import { trailLasts } from "./trails.ts";

export const trailLayerId = "patrol-trails";

/** Seen from farther away, trails of a few minutes are no longer than the patrols themselves. */
const minzoom = 13;

/** Where the patrols have been in the last five minutes, fading; the selected one's stands out. One draw call. */
export function createTrailLayer(shown: () => Shown, highlight: Highlight): CustomLayer {
  let program: Program | null = null;
  let on: GridMapMap | null = null;
  return {
    id: trailLayerId,
    type: "custom",
    renderingMode: "2d",
    onAdd: (map) => {
      on = map;
    },
    onRemove: () => {
      program?.free();
      [program, on] = [null, null];
    },
    render: (context, { defaultProjectionData }) => {
      const { trails, now } = shown();
      if (
        on === null ||
        trails.count() === 0 ||
        on.getZoom() < minzoom ||
        on.getLayoutProperty("patrols", "visibility") === "none"
      )
        return;
      const gl = context as WebGL2RenderingContext;
      program ??= buildProgram(gl, trailMeans);
      const used = program;
      uploadWords(gl, used, trails);
      const matrix = defaultProjectionData.mainMatrix as ArrayLike<number>;
      const frame = { map: on, matrix, now: now(), selected: highlight.selected };
      drawPlaces(gl, used, trails.count(), frame, (pixelRatio) => {
        gl.uniform1f(used.at("u_width"), 2.4 * pixelRatio);
        gl.uniform1f(used.at("u_lasts"), trailLasts);
        gl.uniform3fv(used.at("u_fill"), patrolColors().fill);
      });
    },
  };
}
