import { describe, expect, it } from 'vitest';
import { DAY, MINUTE } from '../support/agreement/small-agreement.ts';
import { open, personalIn, textOf, visitor } from '../support/pages/page-visitor.ts';
import { JANE, START } from '../support/scenario/answer-story.ts';

/** Ana has Jane's lead, and those of others who work there too: it is her account. */
const opened = async (...names: readonly string[]) => {
  const { story, path, ...lead } = await open();
  for (const firstName of names) {
    const person = { ...JANE.person, email: `${firstName}@acme.example`, firstName };
    await story.tell('LeadCaptured', { ...JANE, person });
  }
  const mine = visitor(story, `${path}.mine`);
  const linkTo = (html: string, name: string) =>
    visitor(story, `/a/${new RegExp(`href="([^"]+)">${name} `).exec(html)?.[1]}`);
  return { story, path, lead, mine, linkTo };
};

describe('my leads', () => {
  it('are one tap from the lead, and from each other page', async () => {
    const { story, path, lead } = await opened();
    const href = `href="${path.split('/').at(-1)}.mine"`;
    for (const page of [lead, visitor(story, `${path}.away`), visitor(story, `${path}.mine`)]) {
      expect((await page.get()).html).toContain(href);
    }
    await lead.post({ answer: 'reject', reason: 'no-time' });
    expect((await lead.get()).html).toContain(href);
  });

  it('are all that the rep owns, with state and time left, unanswered ones first', async () => {
    const { lead, mine, story } = await opened('Grace');
    await lead.post({ answer: 'accept' });
    await story.runtime.runThrough(START + 7 * MINUTE);
    const { status, html } = await mine.get();
    expect(status).toBe(200);
    expect(textOf(html)).toMatch(
      /Your 2 open leads.*Grace Doe.*Waits for your answer.*23 minutes left.*Jane Doe.*Accepted.*53 minutes left/s,
    );
  });

  it('open and are answered by the link of another lead', async () => {
    const { story, mine, linkTo } = await opened('Grace');
    const grace = linkTo((await mine.get()).html, 'Grace');
    expect((await grace.get()).html).toContain('<h1>Grace Doe</h1>');
    const { status, headers } = await grace.post({ answer: 'accept' });
    expect([status, /\.mine\.[0-9a-f]{32}$/.test(String(headers.location))]).toEqual([303, true]);
    expect(story.facts.filter(({ type }) => type === 'LeadAccepted')).toHaveLength(1);
    expect(textOf((await grace.get()).html)).toContain('This lead is yours');
  });

  it('change nothing when they are looked at, and take no answer together', async () => {
    const { story, mine } = await opened('Grace');
    const before = story.facts.length;
    for (const method of ['GET', 'HEAD']) expect((await mine.ask(method)).status).toBe(200);
    expect((await mine.post({ answer: 'accept' })).status).toBe(405);
    expect(story.facts).toHaveLength(before);
  });

  it('tell what became of a lead that was theirs, and nothing of one that never was', async () => {
    const { story, path, lead, mine, linkTo } = await opened();
    const jane = linkTo((await mine.get()).html, 'Jane');
    await lead.post({ answer: 'reject', reason: 'no-time' });
    expect(textOf((await jane.get()).html)).toContain('You gave this lead back');
    expect(textOf((await mine.get()).html)).toContain('You have no open leads');
    const ben = story.links('ben')[0] ?? '';
    expect(textOf((await visitor(story, `${ben}.mine`).get()).html)).toContain('Your one open lead');
    await story.tell('LeadCaptured', {
      person: { email: 'zoe@other.example', firstName: 'Zoe', phone: '+49 30 2345 6789' },
      company: { name: 'Other', domain: 'other.example', employees: 5000 },
    });
    const zoe = story.facts.filter(({ type }) => type === 'LeadAssigned').at(-1);
    expect(zoe?.detail.data).not.toMatchObject({ rep: 'ana' });
    for (const leadId of ['0'.repeat(32), zoe?.detail.leadId]) {
      const { status, html } = await visitor(story, `${path}.mine.${leadId}`).get();
      expect([status, personalIn(html)]).toEqual([404, undefined]);
    }
  });

  it('are shown to nobody else: another rep’s lead is no lead of this link', async () => {
    const { story, path } = await opened();
    await story.tell('RepAnswered', { email: JANE.person.email, answer: 'reject', reason: 'no-time' });
    const assigned = story.facts.filter(({ type }) => type === 'LeadAssigned').at(-1);
    const leadId = assigned?.detail.leadId ?? '';
    const ben = visitor(story, `${story.links('ben')[0]}.mine.${leadId}`);
    expect((await ben.get()).html).toContain('<h1>Jane Doe</h1>');
    const ana = visitor(story, `${path}.mine.${leadId}`);
    for (const { html } of [await ana.get(), await ana.post({ answer: 'accept' })]) {
      expect(personalIn(html)).toBeUndefined();
    }
    expect(story.facts.filter(({ type }) => type === 'LeadAccepted')).toEqual([]);
  });

  it('open by no link that has expired or is unknown', async () => {
    const { story, path, mine } = await opened();
    expect((await visitor(story, `${path.slice(0, -22)}${'x'.repeat(22)}.mine`).get()).status).toBe(404);
    await story.runtime.runThrough(START + 31 * DAY);
    expect((await mine.get()).status).toBe(410);
  });
});
