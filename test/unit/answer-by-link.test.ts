import { describe, expect, it } from 'vitest';
import { MINUTE, rep, territory } from '../support/agreement/small-agreement.ts';
import { type Form, open, personalIn, stageOf, textOf, typesSince, visitor } from '../support/pages/page-visitor.ts';
import { JANE, START, storyAgreement } from '../support/scenario/answer-story.ts';

describe('an answer by a link', () => {
  it('accepts, and then asks for the contact', async () => {
    const { story, path, get, post } = await open();
    const before = story.facts.length;
    const { status, headers } = await post({ answer: 'accept' });
    expect(status).toBe(303);
    expect(new URL(String(headers.location), `https://golden-hour.example${path}`).pathname).toBe(path);
    expect(typesSince(story, before)).toEqual(['LeadAccepted', 'ClockStarted']);
    expect(story.facts[before]?.detail).toMatchObject({
      metadata: { causationId: 'page' },
      data: { rep: 'ana', attempt: 1 },
    });
    const { html } = await get();
    for (const shown of ['This lead is yours', 'Reach them by', 'I reached them', 'Qualified', 'Not now', 'Jane Doe']) {
      expect(html).toContain(shown);
    }
    expect(html).not.toContain('value="accept"');
    expect(html).not.toContain('value="reject"');
  });

  it('is applied once, however often the form is sent', async () => {
    const { story, post } = await open();
    const before = story.facts.length;
    const responses = await Promise.all(Array.from({ length: 5 }, () => post({ answer: 'accept' })));
    expect(responses.map(({ status }) => status)).toEqual(Array(5).fill(303));
    expect(typesSince(story, before)).toEqual(['LeadAccepted', 'ClockStarted']);
  });

  it('rejects with an agreed reason and a note, and the next rep is told at once', async () => {
    const { story, get, post } = await open();
    const before = story.facts.length;
    expect((await post({ answer: 'reject', reason: 'no-time', note: '  On a train\r\nuntil five. ' })).status).toBe(
      303,
    );
    expect(story.facts[before]).toMatchObject({
      type: 'LeadRejected',
      detail: { data: { rep: 'ana', reason: 'no-time', action: 'reassign', note: 'On a train\r\nuntil five.' } },
    });
    expect(story.links('ben').length).toBeGreaterThan(0);
    const { status, html } = await get();
    expect(status).toBe(200);
    expect(html).toContain('You gave this lead back');
    expect(personalIn(html)).toBeUndefined();
  });

  it('ends a lead whose reason says so', async () => {
    const { story, post } = await open();
    await post({ answer: 'reject', reason: 'duplicate' });
    expect(stageOf(story)).toBe('ended');
  });

  it('says the same again to a rejection that is sent twice', async () => {
    const { story, post } = await open();
    await post({ answer: 'reject', reason: 'no-time' });
    const before = story.facts.length;
    const again = await post({ answer: 'reject', reason: 'no-time' });
    expect(again.html).toContain('You gave this lead back');
    expect(again.html).not.toContain('not recorded');
    expect(typesSince(story, before)).toEqual([]);
  });

  it.each([
    ['no reason', { answer: 'reject' }, 400, 'choose one of the agreed reasons'],
    [
      'a reason that is not agreed',
      { answer: 'reject', reason: 'constructor' },
      400,
      'choose one of the agreed reasons',
    ],
    ['a note without end', { answer: 'reject', reason: 'no-time', note: 'x'.repeat(1_001) }, 400, 'note is too long'],
    ['another answer', { answer: 'perhaps' }, 400, 'did not arrive whole'],
    ['nothing at all', {}, 400, 'did not arrive whole'],
  ])('changes nothing with %s, and says what to do', async (_, form: Form, status, words) => {
    const { story, post } = await open();
    const before = story.facts.length;
    const response = await post(form);
    expect(response.status).toBe(status);
    expect(response.html).toContain(words);
    expect(response.html).toContain('role="alert"');
    expect(typesSince(story, before)).toEqual([]);
  });

  it('does not reject what was accepted, and says how to give it back', async () => {
    const { story, post } = await open();
    await post({ answer: 'accept' });
    const before = story.facts.length;
    const { status, html } = await post({ answer: 'reject', reason: 'no-time' });
    expect(status).toBe(409);
    expect(html).toContain('cannot be rejected any more');
    expect(typesSince(story, before)).toEqual([]);
  });

  it('records the contact once, then the verdict', async () => {
    const { story, get, post } = await open();
    await post({ answer: 'accept' });
    const before = story.facts.length;
    await post({ answer: 'contacted' });
    await post({ answer: 'contacted' });
    expect(typesSince(story, before)).toEqual(['ContactRecorded', 'ClockStarted']);
    expect((await get()).html).toContain('Say what came of it by');
    await post({ answer: 'qualified' });
    expect(story.facts.at(-1)).toMatchObject({
      type: 'OutcomeRecorded',
      detail: { data: { outcome: 'sales-qualified' } },
    });
    const { status, html } = await get();
    expect({ status, personal: personalIn(html) }).toEqual({ status: 200, personal: undefined });
    expect(html).toContain('This lead has its outcome');
    expect((await post({ answer: 'qualified' })).html).not.toContain('not recorded');
  });

  it('recycles with "Not now", and the rep has a free hand again', async () => {
    const agreement = storyAgreement({
      reps: [rep('ana', { capacity: { open: 1 } })],
      territories: [territory('Everywhere', ['ana'])],
    });
    const { story, get, post } = await open({ agreement });
    await story.tell('LeadCaptured', {
      ...JANE,
      person: { email: 'next@other.example' },
      company: { name: 'Other', employees: 900 },
    });
    expect(story.facts.at(-1)?.type).toBe('LeadWaiting');
    await post({ answer: 'accept' });
    const before = story.facts.length;
    await post({ answer: 'not-now' });
    expect(story.facts[before]).toMatchObject({
      type: 'LeadRecycled',
      detail: { data: { why: 'not now', rep: 'ana' } },
    });
    expect(typesSince(story, before)).toContain('LeadAssigned');
    expect((await get()).html).toContain('back with marketing');
    expect((await post({ answer: 'not-now' })).html).not.toContain('not recorded');
  });
});

describe('a late answer', () => {
  const patient = () => {
    const agreement = storyAgreement();
    return { ...agreement, sla: { ...agreement.sla, accept: { ...agreement.sla.accept, steps: [] } } };
  };

  it('is accepted while the lead is still theirs, and its lateness is recorded', async () => {
    const { story, get, post } = await open({ agreement: patient() });
    await story.runtime.runThrough(START + 40 * MINUTE);
    expect(textOf((await get()).html)).toContain('The lead is still yours.');
    expect((await post({ answer: 'accept' })).status).toBe(303);
    expect(story.facts.find(({ type }) => type === 'LeadAccepted')?.detail.data).toMatchObject({ lateBy: 'PT10M' });
  });

  it('changes nothing once the lead was taken back, and says so', async () => {
    const { story, get, post } = await open();
    await story.runtime.runThrough(START + 31 * MINUTE);
    const before = story.facts.length;
    const { status, html } = await post({ answer: 'accept' });
    expect(status).toBe(410);
    expect(html).toContain('Your answer was not recorded.');
    expect(html).toContain('This lead was taken back');
    expect(personalIn(html)).toBeUndefined();
    expect(typesSince(story, before)).toEqual([]);
    expect((await get()).html).not.toContain('not recorded');
  });

  it('loses to the rep who has the lead now', async () => {
    const { story, post } = await open();
    await story.runtime.runThrough(START + 31 * MINUTE);
    const ben = visitor(story, story.links('ben')[0] ?? '');
    const [late, owner] = await Promise.all([post({ answer: 'accept' }), ben.post({ answer: 'accept' })]);
    expect([late.status, owner.status]).toEqual([410, 303]);
    expect(story.facts.filter(({ type }) => type === 'LeadAccepted').map(({ detail }) => detail.data)).toMatchObject([
      { rep: 'ben', attempt: 2 },
    ]);
  });
});
