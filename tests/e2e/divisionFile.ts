import type { Page } from "@playwright/test";

/** The colour of a pixel of the page. */
export async function colourAt(page: Page, x: number, y: number): Promise<readonly number[]> {
  const png = (await page.screenshot({ clip: { x, y, width: 1, height: 1 } })).toString("base64");
  return page.evaluate(async (data) => {
    const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
    const picture = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
    const context = new OffscreenCanvas(1, 1).getContext("2d");
    context?.drawImage(picture, 0, 0);
    return [...(context?.getImageData(0, 0, 1, 1).data ?? [])].slice(0, 3);
  }, png);
}

export type Ring = [number, number][];
export type Division = {
  features: { properties: { code: string }; geometry: { type: "MultiPolygon"; coordinates: Ring[][] } }[];
};

/** Takes the corner out of a ring that changes its area most in one way: 1 what it bulges, -1 what it is bitten. */
export function straighten(ring: Ring, way: 1 | -1): void {
  const areaAt = (i: number) => {
    const [a, b, c] = [ring[i - 1] ?? [0, 0], ring[i] ?? [0, 0], ring[i + 1] ?? [0, 0]];
    return ((b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])) * way;
  };
  const inner = ring.slice(1, -1).map((_, i) => i + 1);
  const most = inner.reduce((best, i) => (areaAt(i) > areaAt(best) ? i : best), inner[0] ?? 1);
  ring.splice(most, 1);
}
