import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Page } from "@playwright/test";

export type Ring = [number, number][];
export type Division = {
  features: { properties: { code: string; name: string }; geometry: { type: "MultiPolygon"; coordinates: Ring[][] } }[];
};

type FileOf = { readonly name: string; readonly mimeType: string; readonly buffer: Buffer };

/** A division as a file of each format that may be sent; attributes of a Shapefile are GBK. */
export const fileAs = {
  GeoJSON: (division: Division): FileOf => ({
    name: "部门网格.geojson",
    mimeType: "application/geo+json",
    buffer: Buffer.from(JSON.stringify(division)),
  }),
  GeoPackage: (division: Division): FileOf => ({
    name: "部门网格.gpkg",
    mimeType: "application/geopackage+sqlite3",
    buffer: converted(division, "out.gpkg", "-f", "GPKG"),
  }),
  Shapefile: (division: Division): FileOf => ({
    name: "部门网格.zip",
    mimeType: "application/zip",
    buffer: converted(division, "out.shp.zip", "-f", "ESRI Shapefile", "-lco", "ENCODING=CP936"),
  }),
};

function converted(division: Division, name: string, ...options: string[]): Buffer {
  const folder = mkdtempSync(path.join(tmpdir(), "gridmap-e2e-"));
  try {
    writeFileSync(path.join(folder, "in.geojson"), JSON.stringify(division));
    execFileSync("ogr2ogr", [...options, name, "in.geojson"], { cwd: folder, stdio: "pipe" });
    return readFileSync(path.join(folder, name));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Takes the corner out of a ring that changes its area most in one way: 1 what it bulges, -1 what it is bitten. */
export function straighten(ring: Ring, way: 1 | -1): void {
  const [x, y] = [(i: number) => ring[i]?.[0] ?? 0, (i: number) => ring[i]?.[1] ?? 0];
  const areaAt = (i: number) =>
    way * ((x(i) - x(i - 1)) * (y(i + 1) - y(i - 1)) - (x(i + 1) - x(i - 1)) * (y(i) - y(i - 1)));
  const inner = ring.slice(1, -1).map((_, i) => i + 1);
  const most = inner.reduce((best, i) => (areaAt(i) > areaAt(best) ? i : best), inner[0] ?? 1);
  ring.splice(most, 1);
}

/** More than 0 where a ring goes counter-clockwise. */
export function turn(ring: Ring): number {
  return ring.reduce((sum, [x, y], i) => {
    const [nextX, nextY] = ring[(i + 1) % ring.length] ?? [x, y];
    return sum + x * nextY - y * nextX;
  }, 0);
}

/** What a variable of the theme is as a colour. */
export function colourOf(page: Page, variable: string): Promise<readonly number[]> {
  return page.evaluate((name) => {
    const probe = Object.assign(document.createElement("i"), { style: `color: var(${name})` });
    document.body.append(probe);
    const colour = getComputedStyle(probe).color.match(/[\d.]+/g)?.slice(0, 3).map(Number) ?? [];
    probe.remove();
    return colour;
  }, variable);
}
