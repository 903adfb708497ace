import type { Page } from "@playwright/test";

/** The colours of a part of the page, pixel by pixel: red, green, blue. */
export async function coloursIn(page: Page, clip: { readonly x: number; readonly y: number; readonly width: number; readonly height: number }): Promise<readonly number[]> {
  const png = (await page.screenshot({ clip })).toString("base64");
  return page.evaluate(
    async ({ data, width, height }) => {
      const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
      const picture = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
      const context = new OffscreenCanvas(width, height).getContext("2d");
      context?.drawImage(picture, 0, 0);
      return [...(context?.getImageData(0, 0, width, height).data ?? [])].filter((_, i) => i % 4 !== 3);
    },
    { data: png, width: clip.width, height: clip.height },
  );
}

/** The colour of a pixel of the page. */
export const colourAt = (page: Page, x: number, y: number): Promise<readonly number[]> => coloursIn(page, { x, y, width: 1, height: 1 });

/** How far two colours are apart at most, of 255. */
export const apart = (one: readonly number[], other: readonly number[]): number =>
  Math.max(...one.map((part, i) => Math.abs(part - (other[i] ?? 0))));
