import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { JANE, START, type Story, type StoryOptions, startStory } from '../support/answer-story.ts';
import { hasChromium, launchChromium } from '../support/chromium.ts';
import { type EmbeddedServer, serveEmbedded } from '../support/embedded-server.ts';
import { freePort } from '../support/free-port.ts';
import { stageOf, typesSince } from '../support/page-visitor.ts';
import { MINUTE } from '../support/small-agreement.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const LIST_VIOLATIONS = `axe.run().then(({ violations }) =>
  violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ': ' + html)))`;
const strings = z.array(z.string());

const PHONE: BrowserContextOptions = { viewport: { width: 320, height: 640 } };
const VIEWS = [320, 1280].flatMap((width) =>
  (['light', 'dark'] as const).map((colorScheme) => ({ viewport: { width, height: 800 }, colorScheme })),
);

describe.skipIf(!hasChromium)('the answer page in a browser (needs Chromium)', () => {
  let browser: Browser;
  const servers: EmbeddedServer[] = [];

  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterEach(async () => {
    await Promise.all(servers.splice(0).map((server) => server.close()));
  });
  afterAll(() => browser.close());

  /** A story whose links lead to a server of this machine, and a browser that looks at them. */
  const start = async (options: StoryOptions = {}, view: BrowserContextOptions = PHONE) => {
    const port = await freePort();
    const linkBase = `http://127.0.0.1:${port}/a/`;
    const story = await startStory({ ...options, linkBase });
    servers.push(await serveEmbedded(story.runtime, port));
    const context = await browser.newContext(view);
    const complaints: string[] = [];
    const requested: string[] = [];
    const visit = async (rep: string): Promise<Page> => {
      const page = await context.newPage();
      page.on('console', (message) => complaints.push(message.text()));
      page.on('pageerror', (error) => complaints.push(error.message));
      page.on('request', (request) => requested.push(request.url()));
      await page.goto(linkOf(story, rep, linkBase));
      return page;
    };
    return { story, complaints, requested, visit, link: (rep: string) => linkOf(story, rep, linkBase) };
  };

  const linkOf = (story: Story, rep: string, linkBase: string): string =>
    new URL(story.links(rep)[0] ?? 'no link', linkBase).href;

  const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
  const heading = (page: Page, name: string) => page.getByRole('heading', { name }).waitFor();

  /** What axe finds wrong, as rule and place. The debugger runs it: the page's own policy allows no script. */
  const violations = async (page: Page): Promise<readonly string[]> => {
    await page.evaluate(AXE);
    return strings.parse(await page.evaluate(LIST_VIOLATIONS));
  };

  /** How many pixels the page is wider than its window. */
  const overflow = (page: Page): Promise<unknown> =>
    page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');

  it('takes an accept, then the contact, then the verdict', async () => {
    const { story, visit, complaints, requested, link } = await start();
    const page = await visit('ana');
    const before = story.facts.length;
    await press(page, 'Accept');
    await heading(page, 'This lead is yours');
    expect(page.url()).toBe(link('ana'));
    await press(page, 'I reached them');
    await heading(page, 'You reached them');
    await press(page, 'Qualified');
    await heading(page, 'This lead has its outcome');
    expect(typesSince(story, before)).toEqual([
      'LeadAccepted',
      'ClockStarted',
      'ContactRecorded',
      'ClockStarted',
      'OutcomeRecorded',
    ]);
    expect(complaints).toEqual([]);
    expect(new Set(requested)).toEqual(new Set([link('ana')]));
  });

  it('takes a rejection with its reason and a note, and asks for a reason first', async () => {
    const { story, visit } = await start();
    const page = await visit('ana');
    await page.getByRole('link', { name: 'Reject, with a reason' }).click();
    await page.getByRole('textbox', { name: /^Note/ }).fill('On a train\nuntil five.');
    const before = story.facts.length;
    await press(page, 'Reject');
    expect(await page.locator('input:invalid').count()).toBeGreaterThan(0);
    expect(typesSince(story, before)).toEqual([]);
    await page.getByRole('radio', { name: /^No time/ }).check();
    await press(page, 'Reject');
    await heading(page, 'You gave this lead back');
    expect(story.facts[before]?.detail.data).toMatchObject({ reason: 'no-time', note: 'On a train\r\nuntil five.' });
    await (await visit('ben')).getByRole('button', { name: 'Accept' }).waitFor();
  });

  it('takes one answer of a form that two taps send', async () => {
    const { story, visit } = await start();
    const page = await visit('ana');
    const before = story.facts.length;
    await page.getByRole('button', { name: 'Accept' }).dblclick();
    await heading(page, 'This lead is yours');
    await page.goBack();
    if ((await page.getByRole('button', { name: 'Accept' }).count()) > 0) await press(page, 'Accept');
    await heading(page, 'This lead is yours');
    await page.reload();
    expect(typesSince(story, before)).toEqual(['LeadAccepted', 'ClockStarted']);
  });

  it('is answered by the keyboard alone, in the order in which it is read', async () => {
    const { story, visit } = await start();
    const page = await visit('ana');
    const focused: unknown[] = [];
    for (let tab = 0; tab < 5; tab += 1) {
      await page.keyboard.press('Tab');
      focused.push(await page.evaluate('document.activeElement.textContent'));
    }
    expect(focused).toEqual(['Skip to the content', 'Call', 'Mail', 'Accept', 'Reject, with a reason']);
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    await heading(page, 'This lead is yours');
    expect(stageOf(story)).toBe('accepted');
  });

  it('lets the owner of now win over the one of before, who is told', async () => {
    const { story, visit } = await start();
    const ana = await visit('ana');
    await story.runtime.passThrough(START + 31 * MINUTE);
    const ben = await visit('ben');
    await Promise.all([press(ana, 'Accept'), press(ben, 'Accept')]);
    await heading(ana, 'This lead was taken back');
    await ana.getByText('Your answer was not recorded.').waitFor();
    await heading(ben, 'This lead is yours');
    expect(story.facts.filter(({ type }) => type === 'LeadAccepted')).toHaveLength(1);
  });

  it('is read by scanners that change nothing', async () => {
    const { story, link } = await start();
    const before = story.facts.length;
    for (const method of ['GET', 'HEAD', 'GET'] as const) {
      expect((await fetch(link('ana'), { method })).status).toBe(200);
    }
    expect(typesSince(story, before)).toEqual([]);
  });

  const STATES: Readonly<Record<string, (page: Page, story: Story) => Promise<unknown>>> = {
    assigned: async () => {},
    'taken back': async (page, { runtime }) => {
      await runtime.passThrough(START + 31 * MINUTE);
      await page.reload();
    },
    accepted: (page) => press(page, 'Accept').then(() => heading(page, 'This lead is yours')),
    refused: async (page) => {
      await page.evaluate("document.querySelectorAll('input').forEach((input) => { input.required = false })");
      await press(page, 'Reject');
      await page.getByRole('alert').waitFor();
    },
  };

  it.each(VIEWS)('has nothing that axe finds wrong, and fits: $viewport.width, $colorScheme', async (view) => {
    const lead = { ...JANE, consent: { call: false }, company: { ...JANE.company, name: 'A'.repeat(400) } };
    for (const [name, reach] of Object.entries(STATES)) {
      const { story, visit } = await start({ lead }, view);
      const page = await visit('ana');
      await reach(page, story);
      expect({ name, violations: await violations(page), overflow: await overflow(page) }).toEqual({
        name,
        violations: [],
        overflow: 0,
      });
    }
  });
});
