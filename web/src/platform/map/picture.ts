import type { Position } from "#platform/api/parse.ts";
import type { Overlay } from "./overlay.ts";
import type { GridMapMap } from "./part.ts";

/** What stands on a picture of the map beside the map. */
export type Caption = {
  readonly title: string;
  readonly lines: readonly string[];
  readonly legend: readonly { readonly colour: string; readonly label: string }[];
  readonly attribution: string;
};

const font = (size: number, weight = 400) =>
  `${weight} ${size}px "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif`;
const row = 26;

function write(pen: CanvasRenderingContext2D, { title, lines, legend, attribution }: Caption, height: number): void {
  const shown = legend.length * row + lines.length * 22 + 62;
  pen.font = font(20, 600);
  const widest = Math.max(
    pen.measureText(title).width,
    ...[...lines, ...legend.map(({ label }) => `   ${label}`)].map((line) => pen.measureText(line).width * 0.8),
  );
  pen.fillStyle = "rgba(255, 255, 255, 0.92)";
  pen.fillRect(16, 16, widest + 40, shown);
  pen.fillStyle = "#16212e";
  pen.fillText(title, 32, 48);
  pen.font = font(15);
  for (const [at, line] of lines.entries()) pen.fillText(line, 32, 76 + at * 22);
  for (const [at, { colour, label }] of legend.entries()) {
    const y = 62 + lines.length * 22 + at * row;
    pen.fillStyle = colour;
    pen.fillRect(32, y, 16, 16);
    pen.strokeStyle = "#16212e";
    pen.strokeRect(32, y, 16, 16);
    pen.fillStyle = "#16212e";
    pen.fillText(label, 58, y + 14);
  }
  pen.font = font(12);
  const width = pen.measureText(attribution).width;
  pen.fillStyle = "rgba(255, 255, 255, 0.85)";
  pen.fillRect(0, height - 24, width + 20, 24);
  pen.fillStyle = "#16212e";
  pen.fillText(attribution, 10, height - 8);
}

function pins(pen: CanvasRenderingContext2D, map: GridMapMap, positions: readonly Position[]): void {
  for (const position of positions) {
    const { x, y } = map.project([...position]);
    pen.beginPath();
    pen.arc(x, y - 10, 6, 0, 2 * Math.PI);
    pen.fillStyle = "#16212e";
    pen.fill();
    pen.strokeStyle = "#ffffff";
    pen.lineWidth = 2;
    pen.stroke();
  }
}

/** The map as it is seen now, with a title, its figures, a legend and where it is from, as a PNG. */
export function pictureOf(
  map: GridMapMap,
  caption: Caption,
  marked: readonly Position[] = [],
  above: Overlay | null = null,
): Promise<Blob | null> {
  return new Promise((resolve) => {
    // The buffer is kept only until the frame is over, so it is taken within it.
    map.once("render", () => {
      const seen = map.getCanvas();
      const canvas = document.createElement("canvas");
      [canvas.width, canvas.height] = [seen.width, seen.height];
      const pen = canvas.getContext("2d");
      if (pen === null) {
        resolve(null);
        return;
      }
      pen.drawImage(seen, 0, 0);
      if (above !== null) pen.drawImage(above.picture(), 0, 0);
      const scale = seen.width / Math.max(1, seen.clientWidth);
      pen.scale(scale, scale);
      pins(pen, map, marked);
      write(pen, caption, seen.height / scale);
      canvas.toBlob(resolve, "image/png");
    });
    map.triggerRepaint();
  });
}
