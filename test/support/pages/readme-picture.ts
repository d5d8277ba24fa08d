import { mkdir } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { openFeed } from '../../../cli/feed.ts';
import { readAgreement } from '../../../shared/agreement/read-agreement.ts';
import type { Agreement } from '../../../shared/domain/agreement/agreement.ts';
import { createEmbedded } from '../../../simulator/embedded.ts';
import { freePort } from '../e2e/free-port.ts';
import { serveEmbedded } from './embedded-server.ts';
import { takePicture } from './take-picture.ts';

const FOLDER = 'docs/images';
/** The lead of the README's sample output, right after its first rep was alerted. */
const SHOWN = { name: 'Sören Hübner', until: Date.UTC(2026, 10, 16, 8, 41) };
/** A phone, in CSS pixels. The picture ends below the card with the answers. */
const PHONE = { width: 390, height: 1000 };
const LAST_CARD = '.answer';

/** The README is in English, and so is its picture. */
const inEnglish = (agreement: Agreement): Agreement => ({
  ...agreement,
  reps: Object.fromEntries(
    Object.entries(agreement.reps).map(([id, rep]) => [id, { ...rep, languages: ['en', ...rep.languages] }]),
  ),
});

/** A runtime at the instant of the picture, and the path behind the rep's link. */
const playToPicture = async () => {
  const texts: string[] = [];
  const feed = openFeed('examples/sample-day.ndjson');
  const runtime = createEmbedded({
    agreement: inEnglish(await readAgreement('agreement', new Date(SHOWN.until).getUTCFullYear())),
    start: feed.start ?? 0,
    onMessage: ({ text }) => texts.push(text),
  });
  for (const { at, detailType, text } of feed.read()) {
    if (at > SHOWN.until) break;
    await runtime.runBefore(at);
    await runtime.deliver(text, detailType);
  }
  feed.close();
  const link = texts.filter((text) => text.includes(SHOWN.name)).map((text) => /\/a\/[\w-]{22}/.exec(text)?.[0]);
  return { runtime, path: link.find((path) => path !== undefined) ?? 'no link' };
};

/** The pictures in the README: the rep's page on a phone, light and dark. */
export const takeReadmePictures = async (browser: Browser): Promise<string> => {
  await mkdir(FOLDER, { recursive: true });
  const { runtime, path } = await playToPicture();
  const port = await freePort();
  const server = await serveEmbedded(runtime, port);
  for (const colorScheme of ['light', 'dark'] as const) {
    const context = await browser.newContext({ viewport: PHONE, deviceScaleFactor: 2, colorScheme });
    const page = await context.newPage();
    await page.goto(`http://127.0.0.1:${port}${path}`);
    await takePicture(page, `${FOLDER}/rep-page-${colorScheme}.png`, { part: LAST_CARD });
    await context.close();
  }
  await server.close();
  return FOLDER;
};
