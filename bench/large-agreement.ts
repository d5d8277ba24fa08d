import { createDice, type Dice } from '../examples/dice.ts';
import { INDUSTRIES, MARKETS, type Market, type Rows } from './agreement.ts';

const TERRITORIES = 10_000;
const REPS = 500;
const REPS_IN_A_TEAM = 6;
export const REST_OF_WORLD = 'Rest of world';

/** What a territory of the large agreement takes. */
export interface Patch {
  readonly market: Market;
  readonly industry: string;
  readonly employees: number;
  /** What the postal code starts with. */
  readonly postal: string;
}

const repId = (index: number): string => `rep-${index}`;

const reps = (): readonly object[] =>
  Array.from({ length: REPS }, (_, index) => {
    const market = MARKETS[index % MARKETS.length] ?? MARKETS[0];
    return {
      id: repId(index),
      name: `Rep ${index}`,
      email: `${repId(index)}@example.com`,
      ...(index < MARKETS.length ? {} : { manager: repId(index % MARKETS.length) }),
      timeZone: market.timeZone,
      languages: ['en'],
      hours: { 'mon-fri': index % 3 === 0 ? ['08:00-12:30', '13:30-18:00'] : ['08:00-17:00'] },
      calendar: market.calendar,
      capacity: { open: 100, perDay: 60 },
    };
  });

/** Mostly of the territory's own market. */
const teamOf = (market: Market, dice: Dice): readonly object[] => {
  const first = MARKETS.findIndex(({ id }) => id === market.id);
  const team = new Set<number>();
  while (team.size < REPS_IN_A_TEAM) {
    const anybody = dice.between(0, REPS - 1);
    team.add(dice.chance(0.8) ? Math.min(anybody - (anybody % MARKETS.length) + first, REPS - 1) : anybody);
  }
  return [...team].map((index, place) => ({ rep: repId(index), weight: place === 0 ? 2 : 1 }));
};

const makePatch = (index: number, dice: Dice): Patch => ({
  market: dice.pick(MARKETS),
  industry: dice.pick(INDUSTRIES),
  employees: dice.pick([1, 50, 250, 1_000]),
  postal: String(index).padStart(4, '0'),
});

/** Ten thousand territories by country, industry, size and postal district, and five hundred reps in eleven zones. */
export const makeLargeAgreement = (): { readonly rows: Rows; readonly patches: readonly Patch[] } => {
  const dice = createDice(1);
  const patches = Array.from({ length: TERRITORIES - 1 }, (_, index) => makePatch(index, dice));
  const territories = patches.map(({ market, industry, employees, postal }, index) => ({
    name: `Territory ${index}`,
    when: {
      'location.country': market.country,
      'company.industry': industry,
      'company.employees': { gte: employees },
      'location.postalCode': { startsWith: postal },
    },
    team: teamOf(market, dice),
    share: index % 2 === 0 ? 'count' : 'score',
    overflow: REST_OF_WORLD,
  }));
  const everybody = Array.from({ length: 50 }, (_, index) => ({ rep: repId(index * (REPS / 50)) }));
  return { rows: { territories: [...territories, { name: REST_OF_WORLD, team: everybody }], reps: reps() }, patches };
};
