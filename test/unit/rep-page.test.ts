import { describe, expect, it } from 'vitest';
import { MINUTE } from '../support/agreement/small-agreement.ts';
import { open, textOf, withoutStyle } from '../support/pages/page-visitor.ts';
import { JANE, START } from '../support/scenario/answer-story.ts';

/** Whether the texts stand on the page in this order. */
const inOrder = (html: string, texts: readonly string[]): boolean =>
  texts.reduce((from, text) => (from < 0 ? from : html.indexOf(text, from)), 0) >= 0;

const button = (html: string, words: RegExp): string =>
  (html.match(/<(a|button)[^>]*>[^<]*/g) ?? []).find((one) => words.test(one)) ?? '';

describe('the head of the page', () => {
  it('says who, how much time is left and why before anything is to be done', async () => {
    const { html } = await (await open()).get();
    const order = [
      '<h1>Jane Doe',
      'Head of Operations, Acme',
      '30 minutes left',
      'demo 6 minutes ago',
      'tel:',
      'Accept',
    ];
    expect(inOrder(withoutStyle(html), order)).toBe(true);
  });

  it('looks late once it is, and says that the lead is still theirs', async () => {
    const { story, post, get } = await open();
    await post({ answer: 'accept' });
    expect((await get()).html).not.toContain('class="due late"');
    await story.runtime.runThrough(START + 72 * MINUTE);
    const { html } = await get();
    expect(html).toContain('class="due late"');
    expect(textOf(html)).toMatch(/12 minutes late\s+The first contact was due\s.*12:00 .*The lead is still yours/);
  });

  it('has the number on the call, which is the main button once the lead is accepted', async () => {
    const { post, get } = await open();
    const before = (await get()).html;
    expect(button(before, /Call \+493023456789/)).toContain('class="call button"');
    expect(button(before, /Accept$/)).toContain('class="main"');
    await post({ answer: 'accept' });
    const after = (await get()).html;
    expect(button(after, /Call/)).toContain('class="call button main"');
    expect(button(after, /I reached them/)).not.toContain('class="main"');
  });

  it('has the main button on the form where there is nobody to call', async () => {
    const { post, get } = await open({ lead: { ...JANE, consent: { call: false } } });
    await post({ answer: 'accept' });
    expect(button((await get()).html, /I reached them/)).toContain('class="main"');
  });

  it('keeps the call of a number with an extension', async () => {
    const person = { ...JANE.person, phone: '+49 30 2345 6789 ext. 45' };
    const { html } = await (await open({ lead: { ...JANE, person } })).get();
    expect(button(html, /Call/)).toContain('href="tel:+493023456789,45"');
  });
});

describe('what is known of the lead', () => {
  it('is in words, and can be copied', async () => {
    const { html } = await (await open()).get();
    expect(textOf(html)).toMatch(/Country\s+Germany\s+Region\s+Berlin/);
    expect(textOf(html)).toMatch(/Language\s+German/);
    for (const text of ['+493023456789', 'Jane.Doe@acme.example']) {
      expect(html.toLowerCase()).toContain(`hidden="" data-copy="${text.toLowerCase()}"`);
    }
  });

  it.each([
    [{ timeZone: 'America/New_York' }, 'It is 05:00 there, Tuesday.'],
    [{ country: 'JP' }, 'It is 19:00 there, Tuesday.'],
    [{ country: 'DE' }, 'It is 11:00 there, Tuesday.'],
    [{ country: 'US' }, undefined],
    [{}, undefined],
  ])('says what clocks show there, where that is certain: %o', async (location, words) => {
    const { html } = await (await open({ lead: { ...JANE, location } })).get();
    expect(/It is [^<]* there[^<]*/.exec(html)?.[0]).toBe(words);
  });
});

describe('an answer that was not recorded', () => {
  it.each([
    [{ answer: 'reject' }, '#reject', '<fieldset aria-describedby="problem">'],
    [{ answer: 'reject', reason: 'no-time', note: 'x'.repeat(1_001) }, '#note', 'aria-describedby="problem">xxx'],
    [{ answer: 'perhaps' }, '#answer', '<h2 id="answer">'],
  ])('leads to the part of the form that it is about: %o', async (form, href, part) => {
    const { html } = await (await open()).post(form as Readonly<Record<string, string>>);
    expect(html).toMatch(/<section class="problem" role="alert" tabindex="-1" autofocus/);
    expect(html).toContain(`<a href="${href}">Go to the form</a>`);
    expect(html).toContain(part);
    expect(html).toContain(`id="${href.slice(1)}"`);
  });

  it('keeps what was typed and chosen, as text', async () => {
    const { post } = await open();
    const typed = 'Uses </textarea> & <b>pen</b>\r\nand “paper”';
    const { html } = await post({ answer: 'reject', note: typed });
    expect(/<textarea[^>]*>(.*?)<\/textarea>/s.exec(html)?.[1]).toBe(
      'Uses &lt;/textarea&gt; &amp; &lt;b&gt;pen&lt;/b&gt;\r\nand “paper”',
    );
    const long = await post({ answer: 'reject', reason: 'no-time', note: 'x'.repeat(1_001) });
    expect(long.html).toContain(`>${'x'.repeat(1_001)}</textarea>`);
    expect(long.html.match(/<input[^>]*checked[^>]*>/g)).toEqual([expect.stringContaining('value="no-time"')]);
  });

  it('keeps no more of a text than somebody types', async () => {
    const { html } = await (await open()).post({ answer: 'reject', reason: 'no-time', note: 'x'.repeat(100_000) });
    expect(/x{500,}/.exec(html)?.[0]).toHaveLength(2_000);
  });

  it('has an empty form on a page that nothing was sent from', async () => {
    const { html } = await (await open()).get();
    expect(html).toContain('</textarea>');
    expect(html).not.toMatch(/checked|[^>]<\/textarea>/);
  });
});
