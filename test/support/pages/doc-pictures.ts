import { mkdir } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import type { Agreement } from '../../../shared/domain/agreement/agreement.ts';
import { always, clause, MINUTE, rep, territory, withoutManager } from '../agreement/small-agreement.ts';
import { freePort } from '../e2e/free-port.ts';
import { START, type Story, startStory, storyAgreement } from '../scenario/answer-story.ts';
import { serveEmbedded } from './embedded-server.ts';
import { captureMany, manyIn, tellOfMany } from './many-leads.ts';
import { type PictureOf, takePicture } from './take-picture.ts';

const FOLDER = 'docs/images/pages';
const PHONE = { width: 360, height: 800 };
const DESK = { width: 1100, height: 800 };

const berlin = { schedule: always('Europe/Berlin') };

/** Ana does not answer for ten minutes, and her manager is told. */
const told = storyAgreement({ sla: { accept: clause(30, [[10, 'tell-manager']], 'wall') } });

const anas = [territory('Everywhere', ['ana'])];

const german = storyAgreement({
  reps: [
    rep('ana', { name: 'Ana Ortiz', ...berlin, languages: ['de'] }),
    withoutManager(rep('mia', { name: 'Mia Vogel', ...berlin })),
  ],
});

const press = (name: string) => (page: Page) => page.getByRole('button', { name, exact: true }).click();
const follow = (name: string) => (page: Page) => page.getByRole('link', { name, exact: true }).click();

const pass = (minutes: number) => (story: Story) => story.runtime.runThrough(START + minutes * MINUTE);

interface Picture extends PictureOf {
  readonly agreement?: Agreement;
  /** Whose last link is opened; Ana's unless told. */
  readonly reader?: 'ana' | 'mia';
  readonly before?: readonly ((story: Story) => Promise<void>)[];
  readonly onPage?: readonly ((page: Page) => Promise<void>)[];
  /** What happens then, before the page is looked at again. */
  readonly after?: (story: Story) => Promise<void>;
  readonly isDark?: boolean;
  readonly isWide?: boolean;
}

/** In the order of docs/pages.md. */
export const PICTURES: Readonly<Record<string, Picture>> = {
  waiting: { part: '.answer' },
  accepted: { onPage: [press('Accept')], part: '.answer' },
  contacted: { onPage: [press('Accept'), press('I reached them')], part: '.answer' },
  late: { onPage: [press('Accept')], after: pass(72), part: '.answer' },
  'late-dark': { onPage: [press('Accept')], after: pass(72), part: '.answer', isDark: true },
  reject: {
    onPage: [
      (page) => page.getByLabel('Bad contact').check(),
      (page) => page.getByRole('textbox').fill('The number is not in service.'),
    ],
    part: 'section[aria-labelledby=reject]',
    isAlone: true,
  },
  watch: { onPage: [press('Watch this person')], part: 'section[aria-labelledby=watch]', isAlone: true },
  over: { before: [pass(31)], part: 'main' },
  list: {
    agreement: storyAgreement({ territories: anas, sla: { alerts: { throttle: { max: 1, perMs: 10 * MINUTE } } } }),
    before: [captureMany, pass(11)],
    part: 'main',
  },
  'my-leads': {
    agreement: storyAgreement({ territories: anas }),
    before: [captureMany, pass(7)],
    onPage: [press('Accept'), follow('My leads')],
    part: 'main',
  },
  absence: { onPage: [follow('Away or back')], part: 'main' },
  away: { onPage: [follow('Away or back'), press('Pause for today')], part: '.answer' },
  manager: { agreement: told, reader: 'mia', before: [pass(10)], part: '.answer' },
  give: {
    agreement: told,
    reader: 'mia',
    before: [pass(10)],
    onPage: [(page) => page.getByRole('radio').first().check()],
    part: 'section[aria-labelledby=give]',
    isAlone: true,
  },
  'manager-list': { agreement: manyIn('en'), reader: 'mia', before: [tellOfMany], part: 'main' },
  german: { agreement: german, part: '.answer' },
  desk: { part: 'main', isWide: true },
};

const takeOne = async (browser: Browser, name: string, picture: Picture): Promise<void> => {
  const { agreement, reader = 'ana', before = [], onPage = [], after, isDark = false, isWide = false } = picture;
  const port = await freePort();
  const linkBase = `http://127.0.0.1:${port}/a/`;
  const story = await startStory({ linkBase, ...(agreement === undefined ? {} : { agreement }) });
  const server = await serveEmbedded(story.runtime, port);
  const context = await browser.newContext({
    viewport: isWide ? DESK : PHONE,
    deviceScaleFactor: isWide ? 1 : 1.5,
    locale: 'en-GB',
    colorScheme: isDark ? 'dark' : 'light',
  });
  const page = await context.newPage();
  for (const step of before) await step(story);
  await page.goto(new URL(story.links(reader).at(-1) ?? '', linkBase).href);
  for (const step of onPage) await step(page);
  await page.waitForLoadState();
  if (after !== undefined) {
    await after(story);
    await page.reload();
  }
  // Where a pointer rests, or what is typed in, is no part of a picture.
  await page.mouse.move(0, 0);
  await takePicture(page, `${FOLDER}/${name}.png`, picture);
  await context.close();
  await server.close();
};

/** The pictures in docs/pages.md: each page and state once. */
export const takeDocPictures = async (browser: Browser): Promise<string> => {
  await mkdir(FOLDER, { recursive: true });
  for (const [name, picture] of Object.entries(PICTURES)) await takeOne(browser, name, picture);
  return FOLDER;
};
