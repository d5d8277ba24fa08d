import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openLink } from '../../shared/application/answering/open-link.ts';
import { nextInstant } from '../../shared/domain/clock/next-recheck.ts';
import type { Documents, DocumentType } from '../../shared/domain/documents.ts';
import { isOwned, type Lead, type OwnedLead } from '../../shared/domain/lead/lead.ts';
import { rep, smallAgreement, territory, withoutManager } from '../support/agreement/small-agreement.ts';
import { httpEvent } from '../support/pages/http-event.ts';
import { type CountedLead, createRecount, type Recount } from '../support/scenario/recount.ts';
import { play, type Scenario } from '../support/scenario/scenario.ts';

/** How many random plays; each is another interleaving. */
const RUNS = Number(process.env.INTERLEAVINGS ?? 200);

const agreement = smallAgreement({
  reps: [
    rep('ana', { capacity: { open: 2 } }),
    rep('ben', { capacity: { open: 1, perDay: 3 } }),
    rep('cem', { capacity: { open: 1 } }),
    rep('dee', { capacity: { open: 0 } }),
    withoutManager(rep('mia')),
  ],
  territories: [
    territory('North', ['ana', 'ben'], {
      when: { field: 'location.country', test: { in: ['NO'] } },
      overflow: 'Rest',
      share: 'score',
    }),
    territory('Rest', ['ana', 'cem']),
  ],
});

/** With the company whose account the lead is; of free mail none. */
const COMPANIES: Readonly<Record<string, string | undefined>> = {
  'a@acme.example': 'acme.example',
  'b@acme.example': 'acme.example',
  'c@other.example': 'other.example',
  'd@mail.example': undefined,
};
const EMAILS = Object.keys(COMPANIES);
const REPS = ['ana', 'ben', 'cem', 'dee'];

type Command =
  | { readonly do: 'capture'; readonly country: string; readonly employees: number }
  | { readonly do: 'answer'; readonly type: string; readonly data: object; readonly rep?: string | undefined }
  | { readonly do: 'link'; readonly answer: string; readonly which: number };

interface Move {
  readonly email: string;
  readonly command: Command;
  /** Minutes that pass before it. */
  readonly after: number;
  /** Minutes by which it occurred before it comes. */
  readonly ago: number;
  readonly twice: boolean;
}

const someRep = fc.constantFrom(...REPS);
const maybeRep = fc.option(fc.constantFrom(...REPS, 'zoe'), { nil: undefined, freq: 5 });

const answers = <D extends object>(type: string, rep: fc.Arbitrary<string | undefined>, data: fc.Arbitrary<D>) =>
  fc.record({ do: fc.constant('answer' as const), type: fc.constant(type), rep, data });

const commands: fc.Arbitrary<Command> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('capture' as const),
      country: fc.constantFrom('NO', 'DE'),
      employees: fc.constantFrom(5, 500, 500, 500),
    }),
  },
  { weight: 4, arbitrary: answers('RepAnswered', maybeRep, fc.constant({ answer: 'accept' })) },
  {
    weight: 3,
    arbitrary: answers(
      'RepAnswered',
      maybeRep,
      fc.constantFrom('no-time', 'wrong-territory', 'not-a-fit').map((reason) => ({ answer: 'reject', reason })),
    ),
  },
  { weight: 3, arbitrary: answers('LeadContacted', maybeRep, fc.constant({})) },
  { weight: 1, arbitrary: answers('ContactAttempted', maybeRep, fc.constant({ note: 'no answer' })) },
  { weight: 4, arbitrary: answers('LeadOwnerChanged', someRep, fc.constant({ by: 'crm' })) },
  {
    weight: 1,
    arbitrary: answers(
      'LeadClosed',
      maybeRep,
      fc.constantFrom('won', 'lost', 'sales-qualified').map((outcome) => ({ outcome })),
    ),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('link' as const),
      answer: fc.constantFrom('accept', 'contacted', 'qualified', 'not-now'),
      which: fc.nat({ max: 9 }),
    }),
  },
);

const moves: fc.Arbitrary<readonly Move[]> = fc.array(
  fc.record({
    email: fc.constantFrom(...EMAILS),
    command: commands,
    after: fc.constantFrom(0, 0, 1, 5, 15, 30, 31, 60, 240),
    ago: fc.constantFrom(0, 0, 0, 0, 1, 20, 45),
    twice: fc.boolean(),
  }),
  { minLength: 1, maxLength: 16, size: 'max' },
);

interface SentLink {
  readonly token: string;
  readonly leadId: string;
  readonly rep: string | null;
  readonly attempt: number;
  readonly cycle: number;
}

const clock = (minute: number): string => {
  const [days, hours, minutes] = [Math.floor(minute / 1440), Math.floor(minute / 60) % 24, minute % 60];
  return `${days === 0 ? '' : `+${days} `}${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
};

const CLAUSE_OF = { assigned: 'accept', accepted: 'contact', contacted: 'verdict' } as const;

const leadOf = (s: Scenario, email: string): Lead | undefined =>
  [...s.runtime.store.leads()].find((lead) => lead.email === email);

const documentOf = async <T extends DocumentType>(
  s: Scenario,
  type: T,
  id: string,
): Promise<Documents[T] | undefined> => {
  const key = { type, id };
  return (await s.runtime.store.load([key])).get(key)?.value;
};

/** What the lead says of its owner, its attempts and its clock, beside what its facts say. */
const checkOwned = (lead: OwnedLead, counted: CountedLead, now: number): void => {
  const { owner } = counted;
  const clause = CLAUSE_OF[lead.stage];
  expect({ rep: lead.owner.rep, attempt: lead.owner.attempt, stage: lead.stage }).toEqual({
    rep: owner?.rep,
    attempt: owner?.attempt,
    stage: owner?.stage,
  });
  expect({ clause: lead.clause?.name, dueAt: lead.clause?.dueAt }).toEqual({
    clause,
    dueAt: (owner?.since ?? 0) + (agreement.sla[clause]?.withinMs ?? 0),
  });
  expect(counted.clock).toMatchObject({ clause, attempt: lead.owner.attempt });
  expect(nextInstant(lead)).toBeGreaterThanOrEqual(now);
};

const checkLeads = (s: Scenario, recount: Recount): void => {
  for (const lead of s.runtime.store.leads()) {
    const counted = recount.leads.get(lead.id);
    if (isOwned(lead) && counted !== undefined) checkOwned(lead, counted, s.runtime.now());
    else expect(counted?.owner, `${lead.email} (${lead.stage})`).toBeUndefined();
    if (lead.stage === 'nurture' || lead.stage === 'uncaptured') continue;
    expect([lead.attempt, lead.pastOwners]).toEqual([counted?.attempt, counted?.pastOwners]);
    expect(lead.notices).toEqual([]);
  }
};

const checkReps = async (s: Scenario, { open, days }: Recount): Promise<void> => {
  for (const id of Object.keys(agreement.reps)) {
    const load = await documentOf(s, 'rep', id);
    expect(load?.open ?? 0, `open leads of ${id}`).toBe(open.filter((one) => one.rep === id).length);
    expect(load?.today ?? 0, `leads of ${id} on one day`).toBe(days.get(`${id} ${load?.day}`) ?? 0);
  }
};

const checkLedgers = async (s: Scenario, { received }: Recount): Promise<void> => {
  for (const { name } of agreement.territories) {
    const ledger = await documentOf(s, 'ledger', name);
    for (const id of Object.keys(agreement.reps)) {
      const { leads = 0, value = 0 } = ledger?.shares[id] ?? {};
      expect({ leads, value }, `${id} in ${name}`).toEqual(received.get(`${name} ${id}`) ?? { leads: 0, value: 0 });
    }
  }
};

const checkAccounts = async (s: Scenario, { open, owners }: Recount): Promise<void> => {
  const leads = [...s.runtime.store.leads()];
  for (const company of new Set(Object.values(COMPANIES))) {
    if (company === undefined) continue;
    const ids = leads.filter(({ email }) => COMPANIES[email] === company).map(({ id }) => id);
    const account = await documentOf(s, 'account', company);
    expect(account?.open ?? []).toEqual(open.filter(({ leadId }) => ids.includes(leadId)));
    expect(account?.lastOwner).toBe(owners.findLast(({ leadId }) => ids.includes(leadId))?.rep);
    const waiting = leads.filter(({ id, stage }) => ids.includes(id) && stage === 'waiting').map(({ id }) => id);
    expect(account?.waiting ?? []).toEqual(expect.arrayContaining(waiting));
    const served = open.filter(({ leadId }) => account?.waiting?.includes(leadId));
    expect(served).toEqual([]);
  }
};

/** A link opens its lead for its own rep's attempt, and for nobody else. */
const checkLinks = async (s: Scenario, recount: Recount, links: readonly SentLink[]): Promise<void> => {
  for (const { token, leadId, ...sent } of links) {
    const { opens } = await openLink({ token }, s.runtime.now(), s.runtime.ports);
    const { cycle, owner } = recount.leads.get(leadId) ?? {};
    const isOwners = cycle === sent.cycle && owner?.rep === sent.rep && owner?.attempt === sent.attempt;
    expect(opens, `the link of ${sent.rep} in attempt ${sent.attempt}`).toBe(isOwners ? 'lead' : 'nothing');
  }
};

/** Whoever an event names has done what its facts say, and nobody else. */
const checkCredit = (s: Scenario, eventId: string, doer: string): void => {
  for (const { type, detail } of s.published) {
    const { data, metadata } = detail;
    if (
      metadata.causationId !== eventId ||
      !/^(LeadAccepted|LeadRejected|ContactRecorded|ContactAttemptRecorded|OutcomeRecorded)$/.test(type)
    )
      continue;
    expect([doer, undefined]).toContain('rep' in data ? data.rep : undefined);
  }
};

/** What must become of an event that is new and not late, by what was known before it. */
const expectedOwner = ({ command, ago }: Move, before: Lead | undefined, recount: Recount): string | undefined => {
  if (command.do !== 'answer' || ago > 0 || before === undefined || command.rep === undefined) return undefined;
  const { type, data, rep: id } = command;
  if (agreement.reps[id] === undefined) return undefined;
  if (type === 'LeadOwnerChanged') {
    const isOver = before.stage === 'ended' && before.end !== 'recycled' && before.end !== 'returned';
    return isOver || before.stage === 'uncaptured' ? undefined : id;
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

const run = (played: readonly Move[], dice: () => number): Promise<void> =>
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
          if (token !== undefined) links.push({ token, leadId, rep: message.rep, attempt, cycle });
        }
        messages = s.sent.length;
      };
      const check = async (): Promise<void> => {
        expect(recount.problems).toEqual([]);
        checkLeads(s, recount);
        await checkReps(s, recount);
        await checkLedgers(s, recount);
        await checkAccounts(s, recount);
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
});
