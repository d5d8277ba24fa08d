import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import * as z from 'zod';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds wrong or cannot tell, and the least contrast of text that it measured. */
const LOOK = `axe.run().then(({ violations, incomplete, passes }) => {
  const places = (found) => found.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ': ' + html));
  const contrasts = passes.filter(({ id }) => id === 'color-contrast').flatMap(({ nodes }) => nodes)
    .flatMap(({ any }) => any).flatMap(({ data }) => data?.contrastRatio ?? []);
  return { wrong: places(violations), unclear: places(incomplete), texts: contrasts.length, contrast: Math.min(...contrasts) };
})`;

const Finding = z.object({
  wrong: z.array(z.string()),
  unclear: z.array(z.string()),
  texts: z.number(),
  contrast: z.number(),
});

/** What axe makes of a page. The debugger runs it: the page's own policy allows no script. */
export const examine = async (page: Page): Promise<z.output<typeof Finding>> => {
  await page.evaluate(AXE);
  return Finding.parse(await page.evaluate(LOOK));
};

/** How many pixels the page is wider than its window. */
export const overflow = (page: Page): Promise<unknown> =>
  page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');

export const press = (page: Page, name: string): Promise<void> =>
  page.getByRole('button', { name, exact: true }).click();

export const heading = (page: Page, name: string): Promise<void> => page.getByRole('heading', { name }).waitFor();

export const PHONE: BrowserContextOptions = { viewport: { width: 320, height: 640 } };

/** A browser that notes what its pages complain about and ask for. */
export interface Reader {
  open(url: string, view?: BrowserContextOptions): Promise<Page>;
  readonly complaints: readonly string[];
  readonly requested: ReadonlySet<string>;
}

export const readerWith = (browser: Browser): Reader => {
  const complaints: string[] = [];
  const requested = new Set<string>();
  return {
    open: async (url, view = PHONE) => {
      const page = await (await browser.newContext(view)).newPage();
      page.on('console', (message) => complaints.push(message.text()));
      page.on('pageerror', (error) => complaints.push(error.message));
      page.on('request', (request) => requested.add(request.url()));
      await page.goto(url);
      return page;
    },
    complaints,
    requested,
  };
};
