import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createEmbedded } from '../../simulator/embedded.ts';
import { rep, smallAgreement, territory } from '../support/agreement/small-agreement.ts';
import { ON_ITS_WAY, SPELLED, type Spelled } from '../support/fields/spellings.ts';

const NAMES = SPELLED.map((_, nth) => `r${nth}`);

/** A team of one for each value, and one for all that have none of them. Everybody is hot. */
const AGREEMENT = smallAgreement({
  reps: [...NAMES, 'rest'].map((name) => rep(name)),
  territories: [
    ...SPELLED.map(({ path, test }, nth) =>
      territory(NAMES[nth] ?? '', [NAMES[nth] ?? ''], { when: { field: path, test } }),
    ),
    territory('rest', ['rest']),
  ],
  scoring: {
    minimum: ['person.email'],
    fit: [{ name: 'anybody', when: { field: 'person.email', test: { exists: true } }, points: 60 }],
  },
});

const START = Date.parse('2026-11-16T09:00:00Z');

const captureOf = (id: string, { path, country }: Spelled, value: unknown): string => {
  const [group = '', name] = path.split('.');
  const data: Record<string, Record<string, unknown>> = {
    person: { email: `${id}@mail.example` },
    ...(country === undefined ? {} : { location: { country } }),
  };
  const said = name === undefined ? { [group]: value } : { [group]: { ...data[group], [name]: value } };
  const detail = { data: { ...data, ...said } };
  return JSON.stringify({ id, source: 'web', time: '2026-11-16T09:00:00Z', 'detail-type': 'LeadCaptured', detail });
};

/** Who gets the leads of these events, in their order, by the functions themselves. */
const ownersOf = async (events: readonly string[]): Promise<readonly unknown[]> => {
  const owners: unknown[] = [];
  const runtime = createEmbedded({
    agreement: AGREEMENT,
    start: START,
    onFact: ({ type, detail }) => {
      if (type === 'LeadAssigned' && 'rep' in detail.data) owners.push(detail.data.rep);
    },
  });
  for (const event of events) await runtime.deliver(event, 'LeadCaptured');
  return owners;
};

const written = (spelled: Spelled) =>
  fc.tuple(fc.constantFrom(...spelled.spellings), fc.constantFrom(...ON_ITS_WAY)).map(([value, carry]) => carry(value));

describe('leads of one value, written in two ways', { timeout: 3_600_000 }, () => {
  it('get the same owner, who is the one that the agreement names', async () => {
    const pairs = fc.nat({ max: SPELLED.length - 1 }).chain((nth) => {
      const spelled = SPELLED[nth];
      return spelled === undefined
        ? fc.constant(undefined)
        : fc.record({
            nth: fc.constant(nth),
            spelled: fc.constant(spelled),
            both: fc.tuple(written(spelled), written(spelled)),
          });
    });
    await fc.assert(
      fc.asyncProperty(pairs, async (pair) => {
        if (pair === undefined) return;
        const { nth, spelled, both } = pair;
        const events = both.map((value, i) => captureOf(`lead-${i}`, spelled, value));
        expect(await ownersOf(events)).toEqual([NAMES[nth], NAMES[nth]]);
      }),
      { numRuns: Number(process.env.CAPTURES ?? 500) },
    );
  });
});
