import { describe, expect, it } from 'vitest';
import { MINUTE } from '../support/agreement/small-agreement.ts';
import { open, stageOf, textOf, typesSince, visitor } from '../support/pages/page-visitor.ts';
import { START } from '../support/scenario/answer-story.ts';

const SENT = { answer: 'sent', content: 'roi' };

describe('what a rep has sent', () => {
  it('is recorded by a tap, told in the story, and not offered again', async () => {
    const { story, get, post } = await open();
    await post({ answer: 'accept' });
    const before = story.facts.length;
    expect((await post(SENT)).status).toBe(303);
    expect(typesSince(story, before)).toEqual(['ContentSent']);
    expect(story.facts.at(-1)?.detail.data).toEqual({ rep: 'ana', attempt: 1, contentId: 'roi' });
    const { html } = await get();
    expect(textOf(html)).toContain('Ana Ortiz sent: ROI calculator');
    expect(html).not.toContain('href="https://example.com/roi"');
  });

  it('is recorded once, however often the form comes', async () => {
    const { story, post } = await open();
    await post(SENT);
    const before = story.facts.length;
    expect((await post(SENT)).status).toBe(303);
    expect(typesSince(story, before)).toEqual([]);
  });

  it('accepts the lead, as all does that its owner does with it', async () => {
    const { story, post } = await open();
    const before = story.facts.length;
    await post(SENT);
    expect(typesSince(story, before)).toEqual(['LeadAccepted', 'ClockStarted', 'ContentSent']);
    expect(stageOf(story)).toBe('accepted');
  });

  it.each([{ answer: 'sent', content: 'gone' }, { answer: 'sent' }])(
    'is refused as %o: there is no such piece',
    async (form) => {
      const { story, post } = await open();
      const before = story.facts.length;
      const { status, html } = await post(form);
      expect(status).toBe(409);
      expect(textOf(html)).toContain('what you sent is in the library no more');
      expect(typesSince(story, before)).toEqual([]);
    },
  );

  it('is nothing for somebody who has the lead no more', async () => {
    const { story, post } = await open();
    await story.runtime.runThrough(START + 31 * MINUTE);
    const before = story.facts.length;
    expect((await post(SENT)).status).not.toBe(303);
    expect(typesSince(story, before)).toEqual([]);
    const next = visitor(story, story.links('ben')[0] ?? '');
    expect((await next.get()).html).toContain('href="https://example.com/roi"');
  });
});
