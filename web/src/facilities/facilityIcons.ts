import { paintImage } from "#platform/map/paint.ts";
import type { MapImage } from "#platform/map/part.ts";

type Sign = { readonly fill: string; readonly glyph: string };

const signs: Readonly<Record<string, Sign>> = {
  party_service_station: { fill: "#c2410c", glyph: "M12 4 4 10v9h5v-5h6v5h5v-9zm-1 1.900V2h5v2.400h-4z" },
  courier_rest_stop: { fill: "#0f9d78", glyph: "M13.500 3 6 13.500h4.700L9.500 21 18 9.800h-5z" },
};

const plain: Sign = {
  fill: "#6d5bd0",
  glyph: "M7 5h10v14h-3.500v-4h-3v4H7zm2 2v2h2V7zm4 0v2h2V7zm-4 3.500v2h2v-2zm4 0v2h2v-2z",
};

/** A rounded square says "a place that serves"; colour and sign say which. */
export function drawFacilityImage(id: string): MapImage | null {
  if (!id.startsWith("facility-")) return null;
  const { fill, glyph } = signs[id.slice("facility-".length)] ?? plain;
  return paintImage(26, (pen) => {
    pen.beginPath();
    pen.roundRect(2, 2, 22, 22, 6);
    pen.fillStyle = fill;
    pen.strokeStyle = "#ffffff";
    pen.lineWidth = 1.8;
    pen.fill();
    pen.stroke();
    pen.translate(4.6, 4.4);
    pen.scale(0.7, 0.7);
    pen.fillStyle = "#ffffff";
    pen.fill(new Path2D(glyph), "evenodd");
  });
}
