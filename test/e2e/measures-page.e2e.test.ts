import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sourceOfFeed } from '../../cli/page/page-source.ts';
import { type ServedPage, servePage } from '../../cli/page/serve-page.ts';
import { examine, overflow, readerWith } from '../support/e2e/pages.ts';
import { hasChromium, launchChromium } from '../support/pages/chromium.ts';
import { yearWithOutcomes } from '../support/pages/year-with-outcomes.ts';
import { writeFeed } from '../support/scenario/what-if.ts';

const VIEWS = [320, 1280].flatMap((width) =>
  (['light', 'dark'] as const).map((colorScheme) => ({ viewport: { width, height: 900 }, colorScheme })),
);

/** AA, for text that is not large. */
const CONTRAST = 4.5;

const empty = (): string => {
  const file = join(mkdtempSync(join(tmpdir(), 'golden-hour-empty-')), 'feed.ndjson');
  writeFileSync(file, '');
  return file;
};

const HISTORIES = [
  ['of nothing', empty, VIEWS.slice(0, 1)],
  ['of the sample day', () => 'examples/sample-day.ndjson', VIEWS.slice(-1)],
  ['of a year', () => writeFeed(yearWithOutcomes(800)), VIEWS],
] as const;

describe.skipIf(!hasChromium).each(HISTORIES)(
  'the page of measures %s, in a browser (needs Chromium)',
  (name, events, views) => {
    let browser: Browser;
    let page: ServedPage;

    beforeAll(async () => {
      page = await servePage(await sourceOfFeed({ agreement: 'agreement', events: events(), seed: 1 }), 0);
      browser = await launchChromium();
    });
    afterAll(async () => {
      await browser?.close();
      await page?.close();
    });

    it.each(views)('is accessible and fits the screen ($viewport.width pixels, $colorScheme)', async (view) => {
      const reader = readerWith(browser);
      const shown = await reader.open(page.url, view);
      // What is folded up has to be right too.
      for (const details of await shown.locator('details').all())
        await details.evaluate('(one) => { one.open = true; }');
      const { wrong, unclear, contrast } = await examine(shown);
      expect(wrong).toEqual([]);
      // Axe cannot tell what is behind the words of a drawing, nor what is scrolled out of sight.
      expect(unclear.filter((place) => !place.startsWith('color-contrast: '))).toEqual([]);
      expect(contrast).toBeGreaterThanOrEqual(CONTRAST);
      expect(await overflow(shown)).toBe(0);
      expect(reader.complaints).toEqual([]);
      expect([...reader.requested]).toEqual([page.url]);
      await shown.context().close();
    });

    if (name === 'of nothing') return;
    it('is filtered by its form, and leads to a lead and back', async () => {
      const reader = readerWith(browser);
      const shown = await reader.open(page.url, VIEWS[0]);
      await shown.locator('select[name=source]').selectOption('website');
      await shown.getByRole('button', { name: 'Show' }).click();
      await shown.waitForURL(/source=website/);
      expect(await shown.locator('select[name=source]').inputValue()).toBe('website');
      await shown.locator('a.item').first().click();
      await shown.getByRole('heading', { name: 'Cycle 1' }).waitFor();
      const { wrong } = await examine(shown);
      expect(wrong).toEqual([]);
      expect(await overflow(shown)).toBe(0);
      await shown.getByRole('link', { name: 'All measures' }).click();
      await shown.getByRole('heading', { name: /The promise/ }).waitFor();
      expect(reader.complaints).toEqual([]);
      await shown.context().close();
    });
  },
);
