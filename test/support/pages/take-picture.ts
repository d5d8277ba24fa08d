import { writeFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import * as z from 'zod';
import { palettePng } from './palette-png.ts';

const Decoded = z.object({ width: z.number(), height: z.number(), rgba: z.base64() });

/** Run in a blank page: a page of ours allows no picture. */
const decode = (png: Buffer): string => `(async () => {
  const image = await createImageBitmap(await (await fetch('data:image/png;base64,${png.toString('base64')}')).blob());
  const canvas = new OffscreenCanvas(image.width, image.height).getContext('2d');
  canvas.drawImage(image, 0, 0);
  const { data } = canvas.getImageData(0, 0, image.width, image.height);
  let bytes = '';
  for (let i = 0; i < data.length; i += 8192) bytes += String.fromCharCode(...data.subarray(i, i + 8192));
  return { width: image.width, height: image.height, rgba: btoa(bytes) };
})()`;

/** What is around a part of a page in its picture, in CSS pixels. */
const MARGIN = 16;

/**
 * Takes a small picture of a page: from its top to the end of a part, or of the part alone.
 * `part`: a selector; the last that it finds is meant.
 */
export const takePicture = async (page: Page, path: string, { part, isAlone = false }: PictureOf): Promise<void> => {
  // Places are told from the top of the window, and a picture's from the top of the page.
  await page.evaluate('scrollTo(0, 0)');
  const box = await page.locator(part).last().boundingBox();
  if (box === null) throw new Error(`${path}: the page has no ${part}`);
  const width = page.viewportSize()?.width ?? 0;
  const top = isAlone ? Math.max(0, Math.floor(box.y) - MARGIN) : 0;
  const clip = { x: 0, y: top, width, height: Math.ceil(box.y + box.height) + MARGIN - top };
  const png = await page.screenshot({ fullPage: true, clip });
  const blank = await page.context().newPage();
  const { width: pixels, height, rgba } = Decoded.parse(await blank.evaluate(decode(png)));
  await blank.close();
  await writeFile(path, palettePng({ width: pixels, height, rgba: Buffer.from(rgba, 'base64') }));
};

export interface PictureOf {
  readonly part: string;
  readonly isAlone?: boolean;
}
