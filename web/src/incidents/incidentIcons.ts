import { paintImage } from "#platform/map/paint.ts";
import type { MapImage } from "#platform/map/part.ts";

export const incidentColors = { urgent: "#ff4d4f", overdue: "#ff9f1c", normal: "#ffd166" } as const;
const ink = "#1a1206";
const night = "#0b1626";

function tracePath(pen: CanvasRenderingContext2D, severity: string): void {
  pen.beginPath();
  if (severity === "urgent") {
    pen.moveTo(15, 3.5);
    pen.lineTo(28, 26);
    pen.lineTo(2, 26);
  } else if (severity === "overdue") {
    pen.moveTo(15, 2.5);
    pen.lineTo(27.5, 15);
    pen.lineTo(15, 27.5);
    pen.lineTo(2.5, 15);
  } else {
    pen.arc(15, 15, 10.5, 0, Math.PI * 2);
  }
  pen.closePath();
}

function drawMark(pen: CanvasRenderingContext2D, severity: string): void {
  const low = severity === "urgent" ? 2.5 : 0;
  pen.fillStyle = severity === "urgent" ? "#ffffff" : ink;
  if (severity === "overdue") {
    pen.strokeStyle = ink;
    pen.lineWidth = 2;
    pen.lineCap = "round";
    pen.stroke(new Path2D("M15 9.5V15L18.6 17.4"));
    pen.beginPath();
    pen.arc(15, 15, 7.2, 0, Math.PI * 2);
    pen.stroke();
    return;
  }
  pen.fill(new Path2D(`M13.6 ${8.5 + low}h2.8l-.5 7.6h-1.8z`));
  pen.beginPath();
  pen.arc(15, 19.4 + low * 0.8, 1.7, 0, Math.PI * 2);
  pen.fill();
}

/** Colour and shape both tell: triangle urgent, diamond with a clock overdue, disc otherwise. */
function incidentImage(severity: keyof typeof incidentColors): MapImage | null {
  return paintImage(30, (pen) => {
    pen.lineJoin = "round";
    tracePath(pen, severity);
    pen.strokeStyle = night;
    pen.lineWidth = 4;
    pen.stroke();
    pen.strokeStyle = "#ffffff";
    pen.lineWidth = 1.6;
    pen.fillStyle = incidentColors[severity];
    pen.fill();
    pen.stroke();
    drawMark(pen, severity);
  });
}

/** A ring of twelve parts: how many of them are urgent, overdue and neither. */
function donutImage(urgent: number, overdue: number): MapImage | null {
  return paintImage(48, (pen) => {
    const parts = [
      [urgent, incidentColors.urgent],
      [overdue, incidentColors.overdue],
      [Math.max(0, 12 - urgent - overdue), incidentColors.normal],
    ] as const;
    pen.beginPath();
    pen.arc(24, 24, 23, 0, Math.PI * 2);
    pen.fillStyle = night;
    pen.fill();
    let start = -Math.PI / 2;
    for (const [share, color] of parts) {
      const end = start + (share / 12) * Math.PI * 2;
      pen.beginPath();
      pen.arc(24, 24, 18.5, start, end);
      pen.strokeStyle = color;
      pen.lineWidth = 6;
      if (share > 0) pen.stroke();
      start = end;
    }
  });
}

/** The images the incident layers ask for by name. */
export function drawIncidentImage(id: string): MapImage | null {
  if (id === "incident-urgent") return incidentImage("urgent");
  if (id === "incident-overdue") return incidentImage("overdue");
  if (id === "incident-normal") return incidentImage("normal");
  const donut = /^incident-donut-(\d+)-(\d+)$/.exec(id);
  return donut === null ? null : donutImage(Number(donut[1]), Number(donut[2]));
}
