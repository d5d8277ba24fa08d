import { describe, expect, it } from 'vitest';
import { isOwned } from '../../shared/domain/lead/lead.ts';
import {
  clause,
  HOUR,
  MINUTE,
  rep,
  smallAgreement,
  territory,
  weekdays,
  withoutManager,
} from '../support/agreement/small-agreement.ts';
import { textOf } from '../support/pages/page-visitor.ts';
import { lead, page } from '../support/scenario/digest-story.ts';
import { play, type Scenario } from '../support/scenario/scenario.ts';

const LEADS = [1, 2, 3, 4, 5].map(lead);

/** Ana is at work and does not answer; Ben and Cem start at two. Mia is told of each lead, once in half an hour. */
const agreement = smallAgreement({
  reps: [
    rep('ana', { capacity: { open: 2 } }),
    ...['ben', 'cem'].map((id) => rep(id, { schedule: weekdays(14, 18) })),
    withoutManager(rep('mia', { channels: ['sms'] })),
  ],
  territories: [territory('Everywhere', ['ana', 'ben', 'cem'])],
  sla: {
    alert: { withinMs: HOUR, steps: [{ atMs: 20 * MINUTE, do: 'tell-manager' }] },
    accept: clause(240, [[15, 'tell-manager']], 'wall'),
    alerts: { throttle: { max: 1, perMs: 30 * MINUTE } },
  },
});

const ownerOf = (s: Scenario, email: string): string | undefined => {
  const found = [...s.runtime.store.leads()].find((one) => one.email === email);
  return found !== undefined && isOwned(found) ? found.owner.rep : undefined;
};

/** What Mia got, and the one link of the last of it. */
const toMia = (s: Scenario) => {
  const messages = s.sent.filter(({ message }) => message.rep === 'mia').map(({ message }) => message);
  const links = messages.at(-1)?.text.match(/https:\S+/g) ?? [];
  return { messages, links, link: links[0] ?? 'https://no.example/link' };
};

/** Two of the leads are Ana's and late, three have no owner; Mia has one message about four of them. */
const told = (body: (s: Scenario, link: string) => Promise<void>): Promise<void> =>
  play(agreement, async (s) => {
    for (const [index, email] of LEADS.entries()) {
      const person = { email, firstName: `Jo${index + 1}`, lastName: 'Berg' };
      await s.capture(`09:0${index}`, email, { person });
    }
    await s.pass('09:50');
    await body(s, toMia(s).link);
    s.ignoreMessages();
  });

/** The address of a lead, as the list has it. */
const rowOf = async (s: Scenario, link: string, name: string): Promise<string> => {
  const [, path] = new RegExp(`href="([^"]+)">${name} `).exec((await page(s, link)).html) ?? [];
  if (path === undefined) throw new Error(`the list does not have ${name}`);
  return new URL(path, link).href;
};

/** What is sent by the page's own buttons: how the lead stood is in its form. */
const decide = async (s: Scenario, link: string, manage: Readonly<Record<string, string>>): Promise<number> => {
  const { html } = await page(s, link);
  const hidden = [...html.matchAll(/type="hidden" name="(\w+)" value="(\w*)"/g)].map(([, name, value]) => [
    name,
    value,
  ]);
  const form = new URLSearchParams({ ...Object.fromEntries(hidden), ...manage });
  return (await page(s, link, form.toString())).status;
};

describe('a manager of several leads', () => {
  it('is told of them in one message with one link', () =>
    told(async (s) => {
      const { messages, links } = toMia(s);
      expect(messages.map(({ purpose, leadIds }) => `${purpose} ${leadIds.length}`)).toEqual([
        'tell-manager 1',
        'tell-manager 4',
      ]);
      expect(links).toHaveLength(1);
    }));

  it('sees on the list whose each lead is, those that nobody has first', () =>
    told(async (s, link) => {
      const { status, html } = await page(s, link);
      expect(status).toBe(200);
      expect(textOf(html).replace(/\s+/g, ' ')).toMatch(
        /4 leads need your decision.*Jo3 Berg.*Nobody has this lead yet.*Jo4 Berg.*Nobody.*Jo5 Berg.*Nobody.*Jo2 Berg.*Ana has this lead/,
      );
    }));

  it('opens each, and takes one, gives one and leaves one', () =>
    told(async (s, link) => {
      for (const name of ['Jo2', 'Jo3', 'Jo4', 'Jo5']) {
        const { status, html } = await page(s, await rowOf(s, link, name));
        expect(status).toBe(200);
        expect(html).toContain(`<h1>${name} Berg</h1>`);
        expect(html).toContain(`<a href="${link.slice(-22)}">All leads of this message</a>`);
      }
      expect(await decide(s, await rowOf(s, link, 'Jo3'), { manage: 'take' })).toBe(303);
      expect(await decide(s, await rowOf(s, link, 'Jo4'), { manage: 'give', rep: 'cem' })).toBe(303);
      expect(await decide(s, await rowOf(s, link, 'Jo2'), { manage: 'leave' })).toBe(303);
      expect(LEADS.slice(1).map((email) => ownerOf(s, email))).toEqual(['ana', 'mia', 'cem', undefined]);
      expect(s.facts(lead(2), 'LeadLeftWithOwner')).toHaveLength(1);
    }));

  it('sees on the list what has come of each, and answers there for what is now the manager’s own', () =>
    told(async (s, link) => {
      const third = await rowOf(s, link, 'Jo3');
      await decide(s, third, { manage: 'take' });
      await decide(s, await rowOf(s, link, 'Jo4'), { manage: 'give', rep: 'cem' });
      expect(textOf((await page(s, link)).html).replace(/\s+/g, ' ')).toMatch(
        /Jo5 Berg.*Nobody.*Jo3 Berg.*Mia has this lead.*Jo4 Berg.*Cem has this lead/,
      );
      expect((await page(s, third, 'answer=contacted')).status).toBe(303);
      expect(s.facts(lead(3), 'ContactRecorded')).toHaveLength(1);
    }));

  it('has nothing left to do once all cycles are over, and no lead that the message did not name', () =>
    told(async (s, link) => {
      for (const wrong of ['.0', '.5', '.999']) expect((await page(s, `${link}${wrong}`)).status).toBe(404);
      for (const email of LEADS) await s.closed('09:55', email, 'won');
      const { html } = await page(s, link);
      expect(html).toContain('Nothing is left to do here');
      expect(html).not.toContain('Berg');
    }));
});
