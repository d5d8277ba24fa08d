import { createDice } from '../../../examples/dice.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../shared/domain/time/durations.ts';
import { acted, captured, sent } from '../scenario/field-world.ts';
import type { Line } from '../scenario/what-if.ts';

const iso = (at: number): string => new Date(at).toISOString();

/** What becomes of a lead, as often as its weight says. */
const FATES = [
  [30, 'won'],
  [35, 'lost'],
  [10, 'open'],
  [10, 'rejected'],
  [15, 'silent'],
] as const;

/** A year of leads for the example agreement: of several sources, campaigns and countries, with what became of them. */
export const yearWithOutcomes = (leads: number, seed = 1): readonly Line[] => {
  const dice = createDice(seed);
  const [from, to] = [Date.UTC(2026, 0, 5), Date.UTC(2026, 11, 20)];
  const lines = Array.from({ length: leads }, (_, index): readonly Line[] => {
    const at = dice.between(from, to);
    const email = `person${index}@company${index}.example`;
    const source = dice.weighted([
      [5, 'website'],
      [3, 'webinar'],
      [2, 'partner'],
      [1, 'trade-fair'],
      [4, 'newsletter'],
    ]);
    const own = [
      captured(iso(at), email, {
        person: { email, firstName: dice.pick(['Ada', 'Grace', 'Mary', 'Zoë']), lastName: `Lead ${index}` },
        company: { name: `Company ${index}`, employees: dice.between(10, 5_000), industry: 'Retail' },
        location: { country: dice.pick(['DE', 'GB', 'FR', 'SE', 'US', 'JP']) },
        source,
        ...(dice.chance(0.6) ? { campaign: dice.pick(['spring-fair', 'cold-chain-2026', 'autumn-stocktake']) } : {}),
      }),
      sent(iso(at + MINUTE_MS), 'LeadActivityRecorded', {
        email,
        kind: 'content-downloaded',
        contentId: dice.pick(['buyers-guide', 'roi-calculator', 'product-tour']),
      }),
    ];
    if (source === 'newsletter' || dice.chance(0.4)) return own;
    own.push(acted(iso(at + 2 * MINUTE_MS), email));
    const fate = dice.weighted(FATES);
    const answeredAt = at + dice.between(5, 90) * MINUTE_MS;
    if (fate === 'silent') return own;
    if (fate === 'rejected')
      return [
        ...own,
        sent(iso(answeredAt), 'RepAnswered', { email, answer: 'reject', reason: dice.pick(['not-a-fit', 'no-time']) }),
      ];
    own.push(
      sent(iso(answeredAt), 'RepAnswered', { email, answer: 'accept' }),
      sent(iso(answeredAt + HOUR_MS / 2), 'LeadContacted', { email }),
      sent(iso(answeredAt + 3 * DAY_MS), 'LeadClosed', {
        email,
        outcome: 'sales-qualified',
        revenue: dice.between(4, 60) * 1_000,
        currency: 'EUR',
      }),
    );
    if (fate === 'open') return own;
    const closedAt = iso(answeredAt + dice.between(5, 60) * DAY_MS);
    return [
      ...own,
      sent(closedAt, 'LeadClosed', {
        email,
        outcome: fate,
        ...(fate === 'won' ? { revenue: dice.between(4, 60) * 1_000, currency: 'EUR' } : {}),
      }),
    ];
  });
  return lines.flat().toSorted((a, b) => Date.parse(a.time) - Date.parse(b.time));
};
