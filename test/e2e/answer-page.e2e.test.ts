import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { isOwned } from '../../shared/domain/lead/lead.ts';
import { factsOf, hotLead, leadOf, linkOf, listLink, personalIn, takeBack } from '../support/e2e/leads.ts';
import { examine, heading, overflow, PHONE, press, type Reader, readerWith } from '../support/e2e/pages.ts';
import { WORLDS, type World } from '../support/e2e/world.ts';
import { hasChromium, launchChromium } from '../support/pages/chromium.ts';

const VIEWS = [320, 1280].flatMap((width) =>
  (['light', 'dark'] as const).map((colorScheme) => ({ width, colorScheme })),
);

/** AA, for text that is not large. */
const CONTRAST = 4.5;

describe.skipIf(!hasChromium).each(WORLDS)('the answer page of %s, in a browser (needs Chromium)', (_, openWorld) => {
  let browser: Browser;
  let world: World;
  let reader: Reader;

  beforeAll(async () => {
    world = await openWorld(inject('deployed'));
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser?.close();
    await world?.close();
  });
  afterEach(() => Promise.all(browser.contexts().map((context) => context.close())));

  /** A new lead, its link, and what was known of it before anybody answered. */
  const start = async (parts: Parameters<typeof hotLead>[1] = {}) => {
    reader = readerWith(browser);
    const lead = await hotLead(world, parts);
    const link = await linkOf(world, lead);
    const before = (await factsOf(world, lead)).length;
    const since = async () => (await factsOf(world, lead)).slice(before);
    return { lead, link, since };
  };

  const visible = async (page: Page, texts: readonly (string | RegExp)[]): Promise<void> => {
    for (const text of texts) await page.getByText(text).first().waitFor({ state: 'visible' });
  };

  it.each([320, 1280])('shows all that a rep needs to act at once, %i pixels wide', async (width) => {
    const { lead, link } = await start();
    const page = await reader.open(link.url, { viewport: { width, height: 800 } });
    await page.getByRole('heading', { level: 1, name: `Jane ${lead.lastName}` }).waitFor();
    await visible(page, [
      `Head of Operations, ${lead.company}`,
      /^Why they are hot: score \d/,
      'asked for a demo',
      'large company',
      'What happened',
      'Demo requested: www.golden.example/demo',
      'Content downloaded: Buyer’s guide',
      'Page viewed: Pricing',
      'Page viewed: www.golden.example/customers/retail',
      'What to send next',
      'ROI calculator',
      'Four hundred stores, one stock level',
      'Calls: yes, Texts: not asked, Mail: yes',
      'stock levels',
      '50k',
      'Will you take this lead?',
      /^Answer by \w+day \d+ \w+ 20\d\d, \d\d:\d\d \(Europe\/Berlin\)\.$/,
    ]);
    const stored = await leadOf(world, lead.id);
    const dueAt = stored !== undefined && isOwned(stored) ? stored.clause?.dueAt : undefined;
    expect(await page.locator('.who time').getAttribute('datetime')).toBe(new Date(dueAt ?? 0).toISOString());
    const call = page.getByRole('link', { name: /^Call \+\d+$/ });
    expect(await call.getAttribute('href')).toBe(`tel:${lead.phone.replace('(0)', '').replace(/[^+\d]/g, '')}`);
    const mail = page.getByRole('link', { name: 'Mail', exact: true });
    expect(await mail.getAttribute('href')).toMatch(`mailto:${lead.email.toLowerCase()}?subject=`);
    // One tap selects an address as a whole, ready to copy.
    await page.getByText('https://example.com/roi', { exact: true }).click();
    expect(await page.evaluate('getSelection().toString().trim()')).toBe('https://example.com/roi');
    expect(await page.getByRole('radio').count()).toBe(Object.keys(world.agreement.sla.rejectReasons).length);
    for (const reason of ['Not a fit', 'Wrong territory', 'Duplicate', 'Bad contact', 'No time']) {
      expect(await page.getByRole('radio', { name: new RegExp(`^${reason}`) }).isVisible()).toBe(true);
    }
    for (const button of ['Accept', 'Reject']) {
      expect(await page.getByRole('button', { name: button, exact: true }).isVisible()).toBe(true);
    }
    expect(await page.getByRole('textbox', { name: /^Note/ }).isVisible()).toBe(true);
  });

  it('has who it is, why, the time left and the main button on the first screen of a phone', async () => {
    const { lead, link } = await start();
    const page = await reader.open(link.url);
    const bottomOf = async (found: Locator): Promise<number> => {
      const box = await found.boundingBox();
      return box === null ? Number.POSITIVE_INFINITY : box.y + box.height;
    };
    const call = page.getByRole('link', { name: /^Call / });
    for (const found of [
      page.getByRole('heading', { level: 1, name: `Jane ${lead.lastName}` }),
      page.getByText(`Head of Operations, ${lead.company}`),
      page.getByText(/^\d+ \w+.* left$/),
      page.locator('.why'),
      call,
      page.getByRole('button', { name: 'Accept' }),
    ]) {
      expect(await bottomOf(found)).toBeLessThanOrEqual(640);
    }
    expect(await call.evaluate((element) => element.className)).not.toContain('main');
    await press(page, 'Accept');
    await heading(page, 'This lead is yours');
    expect(await call.evaluate((element) => element.className)).toContain('main');
    expect(await bottomOf(call)).toBeLessThanOrEqual(640);
  });

  it('copies a phone and an address, and has no such button where no script runs', async () => {
    const { lead, link } = await start();
    const page = await reader.open(link.url, { ...PHONE, permissions: ['clipboard-read', 'clipboard-write'] });
    await page.getByRole('button', { name: 'Copy: E-mail' }).click();
    await page.getByText('Copied', { exact: true }).waitFor();
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe(lead.email.toLowerCase());
    expect(reader.complaints).toEqual([]);
    const plain = await reader.open(link.url, { ...PHONE, javaScriptEnabled: false });
    await plain.getByRole('button', { name: 'Accept' }).waitFor();
    expect(await plain.getByRole('button', { name: /^Copy/ }).count()).toBe(0);
  });

  it('leads to all leads of the rep, of which each opens wherever its row is tapped', async () => {
    const { lead, link, since } = await start();
    const page = await reader.open(link.url);
    await page.getByRole('link', { name: 'My leads' }).click();
    await page.getByRole('heading', { level: 1, name: /open lead/ }).waitFor();
    const row = page.getByRole('listitem').filter({ hasText: `Jane ${lead.lastName}` });
    await row.getByText('Waits for your answer').click({ force: true });
    await heading(page, `Jane ${lead.lastName}`);
    expect(await since()).toEqual([]);
    await press(page, 'Accept');
    await heading(page, 'This lead is yours');
    expect(await since()).toEqual(['LeadAccepted', 'ClockStarted']);
  });

  it('begins a watch by one tap and ends it by another, and nothing else changes', async () => {
    const { lead, link, since } = await start();
    const page = await reader.open(link.url);
    const button = (name: string): Locator => page.getByRole('button', { name, exact: true });
    await press(page, 'Watch this person');
    await button('Stop watching this person').waitFor();
    expect((await leadOf(world, lead.id))?.watchers).toHaveLength(1);
    expect(await examine(page)).toMatchObject({ wrong: [], unclear: [] });
    await press(page, 'Stop watching this person');
    await button('Watch this person').waitFor();
    expect((await leadOf(world, lead.id))?.watchers).toEqual([]);
    expect(await since()).toEqual([]);
    expect(reader.complaints).toEqual([]);
  });

  it('takes an accept, then the contact, then the verdict, and is used up', async () => {
    const { link, since } = await start();
    const page = await reader.open(link.url);
    await press(page, 'Accept');
    await heading(page, 'This lead is yours');
    expect(page.url()).toBe(link.url);
    expect(await page.locator('.answer').getByRole('button').allTextContents()).toEqual([
      'I reached them',
      'Called, no answer',
      'Qualified',
      'Not now',
    ]);
    await visible(page, [/^Reach them by /]);
    await press(page, 'I reached them');
    await heading(page, 'You reached them');
    expect(await page.locator('.answer').getByRole('button').allTextContents()).toEqual(['Qualified', 'Not now']);
    await press(page, 'Qualified');
    await heading(page, 'This lead has its outcome');
    const types = ['LeadAccepted', 'ClockStarted', 'ContactRecorded', 'ClockStarted', 'OutcomeRecorded'];
    expect(await since()).toEqual(types);
    const again = await reader.open(link.url);
    await heading(again, 'This lead has its outcome');
    expect(await again.getByRole('button').count()).toBe(0);
    expect(await since()).toEqual(types);
    expect(reader.complaints).toEqual([]);
    expect([...reader.requested]).toEqual([link.url]);
  });

  it('gives a lead that is not ready back to marketing', async () => {
    const { lead, link, since } = await start();
    const page = await reader.open(link.url);
    await press(page, 'Accept');
    await press(page, 'Not now');
    await heading(page, 'This lead is back with marketing');
    expect(await since()).toEqual(['LeadAccepted', 'ClockStarted', 'LeadRecycled']);
    expect((await leadOf(world, lead.id))?.stage).toBe('ended');
  });

  it('takes a rejection with its reason and a note, and asks for a reason first', async () => {
    const { lead, link, since } = await start();
    const page = await reader.open(link.url);
    await page.getByRole('link', { name: 'Reject, with a reason' }).click();
    await page.getByRole('textbox', { name: /^Note/ }).fill('On a train\nuntil five.');
    await press(page, 'Reject');
    expect(await page.locator('input:invalid').count()).toBeGreaterThan(0);
    expect(await since()).toEqual([]);
    await page.getByRole('radio', { name: /^No time/ }).check();
    await press(page, 'Reject');
    await heading(page, 'You gave this lead back');
    const rejected = (await world.store.history(lead.id)).find(({ type }) => type === 'LeadRejected');
    const { rep, attempt } = link;
    expect(rejected?.detail.data).toMatchObject({ rep, attempt, reason: 'no-time', note: 'On a train\r\nuntil five.' });
    const next = await linkOf(world, lead, 2);
    expect(next.rep).not.toBe(link.rep);
    await (await reader.open(next.url)).getByRole('button', { name: 'Accept' }).waitFor();
    await heading(await reader.open(link.url), 'You gave this lead back');
  });

  it('takes one answer of a form that two taps send', async () => {
    const { link, since } = await start();
    const page = await reader.open(link.url);
    await page.getByRole('button', { name: 'Accept' }).dblclick();
    await heading(page, 'This lead is yours');
    await page.goBack();
    if ((await page.getByRole('button', { name: 'Accept' }).count()) > 0) await press(page, 'Accept');
    await heading(page, 'This lead is yours');
    await page.reload();
    const body = 'answer=accept';
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const post = () => fetch(link.url, { method: 'POST', body, headers, redirect: 'manual' });
    const statuses = (await Promise.all([post(), post(), post()])).map(({ status }) => status);
    expect(statuses).toEqual([303, 303, 303]);
    expect(await since()).toEqual(['LeadAccepted', 'ClockStarted']);
  });

  it('is answered by the keyboard alone, in the order in which it is read', async () => {
    const { link, since } = await start();
    const page = await reader.open(link.url);
    const focused: unknown[] = [];
    for (let tab = 0; tab < 7; tab += 1) {
      await page.keyboard.press('Tab');
      focused.push(await page.evaluate('document.activeElement.textContent'));
    }
    expect(focused).toEqual([
      'Skip to the content',
      'My leads',
      'Away or back',
      expect.stringMatching(/^Call \+\d+$/),
      'Mail',
      'Accept',
      'Reject, with a reason',
    ]);
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    await heading(page, 'This lead is yours');
    expect(await since()).toEqual(['LeadAccepted', 'ClockStarted']);
  });

  it('lets the owner of now win over the one of before, who is told', async () => {
    const { lead, link, since } = await start();
    const late = await reader.open(link.url);
    const next = await takeBack(world, lead);
    const owner = await reader.open(next.url);
    await Promise.all([press(late, 'Accept'), press(owner, 'Accept')]);
    await heading(late, 'This lead was taken back');
    await visible(late, ['Your answer was not recorded.', /^Nothing was heard within the agreed time/]);
    await heading(owner, 'This lead is yours');
    const accepted = (await world.store.history(lead.id)).filter(({ type }) => type === 'LeadAccepted');
    expect(accepted.map(({ detail }) => detail.data)).toMatchObject([{ rep: next.rep, attempt: 2 }]);
    expect((await since()).filter((type) => type === 'LeadAssigned')).toHaveLength(1);
  });

  it('tells whoever opens a link late what became of the lead, and nothing of the lead itself', async () => {
    const { lead, link, since } = await start();
    await takeBack(world, lead);
    const facts = await since();
    const page = await reader.open(link.url);
    await heading(page, 'This lead was taken back');
    expect(await page.getByText('Your answer was not recorded.').count()).toBe(0);
    expect(personalIn(await page.content(), lead, world.agreement)).toEqual([]);
    expect(await since()).toEqual(facts);
  });

  it('is read by scanners that change nothing', async () => {
    const { lead, link, since } = await start();
    const stored = await leadOf(world, lead.id);
    for (const method of ['GET', 'HEAD', 'GET', 'HEAD'] as const) {
      const response = await fetch(link.url, { method });
      expect(response.status).toBe(200);
      expect((await response.text()).length > 0).toBe(method === 'GET');
    }
    await (await reader.open(link.url)).close();
    expect(await since()).toEqual([]);
    expect(await leadOf(world, lead.id)).toEqual(stored);
    await press(await reader.open(link.url), 'Accept');
  });

  it('has nothing that axe finds wrong, contrast of AA, and fits, in each state and view', async () => {
    const { lead, link } = await start({ company: 'A'.repeat(400), consent: { call: false } });
    const page = await reader.open(link.url, PHONE);
    const expectFine = async (state: string, title: string): Promise<void> => {
      await heading(page, title);
      for (const { width, colorScheme } of VIEWS) {
        await page.setViewportSize({ width, height: 800 });
        await page.emulateMedia({ colorScheme });
        const { wrong, unclear, texts, contrast } = await examine(page);
        const found = { state, width, colorScheme, wrong, unclear, overflow: await overflow(page) };
        expect(found).toEqual({ state, width, colorScheme, wrong: [], unclear: [], overflow: 0 });
        expect(texts).toBeGreaterThan(2);
        expect(contrast).toBeGreaterThanOrEqual(CONTRAST);
      }
    };
    const name = `Jane ${lead.lastName}`;
    await expectFine('assigned', name);
    await page.goto(await listLink(world, link.rep, [lead]));
    await expectFine('list', 'One lead waits for you');
    await page.goto(`${link.url}.mine`);
    await expectFine('my leads', 'open lead');
    await page.goto(link.url);
    await page.evaluate("document.querySelectorAll('input').forEach((input) => { input.required = false })");
    await press(page, 'Reject');
    await page.getByRole('alert').waitFor();
    expect(await page.evaluate('document.activeElement.className')).toBe('problem');
    await expectFine('refused', name);
    const next = await takeBack(world, lead);
    await page.goto(link.url);
    await expectFine('taken back', 'This lead was taken back');
    await page.goto(next.url);
    await press(page, 'Accept');
    await expectFine('accepted', 'This lead is yours');
    await press(page, 'I reached them');
    await expectFine('contacted', 'You reached them');
    await press(page, 'Qualified');
    await expectFine('settled', 'This lead has its outcome');
  });
});
