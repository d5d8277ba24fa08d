import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seenOf } from '../../shared/domain/answer/manage-lead.ts';
import type { FactEvent } from '../../shared/domain/lead/fact-event.ts';
import { isLive, isOwned, type Lead } from '../../shared/domain/lead/lead.ts';
import { httpEvent } from '../support/pages/http-event.ts';
import { checkCredit, checkLeads, checkLinks, checkRecount, type SentLink } from '../support/scenario/check-recount.ts';
import { agreement, EMAILS, type Move, moves } from '../support/scenario/interleavings.ts';
import { createRecount, type Recount } from '../support/scenario/recount.ts';
import { play, type Scenario } from '../support/scenario/scenario.ts';

/** How many random plays; each is another interleaving. */
const RUNS = Number(process.env.INTERLEAVINGS ?? 200);

const clock = (minute: number): string => {
  const [days, hours, minutes] = [Math.floor(minute / 1440), Math.floor(minute / 60) % 24, minute % 60];
  return `${days === 0 ? '' : `+${days} `}${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
};

const leadOf = (s: Scenario, email: string): Lead | undefined =>
  [...s.runtime.store.leads()].find((lead) => lead.email === email);

/** What must become of an event that is new and not late, by what was known before it. */
const expectedOwner = ({ command, ago }: Move, before: Lead | undefined, recount: Recount): string | undefined => {
  if (command.do !== 'answer' || ago > 0 || before === undefined || command.rep === undefined) return undefined;
  const { type, data, rep: id } = command;
  if (agreement.reps[id] === undefined) return undefined;
  if (type === 'LeadOwnerChanged') {
    if (before.stage === 'ended') return before.end === 'recycled' || before.end === 'returned' ? id : undefined;
    return before.stage === 'uncaptured' || before.stage === 'sales-qualified' ? undefined : id;
  }
  const claims =
    type === 'LeadContacted' || type === 'ContactAttempted' || ('answer' in data && data.answer === 'accept');
  const isOpen = ['qualified', 'waiting', 'assigned'].includes(before.stage);
  const had = recount.leads.get(before.id)?.pastOwners.includes(id) ?? false;
  return claims && isOpen && !had ? id : undefined;
};

const perform = async (s: Scenario, move: Move, minute: number, links: readonly SentLink[], id: string) => {
  const { email, command, ago, twice } = move;
  const at = clock(minute);
  const options = { id, occurredAt: clock(minute - ago) };
  switch (command.do) {
    case 'capture': {
      const { country, employees } = command;
      return s.capture(at, email, { company: { name: 'Acme', employees }, location: { country } }, options);
    }
    case 'answer': {
      const { type, data, rep: repId } = command;
      const told = { email, ...data, ...(repId === undefined ? {} : { repId }) };
      await s.event(at, type, told, options);
      return twice ? s.event(at, type, told, options) : undefined;
    }
    case 'manage': {
      await s.pass(at);
      const sent = links.filter(({ isManagers }) => isManagers);
      const link = sent[command.which % Math.max(1, sent.length)];
      const lead = link && s.runtime.store.lead(link.leadId);
      if (link === undefined || lead === undefined || !isLive(lead)) return;
      const { attempt, owner = '' } = command.isFresh ? seenOf(lead) : { attempt: 0 };
      const body = new URLSearchParams({ ...command.form, attempt: `${attempt}`, owner }).toString();
      await s.runtime.answer(httpEvent({ method: 'POST', path: `/a/${link.token}`, body }));
      return;
    }
    case 'link': {
      await s.pass(at);
      const link = links[command.which % Math.max(1, links.length)];
      if (link === undefined) return;
      const path = `/a/${link.token}`;
      await s.runtime.answer(httpEvent({ method: 'POST', path, body: `answer=${command.answer}` }));
      return;
    }
  }
};

/** Plays the moves, and checks before and after each. `see` hears every fact that was published. */
const run = (played: readonly Move[], dice: () => number, see?: (fact: FactEvent) => void): Promise<void> =>
  play(
    agreement,
    async (s) => {
      const recount = createRecount(agreement);
      const links: SentLink[] = [];
      let [facts, messages, minute] = [0, 0, 8 * 60];
      const takeNote = (): void => {
        for (const fact of s.published.slice(facts)) recount.add(fact);
        facts = s.published.length;
        for (const { message } of s.sent.slice(messages)) {
          const [, token] = /\/a\/([\w-]{22})/.exec(message.text) ?? [];
          const [leadId = ''] = message.leadIds;
          const { attempt = 0, cycle = 0 } = recount.leads.get(leadId) ?? {};
          if (token !== undefined) {
            const isManagers = message.purpose === 'tell-manager';
            links.push({ token, leadId, rep: message.rep, attempt, cycle, isManagers });
          }
        }
        messages = s.sent.length;
      };
      const check = async (): Promise<void> => {
        expect(recount.problems).toEqual([]);
        checkLeads(s, recount);
        await checkRecount(s, recount);
        await checkLinks(s, recount, links);
        const told = s.sent
          .filter(({ message: { channel, purpose } }) => channel === 'email' && /^(alert|taken-away)$/.test(purpose))
          .map(({ message: { leadIds, purpose, rep: to } }) => `${leadIds[0]} ${purpose} ${to}`);
        expect(told.toSorted()).toEqual(recount.messages.toSorted());
      };
      for (const email of EMAILS) await s.capture('08:00', email, { company: { name: 'Acme', employees: 5 } });
      for (const [index, move] of played.entries()) {
        minute += move.after;
        // What the clock does on the way is a step of its own, so that each message is of the attempt that it was sent in.
        for (let on = minute - move.after; on < minute; on += 1) {
          await s.pass(`${clock(on)}:59.999`);
          takeNote();
        }
        await check();
        const before = leadOf(s, move.email);
        const owner = expectedOwner(move, before, recount);
        await perform(s, move, minute, links, `move-${index}`);
        takeNote();
        await check();
        if (move.command.do === 'answer' && move.command.rep !== undefined)
          checkCredit(s, `move-${index}`, move.command.rep);
        const now = leadOf(s, move.email);
        if (owner !== undefined) expect(now !== undefined && isOwned(now) && now.owner.rep).toBe(owner);
      }
      for (const fact of s.published) see?.(fact);
      s.ignoreMessages();
    },
    {
      replace: ({ store }) => ({
        store: { ...store, commit: async (w) => (dice() === 0 ? 'conflict' : store.commit(w)) },
      }),
    },
  );

describe('answers, claims, changes of owner, rejections and time-outs in any order', { timeout: 3_600_000 }, () => {
  it('leave ledgers, loads, accounts, attempts, links and clocks as the facts count them, after each', async () => {
    await fc.assert(
      fc.asyncProperty(moves, fc.infiniteStream(fc.nat({ max: 14 })), (played, dice) =>
        run(played, () => dice.next().value ?? 1),
      ),
      { numRuns: RUNS },
    );
  });

  it('come to every way to get a lead and to lose one', async () => {
    const seen = new Set<string>();
    const see = ({ type, detail: { data } }: FactEvent): void => {
      if ('decision' in data && 'by' in data.decision)
        seen.add(`${data.decision.by}${'from' in data ? ', taken' : ''}`);
      else if ('step' in data) seen.add(`${type} ${data.step}`);
      else seen.add('applied' in data ? `${type} ${data.applied}` : type);
    };
    await fc.assert(
      fc.asyncProperty(moves, (played) => run(played, () => 1, see)),
      { numRuns: 400, seed: 2 },
    );
    expect([...seen]).toEqual(
      expect.arrayContaining([
        ...['share', 'overflow', 'account', 'manager'],
        ...['claim', 'claim, taken', 'owner-change', 'owner-change, taken'],
        ...[
          'LeadRejected',
          'LeadWaiting',
          'LeadRecycled',
          'SlaBreached',
          'LeadEscalated reassign',
          'LeadLeftWithOwner',
        ],
        ...['ContactRecorded true', 'ContactRecorded false', 'OutcomeRecorded true'],
      ]),
    );
  });
});
