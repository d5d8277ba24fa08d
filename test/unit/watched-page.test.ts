import { describe, expect, it } from 'vitest';
import { exportPerson } from '../../shared/application/privacy/export-person.ts';
import { forgetPerson } from '../../shared/application/privacy/forget-person.ts';
import { ownerOf } from '../../shared/domain/lead/lead.ts';
import { MOST_WATCHERS } from '../../shared/domain/watch/watchers.ts';
import { always, DAY, MINUTE, rep, withoutManager } from '../support/agreement/small-agreement.ts';
import { open, personalIn, textOf, typesSince, visitor } from '../support/pages/page-visitor.ts';
import { JANE, type Story, startStory, storyAgreement } from '../support/scenario/answer-story.ts';

const EMAIL = JANE.person.email;
const PERSON = { of: 'person' } as const;
const COMPANY = { of: 'company' } as const;

const watchesSince = ({ messages }: Story, before: number): readonly string[] =>
  messages
    .slice(before)
    .filter(({ purpose, channel }) => purpose === 'watch' && channel === 'email')
    .map(({ rep: who }) => String(who));

const act = (story: Story, email = EMAIL) => story.tell('LeadActivityRecorded', { email, kind: 'page-viewed' });

describe('the control to watch, on a lead’s page', () => {
  it('begins and ends a watch of the person, which is told once a happening', async () => {
    const { get, post, story } = await open();
    expect(textOf((await get()).html)).toContain('Watch this person');
    const before = story.messages.length;
    expect((await post({ ...PERSON, watch: 'start' })).status).toBe(303);
    expect((await post({ ...PERSON, watch: 'start' })).status).toBe(303);
    expect(textOf((await get()).html)).toContain('Stop watching this person');
    await act(story);
    await act(story);
    expect(watchesSince(story, before)).toEqual(['ana', 'ana']);
    expect((await post({ ...PERSON, watch: 'stop' })).status).toBe(303);
    await act(story);
    expect(watchesSince(story, before)).toEqual(['ana', 'ana']);
    expect(textOf((await get()).html)).toContain('Watch this person');
  });

  it('begins a watch of everybody at the company, told of one’s own leads and of those that nobody has', async () => {
    const { post, story } = await open();
    await post({ ...COMPANY, watch: 'start' });
    const before = story.messages.length;
    await act(story);
    await story.tell('LeadCaptured', { person: { email: 'cold@acme.example' } });
    expect(watchesSince(story, before)).toEqual(['ana', 'ana']);
    // To Ana too, who has the company's account; then it is Ben's.
    await story.tell('LeadCaptured', { ...JANE, person: { email: 'hot@acme.example' } });
    await story.tell('LeadOwnerChanged', { email: 'hot@acme.example', repId: 'ben' });
    const then = story.messages.length;
    await act(story, 'hot@acme.example');
    expect(watchesSince(story, then)).toEqual([]);
  });

  it('of both tells one happening once', async () => {
    const { post, story } = await open();
    await post({ ...PERSON, watch: 'start' });
    await post({ ...COMPANY, watch: 'start' });
    const before = story.messages.length;
    await act(story);
    expect(watchesSince(story, before)).toEqual(['ana']);
  });

  it('changes nothing else, and no fact tells of it', async () => {
    const { post, story } = await open();
    const [lead] = [...story.runtime.store.leads()];
    const before = story.facts.length;
    await post({ ...PERSON, watch: 'start' });
    expect(typesSince(story, before)).toEqual([]);
    const [after] = [...story.runtime.store.leads()];
    expect(after).toEqual({ ...lead, watchers: [{ rep: 'ana', until: story.runtime.now() + 365 * DAY }] });
  });

  it('takes no form that did not arrive whole', async () => {
    const { post } = await open();
    for (const form of [{ watch: 'start' }, { watch: 'begin', of: 'person' }, { watch: 'start', of: 'world' }]) {
      const { status, html } = await post(form);
      expect([status, textOf(html)]).toEqual([400, expect.stringContaining('Nothing was recorded')]);
    }
  });

  it('is not offered where as many as can watch already', async () => {
    const { get, post, story } = await open();
    const [lead] = [...story.runtime.store.leads()];
    const others = Array.from({ length: MOST_WATCHERS }, (_, i) => ({
      rep: `rep-${i}`,
      until: story.runtime.now() + MINUTE,
    }));
    const key = { type: 'lead', id: lead?.id ?? '' } as const;
    const stored = (await story.runtime.store.load([key])).get(key);
    if (stored === undefined) throw new Error('no lead');
    await story.runtime.store.commit([
      { key, expectedVersion: stored.version, value: { ...stored.value, watchers: others } },
    ]);
    expect(textOf((await get()).html)).toContain('As many people as can watch the person already');
    expect((await post({ ...PERSON, watch: 'start' })).status).toBe(303);
    expect(story.runtime.store.lead(key.id)?.watchers).toEqual(others);
    await story.runtime.runThrough(story.runtime.now() + MINUTE);
    await post({ ...PERSON, watch: 'start' });
    expect(story.runtime.store.lead(key.id)?.watchers?.map((one) => one.rep)).toEqual(['ana']);
  });

  it.each([
    ['de', 'Diese Person beobachten', 'Alle bei acme.example beobachten'],
    ['fr', 'Suivre cette personne', 'Suivre toutes les personnes de acme.example'],
    ['es', 'Seguir a esta persona', 'Seguir a todas las personas de acme.example'],
  ])('is in the language of its rep: %s', async (language, person, company) => {
    const reps = [
      rep('ana', { name: 'Ana Ortiz', schedule: always(), languages: [language] }),
      withoutManager(rep('mia')),
    ];
    const { get } = await open({
      agreement: storyAgreement({
        reps,
        territories: [{ name: 'All', team: [{ rep: 'ana', weight: 1 }], share: 'count', matchLanguage: false }],
      }),
    });
    const text = textOf((await get()).html);
    expect(text).toContain(person);
    expect(text).toContain(company);
  });
});

/** Mia, who is above the owner, is told of whatever Jane does. */
const watchedByMia = async () => {
  const story = await startStory({
    agreement: storyAgreement({
      watches: [{ name: 'Jane', tell: [{ role: 'manager' }], person: EMAIL.toLowerCase(), happens: ['activity'] }],
    }),
  });
  await act(story);
  return { story, ...visitor(story, story.links('mia').at(-1) ?? 'no link') };
};

describe('the page behind the link of a watch', () => {
  it('shows the lead and asks for no answer', async () => {
    const { get, story } = await watchedByMia();
    const before = story.facts.length;
    const { status, html } = await get();
    expect(status).toBe(200);
    const text = textOf(html);
    for (const shown of ['Jane Doe', 'Ana Ortiz', 'Page viewed', 'Watch this person']) expect(text).toContain(shown);
    expect(html).not.toContain('name="answer"');
    expect(typesSince(story, before)).toEqual([]);
  });

  it('takes a watch and nothing else', async () => {
    const { get, post, story } = await watchedByMia();
    expect((await post({ answer: 'accept' })).status).toBe(405);
    expect((await post({ manage: 'take', attempt: '1', owner: 'ana' })).status).toBe(405);
    expect((await post({ ...PERSON, watch: 'start' })).status).toBe(303);
    expect(textOf((await get()).html)).toContain('Stop watching this person');
    const [lead] = [...story.runtime.store.leads()];
    expect(lead && ownerOf(lead)?.rep).toBe('ana');
  });

  it('shows nothing of a lead that its reader may not see any more', async () => {
    const reps = [rep('ana'), withoutManager(rep('ben')), withoutManager(rep('mia'))];
    const agreement = storyAgreement({
      reps,
      territories: [
        {
          name: 'All',
          team: ['ana', 'ben'].map((one) => ({ rep: one, weight: 1 })),
          share: 'count',
          matchLanguage: false,
        },
      ],
      watches: [{ name: 'Acme', tell: [{ rep: 'ben' }], company: 'acme.example', happens: ['captured'] }],
    });
    const story = await startStory({ agreement, lead: { person: { email: 'cold@acme.example', firstName: 'Jane' } } });
    await story.runtime.runThrough(story.runtime.now() + MINUTE);
    const { get, post } = visitor(story, story.links('ben').at(-1) ?? 'no link');
    expect(textOf((await get()).html)).toContain('Jane');
    await story.tell('LeadOwnerChanged', { email: 'cold@acme.example', repId: 'ana' });
    const { status, html } = await get();
    expect([status, personalIn(html)]).toEqual([410, undefined]);
    expect((await post({ ...PERSON, watch: 'start' })).status).toBe(410);
    const [lead] = [...story.runtime.store.leads()];
    expect(lead?.watchers).toBeUndefined();
  });
});

describe('a person who asks', () => {
  it('gets to know who watches them, and is forgotten with the watches', async () => {
    const { post, story } = await open();
    await post({ ...PERSON, watch: 'start' });
    await post({ ...COMPANY, watch: 'start' });
    const { store, ports } = story.runtime;
    const address = EMAIL.toLowerCase();
    const told = await exportPerson(address, store, ports.measured);
    expect(told?.lead?.watchers).toEqual([{ rep: 'ana', until: story.runtime.now() + 365 * DAY }]);
    await forgetPerson(address, { ...ports, store });
    await story.runtime.settle();
    const before = story.messages.length;
    await story.tell('LeadCaptured', { person: { email: EMAIL }, company: { domain: 'other.example', name: 'Other' } });
    expect(watchesSince(story, before)).toEqual([]);
  });
});
