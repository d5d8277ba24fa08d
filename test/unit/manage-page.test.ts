import { describe, expect, it } from 'vitest';
import { isOwned } from '../../shared/domain/lead/lead.ts';
import { DAY, MINUTE, type SmallParts } from '../support/agreement/small-agreement.ts';
import { personalIn, stageOf, textOf, typesSince, type Visitor, visitor } from '../support/pages/page-visitor.ts';
import { type Story, startStory, storyAgreement } from '../support/scenario/answer-story.ts';

const STEPS = [
  { atMs: 10 * MINUTE, do: 'tell-manager' as const },
  { atMs: 30 * MINUTE, do: 'reassign' as const },
];

const sla: SmallParts['sla'] = {
  accept: { withinMs: 30 * MINUTE, clock: 'wall', steps: STEPS },
  contact: { withinMs: 60 * MINUTE, clock: 'wall', steps: [] },
};

/** Ana has not answered for ten minutes, and Mia is told. */
const tellMia = async (parts: SmallParts = {}): Promise<Visitor & { story: Story }> => {
  const story = await startStory({ agreement: storyAgreement({ sla, ...parts }) });
  await story.runtime.runThrough(story.runtime.now() + 10 * MINUTE);
  return { story, ...visitor(story, story.links('mia')[0] ?? 'no link') };
};

const ownerOf = ({ runtime }: Story): string | undefined => {
  const [lead] = [...runtime.store.leads()];
  return lead !== undefined && isOwned(lead) ? lead.owner.rep : undefined;
};

const SEEN = { attempt: '1', owner: 'ana' };

describe('the page behind a manager’s link', () => {
  it('shows the lead, whose it is, and who can take it now first, with their load', async () => {
    const { get, story } = await tellMia();
    const before = story.facts.length;
    const { status, html } = await get();
    expect(status).toBe(200);
    const text = textOf(html).replace(/\s+/g, ' ');
    for (const shown of [
      'Jane Doe',
      'Ana Ortiz has this lead',
      '20 minutes left An answer is due: Tuesday 3 March 2026, 11:30 (Europe/Berlin)',
      'I take it',
      'Leave it with Ana Ortiz',
      'Ben Yılmaz 0 open leads, at work now',
      'Cem Kaya 0 open leads, at work now',
    ]) {
      expect(text).toContain(shown);
    }
    expect(html).not.toContain('value="mia"');
    expect(typesSince(story, before)).toEqual([]);
  });

  it('gives the lead to the manager, who then answers on the same page', async () => {
    const { post, get, story } = await tellMia();
    expect((await post({ ...SEEN, manage: 'take' })).status).toBe(303);
    expect([ownerOf(story), stageOf(story)]).toEqual(['mia', 'accepted']);
    expect((await post({ ...SEEN, manage: 'take' })).status).toBe(303);
    expect(textOf((await get()).html)).toContain('This lead is yours');
    expect((await post({ answer: 'contacted' })).status).toBe(303);
    expect(stageOf(story)).toBe('contacted');
    const { status, html } = await post({ ...SEEN, manage: 'give', rep: 'cem' });
    expect([status, textOf(html)]).toEqual([409, expect.stringContaining('Nothing was changed')]);
  });

  it('gives the lead to a colleague, who is told, as is whoever loses it', async () => {
    const { post, get, story } = await tellMia();
    expect((await post({ ...SEEN, manage: 'give', rep: 'cem' })).status).toBe(303);
    expect([ownerOf(story), stageOf(story)]).toEqual(['cem', 'assigned']);
    expect(story.messages.slice(-3).map((message) => `${message.purpose} ${message.rep}`)).toEqual(
      expect.arrayContaining(['alert cem', 'taken-away ana']),
    );
    expect(textOf((await get()).html)).toContain('Cem Kaya has this lead');
  });

  it('leaves the lead with its owner, from whom no step takes it any more', async () => {
    const { post, get, story } = await tellMia();
    expect((await post({ ...SEEN, manage: 'leave' })).status).toBe(303);
    expect(textOf((await get()).html)).toContain('Mia Vogel has left it with Ana Ortiz');
    await story.runtime.runThrough(story.runtime.now() + 60 * MINUTE);
    expect(ownerOf(story)).toBe('ana');
    expect(story.facts.map(({ type }) => type)).toContain('SlaBreached');
  });

  it('says that an old page does not apply any more, and changes nothing', async () => {
    const { post, story } = await tellMia();
    await story.runtime.runThrough(story.runtime.now() + 21 * MINUTE);
    const [before, owner] = [story.facts.length, ownerOf(story)];
    expect(owner).not.toBe('ana');
    for (const form of [{ manage: 'take' }, { manage: 'give', rep: 'cem' }, { manage: 'leave' }]) {
      const { status, html } = await post({ ...SEEN, ...form });
      expect([status, textOf(html)]).toEqual([409, expect.stringContaining('the lead has moved on since you looked')]);
    }
    expect([typesSince(story, before), ownerOf(story)]).toEqual([[], owner]);
  });

  it.each([
    ['nobody', { ...SEEN, manage: 'give' }, 400, 'please choose who gets the lead'],
    ['somebody unknown', { ...SEEN, manage: 'give', rep: 'zoe' }, 409, 'not in the agreement any more'],
    ['half a form', { manage: 'take' }, 400, 'did not arrive whole'],
    ['an answer of an owner', { answer: 'accept' }, 400, 'did not arrive whole'],
  ])('refuses %s', async (_, form, expected, words) => {
    const { post, story } = await tellMia();
    const { status, html } = await post(form);
    expect([status, textOf(html)]).toEqual([expected, expect.stringContaining(words)]);
    expect(ownerOf(story)).toBe('ana');
  });

  it('is over with the cycle, and after 30 days, and tells nothing then', async () => {
    const { get, story } = await tellMia();
    await story.tell('LeadClosed', { email: 'Jane.Doe@acme.example', outcome: 'won' });
    const { status, html } = await get();
    expect([status, personalIn(html)]).toEqual([410, undefined]);
    expect(html).toContain('Nothing is left to decide here');
    const late = await tellMia({ sla: { accept: { withinMs: 60 * DAY, clock: 'wall', steps: STEPS.slice(0, 1) } } });
    await late.story.runtime.runThrough(late.story.runtime.now() + 30 * DAY);
    expect((await late.get()).html).toContain('This link has expired');
  });

  it('is in every language of its reader', async () => {
    for (const [language, words] of [
      ['de', 'Ich übernehme ihn'],
      ['fr', 'Je le prends'],
      ['es', 'Me lo quedo'],
    ] as const) {
      const { reps } = storyAgreement();
      const all = Object.values(reps).map((one) => (one.id === 'mia' ? { ...one, languages: [language] } : one));
      const { get } = await tellMia({ reps: all });
      const { html } = await get();
      expect(html).toContain(`<html lang="${language}">`);
      expect(textOf(html)).toContain(words);
    }
  });

  it('opens a lead that nobody owns yet, which nobody can be left with', async () => {
    const { reps } = storyAgreement();
    const away = Object.values(reps).map((one) =>
      one.id === 'mia'
        ? one
        : { ...one, schedule: { ...one.schedule, away: [{ from: '2026-03-03', to: '2026-03-03' }] } },
    );
    const steps = [{ atMs: 10 * MINUTE, do: 'tell-manager' as const }];
    const { get, post, story } = await tellMia({
      reps: away,
      sla: { ...sla, alert: { withinMs: 60 * MINUTE, steps } },
    });
    const text = textOf((await get()).html).replace(/\s+/g, ' ');
    expect(text).toContain('Nobody has this lead yet');
    expect(text).toMatch(/Ana Ortiz 0 open leads, away until 4 March 2026, 00:00/);
    expect(text).not.toContain('Leave it with');
    expect((await post({ attempt: '0', owner: '', manage: 'give', rep: 'ben' })).status).toBe(303);
    expect(ownerOf(story)).toBe('ben');
  });

  it('does not offer to leave a lead where no clause runs, and changes nothing for a form that asks for it', async () => {
    const agreement = storyAgreement({ sla });
    const { contact: _, verdict: __, ...ofAccept } = agreement.sla;
    const story = await startStory({ agreement: { ...agreement, sla: ofAccept } });
    await story.runtime.runThrough(story.runtime.now() + 10 * MINUTE);
    const { get, post } = visitor(story, story.links('mia')[0] ?? 'no link');
    expect(textOf((await get()).html)).toContain('Leave it with Ana Ortiz');
    await story.tell('RepAnswered', { email: 'Jane.Doe@acme.example', answer: 'accept' });
    const before = story.facts.length;
    const text = textOf((await get()).html);
    expect(text).toContain('Ana Ortiz has this lead');
    expect(text).not.toContain('Leave it with');
    expect((await post({ ...SEEN, manage: 'leave' })).status).toBe(303);
    await story.runtime.runThrough(story.runtime.now() + DAY);
    expect([typesSince(story, before), ownerOf(story), stageOf(story)]).toEqual([[], 'ana', 'accepted']);
  });
});

describe('messages to a manager', () => {
  it('end with the link, by SMS and by e-mail', async () => {
    const { story } = await tellMia();
    const told = story.messages.filter(({ rep: to, purpose }) => to === 'mia' && purpose === 'tell-manager');
    expect(told.map(({ channel }) => channel).toSorted()).toEqual(['email', 'sms']);
    for (const { text } of told) expect(text).toMatch(/\/a\/[\w-]{22}/);
  });
});
