/*
 * Takes pictures of the answer page in each of its states and of the page of measures, on a phone and on a desk, light
 * and dark, then the pictures of docs/pages.md and of the README: npm run screenshots
 */
import { mkdir } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import type { Agreement } from '../../../shared/domain/agreement/agreement.ts';
import { always, MINUTE, rep, withoutManager } from '../agreement/small-agreement.ts';
import { freePort } from '../e2e/free-port.ts';
import { JANE, START, type Story, startStory, storyAgreement } from '../scenario/answer-story.ts';
import { CHROMIUM, hasChromium, launchChromium } from './chromium.ts';
import { takeDocPictures } from './doc-pictures.ts';
import { serveEmbedded } from './embedded-server.ts';
import { takeMeasuresPictures, takeMeasuresReadmePicture } from './measures-pictures.ts';
import { takeReadmePictures } from './readme-picture.ts';

const FOLDER = '.local/screenshots';
const WIDTHS = [320, 1280];
const SCHEMES = ['light', 'dark'] as const;

const press = (name: string) => (page: Page) => page.getByRole('button', { name, exact: true }).click();
const berlin = { schedule: always('Europe/Berlin') };

/** With a rep who reads another language. */
const inLanguage = (language: string): Agreement =>
  storyAgreement({
    reps: [
      rep('ana', { name: 'Ana Ortiz', ...berlin, languages: [language] }),
      withoutManager(rep('mia', { name: 'Mia Vogel', ...berlin })),
    ],
  });

const nothing = async (): Promise<void> => {};

/** How each state comes about: what happens first, then what the rep does on the page. */
const SHOTS: Readonly<
  Record<
    string,
    {
      before?: (story: Story) => Promise<void>;
      onPage?: (page: Page) => Promise<void>;
      /** What happens then, before the page is looked at again. */
      after?: (story: Story) => Promise<void>;
      lead?: typeof JANE;
      agreement?: Agreement;
    }
  >
> = {
  assigned: {},
  'do-not-call': { lead: { ...JANE, consent: { call: false, email: true } } },
  accepted: { onPage: press('Accept') },
  contacted: {
    onPage: async (page) => {
      await press('Accept')(page);
      await press('I reached them')(page);
    },
  },
  away: {
    onPage: async (page) => {
      await page.getByRole('link', { name: 'Away or back' }).click();
      await press('Pause for today')(page);
    },
  },
  late: {
    onPage: async (page) => {
      await press('Accept')(page);
    },
    after: (story) => story.runtime.runThrough(START + 72 * MINUTE),
  },
  'my-leads': {
    before: async (story) => {
      for (const name of ['Ada', 'Grace']) {
        const person = { ...JANE.person, email: `${name}@acme.example`, firstName: name };
        await story.tell('LeadCaptured', { ...JANE, person });
      }
    },
    onPage: async (page) => {
      await press('Accept')(page);
      await page.getByRole('link', { name: 'My leads' }).click();
    },
  },
  german: { agreement: inLanguage('de') },
  french: { agreement: inLanguage('fr') },
  spanish: { agreement: inLanguage('es') },
  'given-back': {
    onPage: async (page) => {
      await page.getByLabel('No time').check();
      await press('Reject')(page);
    },
  },
  list: {
    agreement: storyAgreement({ sla: { alerts: { throttle: { max: 1, perMs: 10 * MINUTE } } } }),
    before: async (story) => {
      for (const name of ['Ada', 'Grace', 'Katherine', 'Mary', 'Zoë', 'Łucja']) {
        const person = { ...JANE.person, email: `${name}@mail.example`, firstName: name };
        await story.tell('LeadCaptured', { ...JANE, person });
      }
      await story.runtime.runThrough(START + 11 * MINUTE);
    },
  },
  'taken-back': { before: (story) => story.runtime.runThrough(START + 31 * MINUTE) },
};

const takeOne = async (browser: Browser, name: string, width: number, scheme: (typeof SCHEMES)[number]) => {
  const { before = nothing, onPage = nothing, after, lead, agreement } = SHOTS[name] ?? {};
  const port = await freePort();
  const linkBase = `http://127.0.0.1:${port}/a/`;
  const story = await startStory({
    linkBase,
    ...(lead === undefined ? {} : { lead }),
    ...(agreement === undefined ? {} : { agreement }),
  });
  const server = await serveEmbedded(story.runtime, port);
  const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme: scheme });
  await before(story);
  await page.goto(new URL(story.links('ana').at(agreement === undefined ? 0 : -1) ?? '', linkBase).href);
  await onPage(page);
  if (after !== undefined) {
    await after(story);
    await page.reload();
  }
  await page.screenshot({ path: `${FOLDER}/${name}-${width}-${scheme}.png`, fullPage: true });
  await page.close();
  await server.close();
};

if (!hasChromium) {
  console.error(
    `There is no Chromium at ${CHROMIUM}: install it (apt-get install chromium), or set CHROMIUM to its path.`,
  );
  process.exit(1);
}
await mkdir(FOLDER, { recursive: true });
const browser = await launchChromium();
try {
  for (const name of Object.keys(SHOTS)) {
    for (const width of WIDTHS) for (const scheme of SCHEMES) await takeOne(browser, name, width, scheme);
  }
  await takeMeasuresPictures(browser, FOLDER);
  console.log(`Those of docs/pages.md are in ${await takeDocPictures(browser)}.`);
  await takeMeasuresReadmePicture(browser, 'docs/images/measures-page.png');
  console.log(`The README's pictures are in ${await takeReadmePictures(browser)}.`);
} finally {
  await browser.close();
}
console.log(`All states are in ${FOLDER}.`);
