import { describe, expect, it } from 'vitest';
import { documentsIn } from '../../cli/cold-list/held-documents.ts';
import { suggestLeads } from '../../shared/application/suggesting/suggest-leads.ts';
import { readFact } from '../../shared/contracts/events/facts.ts';
import { isOfLead } from '../../shared/domain/lead/facts.ts';
import { suggestedNow } from '../../shared/domain/measures/lead-lists.ts';
import { readCycles } from '../../shared/domain/measures/read-cycles.ts';
import { coldList } from '../../shared/domain/suggestions/cold-list.ts';
import { DAY, rep, smallAgreement, territory } from '../support/agreement/small-agreement.ts';
import { play, type Scenario } from '../support/scenario/scenario.ts';

/** 55 points that fade by half in two weeks: warm for ten days. */
const warmed = async (s: Scenario, email: string): Promise<void> => {
  await s.event('09:00', 'LeadCaptured', { person: { email }, company: { name: 'Acme' }, visitorId: email });
  await s.event('09:10', 'LeadActivityRecorded', { email, kind: 'page-viewed', url: '/pricing' });
  await s.event('09:20', 'LeadActivityRecorded', { email, kind: 'webinar-attended' });
};

const suggest = async ({ runtime }: Scenario): Promise<readonly string[]> => {
  const { leads, loadOf } = await documentsIn(runtime.store);
  const { ports } = runtime;
  const list = coldList(leads.values(), loadOf, ports.rules, ports.time.now());
  const suggested = await suggestLeads(list, ports);
  await runtime.settle();
  return suggested.map(({ leadId, rep: caller }) => `${leads.get(leadId)?.email} ${caller}`);
};

const team = (open: number) =>
  smallAgreement({
    reps: [rep('ana', { capacity: { open } })],
    territories: [territory('Everywhere', ['ana'])],
    sla: { accept: { withinMs: DAY, clock: 'wall', steps: [{ atMs: DAY, do: 'recycle' }] } },
  });

describe('a lead that is worth another call', () => {
  it('is suggested to whoever has room, and stays where it is', () =>
    play(team(5), async (s) => {
      await warmed(s, 'quiet@mail.example');
      await s.pass('+8 09:30');
      expect(await suggest(s)).toEqual(['quiet@mail.example ana']);
      expect(s.facts('quiet@mail.example', 'LeadSuggested')).toEqual(['+8 09:30 LeadSuggested ana nurtured']);
      expect(s.runtime.store.leads()).toMatchObject([{ stage: 'nurture' }]);
      s.ignoreMessages();
    }));

  it('is suggested once a month at most, to as many as have room', () =>
    play(team(1), async (s) => {
      await warmed(s, 'one@mail.example');
      await warmed(s, 'two@mail.example');
      await s.pass('+8 09:30');
      expect(await suggest(s)).toHaveLength(1);
      expect(await suggest(s)).toEqual([]);
      s.ignoreMessages();
    }));

  it('is told of by the figures until it is passed on, or for a month', () =>
    play(team(5), async (s) => {
      await warmed(s, 'quiet@mail.example');
      await s.pass('+8 09:30');
      await suggest(s);
      const { store, ports } = s.runtime;
      const suggestedAt = async (asOf: number) => {
        const [lead] = [...store.leads()];
        const facts = (await store.history(lead?.id ?? '')).map((event) => ({
          at: Date.parse(event.detail.metadata.occurredAt),
          fact: readFact(event),
        }));
        const ofLead = facts.flatMap(({ at, fact }) => (isOfLead(fact) ? [{ at, fact }] : []));
        return suggestedNow(readCycles(lead?.id ?? '', ofLead, ports.rules.agreement.sla), { asOf });
      };
      const now = ports.time.now();
      expect(await suggestedAt(now)).toMatchObject([{ rep: 'ana', was: 'nurtured', territory: 'Everywhere' }]);
      expect(await suggestedAt(now + 31 * DAY)).toEqual([]);
      await s.capture('+8 10:00', 'quiet@mail.example');
      expect(await suggestedAt(ports.time.now())).toEqual([]);
      s.ignoreMessages();
    }));
});
