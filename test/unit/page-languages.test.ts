import { describe, expect, it } from 'vitest';
import { askedLanguage } from '../../shared/contracts/http/asked-language.ts';
import { always, rep, withoutManager } from '../support/agreement/small-agreement.ts';
import { open, textOf } from '../support/pages/page-visitor.ts';
import { storyAgreement } from '../support/scenario/answer-story.ts';

const berlin = { schedule: always('Europe/Berlin') };
const openAs = (...languages: readonly string[]) =>
  open({
    agreement: storyAgreement({
      reps: [
        rep('ana', { name: 'Ana Ortiz', ...berlin, languages }),
        rep('ben', { name: 'Ben Yılmaz', ...berlin }),
        withoutManager(rep('mia', { name: 'Mia Vogel', ...berlin })),
      ],
    }),
  });

describe('the page', () => {
  it.each([
    ['en', ['Will you take this lead?', 'Answer by', 'Tuesday 3 March 2026, 11:30', 'asked for a demo 6 minutes ago']],
    ['de', ['Übernehmen Sie diesen Lead?', 'Annehmen', 'Dienstag, 3. März 2026, 11:30', 'vor 6 Minuten', '1.200']],
    ['fr', ['Prenez-vous ce prospect ?', 'Accepter', 'mardi 3 mars 2026, 11:30', 'il y a 6 minutes', '1 200']],
    ['es', ['¿Se queda con este lead?', 'Aceptar', 'martes, 3 de marzo de 2026, 11:30', 'hace 6 minutos', '1200']],
  ])('is in the first language of its rep, and says so: %s', async (language, shown) => {
    const { html } = await (await openAs('nl', language, 'en')).get();
    expect(html).toContain(`<html lang="${language}">`);
    for (const words of shown) expect(textOf(html)).toContain(words);
  });

  it('is in the rep’s language after the lead has gone, too', async () => {
    const { post, get } = await openAs('de');
    await post({ answer: 'reject', reason: 'not-a-fit' });
    expect((await get()).html).toContain('<h1>Sie haben diesen Lead zurückgegeben</h1>');
  });
});

describe('a page for somebody unknown', () => {
  const asked = (header?: string) =>
    askedLanguage({ headers: header === undefined ? {} : { 'accept-language': header } });

  it('is in what the browser asks for, else in English', () => {
    expect(asked('fr-CA,fr;q=0.9,en;q=0.8')).toBe('fr');
    expect(asked('NL, de-AT;q=0.7')).toBe('de');
    expect(asked('ja')).toBe('en');
    expect(asked()).toBe('en');
    expect(askedLanguage({})).toBe('en');
  });
});
