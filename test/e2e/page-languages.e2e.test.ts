import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MESSAGE_LANGUAGES, type MessageLanguage } from '../../shared/domain/language/message-language.ts';
import { MANAGE_TEXTS } from '../../shared/pages/texts/manage/manage-texts.ts';
import { PAGE_TEXTS } from '../../shared/pages/texts/page-texts.ts';
import { always, clause, MINUTE, rep, withoutManager } from '../support/agreement/small-agreement.ts';
import { freePort } from '../support/e2e/free-port.ts';
import { examine, overflow, PHONE } from '../support/e2e/pages.ts';
import { hasChromium, launchChromium } from '../support/pages/chromium.ts';
import { serveEmbedded } from '../support/pages/embedded-server.ts';
import { MANY, manyIn, tellOfMany } from '../support/pages/many-leads.ts';
import { START, startStory, storyAgreement } from '../support/scenario/answer-story.ts';

const VIEWS = [320, 1280].flatMap((width) =>
  (['light', 'dark'] as const).map((colorScheme) => ({ width, colorScheme })),
);

const berlin = { schedule: always('Europe/Berlin') };

const agreementIn = (language: MessageLanguage) =>
  storyAgreement({
    reps: [
      rep('ana', { name: 'Ana Ortiz', ...berlin, languages: [language] }),
      rep('ben', { name: 'Ben Yılmaz', ...berlin }),
      withoutManager(rep('mia', { name: 'Mia Vogel', ...berlin, languages: [language] })),
    ],
    sla: { accept: clause(30, [[10, 'tell-manager']], 'wall') },
  });

describe.skipIf(!hasChromium).each(MESSAGE_LANGUAGES)(
  'the pages of a rep and of a manager who read %s (needs Chromium)',
  (language) => {
    const texts = PAGE_TEXTS[language];
    let browser: Browser;

    beforeAll(async () => {
      browser = await launchChromium();
    });
    afterAll(() => browser?.close());

    const expectFine = async (page: Page, state: string): Promise<void> => {
      for (const { width, colorScheme } of VIEWS) {
        await page.setViewportSize({ width, height: 640 });
        await page.emulateMedia({ colorScheme });
        const { wrong, unclear, contrast } = await examine(page);
        const found = { state, width, colorScheme, wrong, unclear, overflow: await overflow(page) };
        expect(found).toEqual({ state, width, colorScheme, wrong: [], unclear: [], overflow: 0 });
        expect(contrast).toBeGreaterThanOrEqual(4.5);
      }
      await page.setViewportSize({ width: 320, height: 640 });
    };

    it('are right in each state, wide and narrow, light and dark, with the main button on the first screen', async () => {
      const port = await freePort();
      const linkBase = `http://127.0.0.1:${port}/a/`;
      const story = await startStory({ linkBase, agreement: agreementIn(language) });
      const server = await serveEmbedded(story.runtime, port);
      const url = new URL(story.links('ana')[0] ?? '', linkBase).href;
      const page = await (await browser.newContext(PHONE)).newPage();
      const button = (name: string) => page.getByRole('button', { name, exact: true });
      await page.goto(url);
      const box = await button(texts.answers.accept.label).boundingBox();
      expect((box?.y ?? 640) + (box?.height ?? 0)).toBeLessThanOrEqual(640);
      await expectFine(page, 'assigned');
      await page.evaluate("document.querySelectorAll('input').forEach((input) => { input.required = false })");
      await button(texts.answer.reject).click();
      await page.getByRole('alert').waitFor();
      await expectFine(page, 'refused');
      await page.goto(url);
      await button(texts.answers.accept.label).click();
      await page.getByText(texts.headings.accepted).waitFor();
      await expectFine(page, 'accepted');
      await page.getByRole('link', { name: texts.frame.myLeads }).click();
      await page.getByText(texts.states.accepted).waitFor();
      await expectFine(page, 'my leads');
      await page.getByRole('link', { name: texts.frame.awayOrBack }).click();
      await page.getByRole('heading', { level: 1, name: texts.absence.title }).waitFor();
      await expectFine(page, 'absence');
      await story.runtime.runThrough(START + 72 * MINUTE);
      await page.goto(url);
      await page.locator('.late').waitFor();
      await expectFine(page, 'late');
      await button(texts.answers.contacted.label).click();
      await page.getByText(texts.headings.contacted).waitFor();
      await expectFine(page, 'contacted');
      await button(texts.answers.qualified.label).click();
      await page.getByRole('heading', { name: texts.notices.settled.title }).waitFor();
      await expectFine(page, 'settled');
      await server.close();
    });

    it('of the manager are right too, from the decision to the end of the lead', async () => {
      const manage = MANAGE_TEXTS[language];
      const port = await freePort();
      const linkBase = `http://127.0.0.1:${port}/a/`;
      const story = await startStory({ linkBase, agreement: agreementIn(language) });
      const server = await serveEmbedded(story.runtime, port);
      await story.runtime.runThrough(START + 10 * MINUTE);
      const url = new URL(story.links('mia')[0] ?? '', linkBase).href;
      const page = await (await browser.newContext(PHONE)).newPage();
      const button = (name: string) => page.getByRole('button', { name, exact: true });
      await page.goto(url);
      await page.getByText(manage.has('Ana Ortiz')).waitFor();
      await expectFine(page, 'to decide');
      await page.evaluate("document.querySelectorAll('input').forEach((input) => { input.required = false })");
      await button(manage.giveButton).click();
      await page.getByRole('alert').waitFor();
      await expectFine(page, 'nobody chosen');
      await page.goto(url);
      await button(manage.leave('Ana Ortiz')).click();
      await page.getByText(manage.left('Mia Vogel', 'Ana Ortiz')).waitFor();
      await expectFine(page, 'left with its owner');
      await page.getByRole('radio').first().check();
      await button(manage.giveButton).click();
      await page.getByText(manage.has('Ben Yılmaz')).waitFor();
      await expectFine(page, 'given');
      await button(manage.take).click();
      await page.getByText(texts.headings.accepted).waitFor();
      await button(texts.answers.qualified.label).click();
      await page.getByRole('heading', { name: texts.notices['cycle-over'].title }).waitFor();
      await expectFine(page, 'over');
      await server.close();
    });

    it('list several leads for the manager, as they are and as they become', async () => {
      const manage = MANAGE_TEXTS[language];
      const port = await freePort();
      const linkBase = `http://127.0.0.1:${port}/a/`;
      const story = await startStory({ linkBase, agreement: manyIn(language) });
      const server = await serveEmbedded(story.runtime, port);
      await tellOfMany(story);
      const page = await (await browser.newContext(PHONE)).newPage();
      const button = (name: string) => page.getByRole('button', { name, exact: true });
      const list = new URL(story.links('mia').at(-1) ?? '', linkBase).href;
      await page.goto(list);
      await page.getByRole('heading', { level: 1, name: manage.list(3) }).waitFor();
      await expectFine(page, 'list');
      await page.locator('a.item').first().click();
      await page.getByText(manage.nobodyHas).waitFor();
      await expectFine(page, 'lead of the list that nobody has');
      await button(manage.take).click();
      await page.getByText(texts.headings.accepted).waitFor();
      await expectFine(page, 'lead of the list, taken');
      await page.goto(list);
      await page.getByText(manage.has('Mia Vogel')).waitFor();
      await expectFine(page, 'list with decisions');
      for (const { person } of MANY) await story.tell('LeadClosed', { email: person.email, outcome: 'won' });
      await page.goto(list);
      await page.getByRole('heading', { name: texts.notices['all-done'].title }).waitFor();
      await expectFine(page, 'list with nothing left');
      await server.close();
    });
  },
);
