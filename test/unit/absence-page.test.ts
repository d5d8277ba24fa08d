import { describe, expect, it } from 'vitest';
import { DAY } from '../support/agreement/small-agreement.ts';
import { open, personalIn, textOf, visitor } from '../support/pages/page-visitor.ts';
import { START } from '../support/scenario/answer-story.ts';

const opened = async () => {
  const { story, path, get } = await open();
  return { story, path, lead: get, absence: visitor(story, `${path}.away`) };
};

describe('the page where a rep says when leads may come', () => {
  it('is one tap from the lead, says how things stand and tells of no lead', async () => {
    const { path, lead, absence } = await opened();
    expect((await lead()).html).toContain(`href="${path.split('/').at(-1)}.away"`);
    const { status, html } = await absence.get();
    expect(status).toBe(200);
    expect(textOf(html)).toContain('Leads come to you');
    expect(textOf(html)).toContain('Give back the lead that waits for my answer');
    expect(personalIn(html)).toBeUndefined();
  });

  it('says in the rep’s zone until when no lead comes, and takes it back', async () => {
    const { path, absence } = await opened();
    const { status, headers } = await absence.post({ availability: 'away', to: '2026-03-05T09:00' });
    expect([status, headers.location]).toEqual([303, `${path.split('/').at(-1)}.away`]);
    expect((await absence.get()).html).toContain('Thursday 5 March 2026, 09:00 (Europe/Berlin)');
    await absence.post({ availability: 'back' });
    expect(textOf((await absence.get()).html)).toContain('They come in your hours of work.');
  });

  it('tells of an absence that is yet to begin', async () => {
    const { absence } = await opened();
    await absence.post({ availability: 'away', from: '2026-03-04T09:00', to: '2026-03-05T09:00' });
    expect(textOf((await absence.get()).html)).toMatch(/You will be away\s+You are away from\s+Wednesday 4 March 2026/);
  });

  it('says what is wrong with a form', async () => {
    const { absence } = await opened();
    const { status, html } = await absence.post({ availability: 'away' });
    expect(status).toBe(400);
    expect(textOf(html)).toContain('Nothing was changed: please say when leads may come again.');
  });

  it('opens by a link whose lead has gone to somebody else, but by none that has expired or is unknown', async () => {
    const { story, path, absence } = await opened();
    await story.tell('RepAnswered', { email: 'jane.doe@acme.example', answer: 'reject', reason: 'no-time' });
    expect((await absence.get()).status).toBe(200);
    expect((await visitor(story, `${path.slice(0, -22)}${'x'.repeat(22)}.away`).get()).status).toBe(404);
    await story.runtime.runThrough(START + 31 * DAY);
    expect((await absence.get()).status).toBe(410);
    expect((await absence.post({ availability: 'today' })).status).toBe(410);
  });
});
