import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { sourceOfFeed } from '../../../cli/page/page-source.ts';
import { servePage } from '../../../cli/page/serve-page.ts';
import { captured } from '../scenario/field-world.ts';
import { writeFeed } from '../scenario/what-if.ts';
import { takePicture } from './take-picture.ts';
import { yearWithOutcomes } from './year-with-outcomes.ts';

const WIDTHS = [320, 1280];
const SCHEMES = ['light', 'dark'] as const;

/** How much history lies behind the page in its pictures. */
const HISTORIES = {
  empty: () => writeFeed([]),
  'one-lead': () => writeFeed([captured('2026-11-16T09:00:00Z', 'jo@acme.example')]),
  year: () => writeFeed(yearWithOutcomes(1_500)),
};

/** The example agreement, with a promise that a small team of marketing could give. */
const smallAgreement = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'golden-hour-pictures-'));
  cpSync('agreement', folder, { recursive: true });
  const sla = join(folder, 'sla.yaml');
  writeFileSync(sla, readFileSync(sla, 'utf8').replace('qualifiedPerWeek: 120', 'qualifiedPerWeek: 17'));
  return folder;
};

const serve = async (events: string) =>
  servePage(await sourceOfFeed({ agreement: smallAgreement(), events, seed: 1 }), 0);

/** The page of measures in each state, on a phone and on a desk, light and dark. */
export const takeMeasuresPictures = async (browser: Browser, folder: string): Promise<void> => {
  for (const [name, history] of Object.entries(HISTORIES)) {
    const served = await serve(history());
    for (const width of WIDTHS) {
      for (const colorScheme of SCHEMES) {
        const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme });
        await page.goto(served.url);
        await page.screenshot({ path: `${folder}/measures-${name}-${width}-${colorScheme}.png`, fullPage: true });
        await page.close();
      }
    }
    await served.close();
  }
};

/** The README's picture: a quarter of the year, down to the weeks. */
export const takeMeasuresReadmePicture = async (browser: Browser, path: string): Promise<void> => {
  const served = await serve(HISTORIES.year());
  const context = await browser.newContext({ viewport: { width: 1_000, height: 900 }, colorScheme: 'light' });
  const page = await context.newPage();
  await page.goto(`${served.url}?from=2026-07-06&to=2026-10-04`);
  await takePicture(page, path, { part: 'section[aria-labelledby=sla] .key' });
  await context.close();
  await served.close();
};
