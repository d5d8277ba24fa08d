import { type Almanac, Engine } from 'json-rules-engine';
import { Bench } from 'tinybench';
import { createDice, type Dice } from '../examples/dice.ts';
import type { Territory } from '../shared/domain/agreement/agreement.ts';
import type { Fields } from '../shared/domain/condition/condition.ts';
import { createTerritoryMatcher } from '../shared/domain/territory/match-territory.ts';
import { INDUSTRIES } from './agreement.ts';
import { printTable } from './table.ts';

const SIZES = [10, 1_000, 10_000] as const;
const LEADS = 1_000;
/** Leads that both must decide alike before either is timed. */
const COMPARED = 50;

const POSTAL_AREAS = 10_000;
const COUNTRIES = [
  'DE',
  'AT',
  'CH',
  'GB',
  'IE',
  'FR',
  'BE',
  'NL',
  'SE',
  'NO',
  'US',
  'CA',
  'BR',
  'IN',
  'JP',
  'AU',
] as const;

/** A rule as both can say it: one of these countries, of an industry, from a size up, in a postal area. */
interface Rule {
  readonly countries: readonly string[];
  readonly industry: string;
  readonly employees: number;
  readonly postalCode: string;
}

const makeRule = (dice: Dice): Rule => ({
  countries: [dice.pick(COUNTRIES), dice.pick(COUNTRIES)],
  industry: dice.pick(INDUSTRIES),
  employees: dice.pick([1, 50, 250, 1000]),
  postalCode: String(dice.between(0, POSTAL_AREAS - 1)),
});

const territoryOf = (rule: Rule, index: number): Territory => ({
  name: String(index),
  when: {
    all: [
      { field: 'location.country', test: { in: rule.countries } },
      { field: 'company.industry', test: { in: [rule.industry] } },
      { field: 'company.employees', test: { gte: rule.employees } },
      { field: 'location.postalCode', test: { in: [rule.postalCode] } },
    ],
  },
  team: [],
  share: 'count',
  matchLanguage: false,
});

/** First match wins: every rule has a priority of its own, and the first that holds stops the engine. */
const engineOf = (rules: readonly Rule[]): ((lead: Fields) => Promise<string | undefined>) => {
  const engine = new Engine([], { allowUndefinedFacts: true });
  rules.forEach((rule, index) => {
    engine.addRule({
      priority: rules.length - index,
      conditions: {
        all: [
          { fact: 'location.country', operator: 'in', value: [...rule.countries] },
          { fact: 'company.industry', operator: 'equal', value: rule.industry },
          { fact: 'company.employees', operator: 'greaterThanInclusive', value: rule.employees },
          { fact: 'location.postalCode', operator: 'equal', value: rule.postalCode },
        ],
      },
      event: { type: String(index) },
      onSuccess: (_event: unknown, _almanac: Almanac) => void engine.stop(),
    });
  });
  return async (lead) => (await engine.run(lead)).events[0]?.type;
};

const makeLead = (dice: Dice): Fields => ({
  'location.country': dice.pick(COUNTRIES),
  'company.industry': dice.pick(INDUSTRIES),
  'company.employees': dice.between(1, 5_000),
  'location.postalCode': String(dice.between(0, POSTAL_AREAS - 1)),
});

/** A lead that the rule takes, unless one above does. */
const leadOf = (rule: Rule, dice: Dice): Fields => ({
  ...makeLead(dice),
  'location.country': rule.countries[0] ?? '',
  'company.industry': rule.industry,
  'company.employees': rule.employees,
  'location.postalCode': rule.postalCode,
});

const microseconds = (ms: number): string => `${(ms * 1_000).toFixed(ms < 0.01 ? 2 : 0)} us`;

/** Half of the leads match a rule somewhere in the list, half match none. */
export const benchTerritories = async (): Promise<void> => {
  const rows: string[][] = [];
  for (const size of SIZES) {
    const dice = createDice(size);
    const rules = Array.from({ length: size }, () => makeRule(dice));
    const [first = makeRule(dice), ...others] = rules;
    const leads = Array.from({ length: LEADS }, (_, index) =>
      index % 2 === 0 ? leadOf(dice.pick([first, ...others]), dice) : makeLead(dice),
    );
    const match = createTerritoryMatcher(rules.map(territoryOf));
    const run = engineOf(rules);
    for (const lead of leads.slice(0, COMPARED)) {
      const [ours, theirs] = [match(lead)?.name, await run(lead)];
      if (ours !== theirs)
        throw new Error(`Territory ${ours}, json-rules-engine ${theirs}, for ${JSON.stringify(lead)}`);
    }
    let index = 0;
    const next = (): Fields => leads[index++ % LEADS] ?? {};
    const bench = new Bench({ time: 1_000, iterations: 10, warmupTime: 200, warmupIterations: 2 });
    bench.add('golden-hour', () => void match(next()));
    bench.add('json-rules-engine', async () => void (await run(next())));
    await bench.run();
    const [ours = Number.NaN, theirs = Number.NaN] = bench.tasks.map(({ result }) =>
      result.state === 'completed' ? result.latency.mean : Number.NaN,
    );
    rows.push([
      `${size.toLocaleString('en-GB')} rules`,
      microseconds(ours),
      microseconds(theirs),
      `${Math.round(theirs / ours).toLocaleString('en-GB')} x`,
    ]);
  }
  printTable('Territory of a lead, mean', ['', 'golden-hour', 'json-rules-engine', 'ratio'], rows);
};
