import type { Page } from '@playwright/test';

export type Area = { readonly x: number; readonly y: number; readonly w: number; readonly h: number };
export type PixelCount = {
  readonly clear: number;
  readonly partial: number;
  readonly opaque: number;
  /** Smallest box around everything that is not clear; `null` where all is. */
  readonly box: Area | null;
};

/**
 * Takes the picture with its alpha channel and counts pixels in parts of it. The PNG is decoded by another page of the
 * same browser, whose canvas gives the exact values.
 */
export const countPixels = async (page: Page, areas: readonly Area[]): Promise<readonly PixelCount[]> => {
  const png = await page.screenshot({ omitBackground: true });
  const decoder = await page.context().browser()?.newPage();
  if (!decoder) throw new Error('The page has no browser');
  const counts = await decoder.evaluate(
    async ({ url, parts }) => {
      const image = new Image();
      image.src = url;
      await image.decode();
      const canvas = document.createElement('canvas');
      [canvas.width, canvas.height] = [image.width, image.height];
      const context = canvas.getContext('2d');
      if (!context) throw new Error('no canvas');
      context.drawImage(image, 0, 0);
      return parts.map(({ x, y, w, h }) => {
        const { data } = context.getImageData(x, y, w, h);
        const count = { clear: 0, partial: 0, opaque: 0 };
        const edge = { left: w, top: h, right: -1, bottom: -1 };
        for (let index = 0; index < w * h; index += 1) {
          const alpha = data[index * 4 + 3];
          if (alpha === 0) {
            count.clear += 1;
            continue;
          }
          if (alpha === 255) count.opaque += 1;
          else count.partial += 1;
          edge.left = Math.min(edge.left, index % w);
          edge.right = Math.max(edge.right, index % w);
          edge.top = Math.min(edge.top, Math.floor(index / w));
          edge.bottom = Math.max(edge.bottom, Math.floor(index / w));
        }
        const { left, top, right, bottom } = edge;
        const box = right < 0 ? null : { x: x + left, y: y + top, w: right - left + 1, h: bottom - top + 1 };
        return { ...count, box };
      });
    },
    { url: `data:image/png;base64,${png.toString('base64')}`, parts: [...areas] },
  );
  await decoder.close();
  return counts;
};
