import { Bench } from 'tinybench';
import { createDice, type Dice } from '../examples/dice.ts';
import { readAgreement } from '../shared/agreement/read-agreement.ts';
import type { Fields } from '../shared/domain/condition/condition.ts';
import { matches } from '../shared/domain/condition/matches.ts';
import { isOwned, type Lead } from '../shared/domain/lead/lead.ts';
import { dropLead } from '../shared/domain/routing/rep-load.ts';
import { keysToRoute, routeLead } from '../shared/domain/routing/route-lead.ts';
import type { Routing } from '../shared/domain/routing/routing.ts';
import type { RoutableLead } from '../shared/domain/routing/routing-case.ts';
import { accountDomain, type RoutingState } from '../shared/domain/routing/routing-state.ts';
import { createRules, type Rules } from '../shared/domain/rules.ts';
import { INDUSTRIES, MARKETS, writeBenchAgreement } from './agreement.ts';
import { hotLead } from './hot-lead.ts';
import { makeLargeAgreement, type Patch } from './large-agreement.ts';
import { printTable, whole } from './table.ts';
import { workFolder } from './work-folder.ts';

/** A Monday. */
const START = Date.parse('2026-11-02T00:00:00Z');
const DAY = 86_400_000;
/** They come at every hour of a working day. */
const LEADS_A_DAY = 20_000;
/** So many leads later a lead has ended, and its rep has room for another. */
const OPEN = 8_000;
/** Decisions that are compared with the agreement before any is timed. */
const COMPARED = 500;

const stranger = (dice: Dice): Fields => ({
  'location.country': dice.pick(MARKETS).country,
  'company.industry': dice.pick(INDUSTRIES),
  'company.employees': dice.between(1, 5_000),
  'location.postalCode': String(dice.between(0, 99_999)).padStart(5, '0'),
});

/** Whom the territory takes, unless one above does. */
const resident = ({ market, industry, employees, postal }: Patch, dice: Dice): Fields => ({
  'location.country': market.country,
  'company.industry': industry,
  'company.employees': employees + dice.between(0, 500),
  'location.postalCode': postal.padEnd(5, String(dice.between(0, 9))),
});

type Records<T> = Readonly<Record<string, T>>;

const picked = <T>(all: ReadonlyMap<string, T>, ids: readonly string[]): Records<T> =>
  Object.fromEntries(
    ids.flatMap((id) => {
      const value = all.get(id);
      return value === undefined ? [] : [[id, value]];
    }),
  );

const put = <T>(all: Map<string, T>, values: Records<T>): void => {
  for (const [id, value] of Object.entries(values)) all.set(id, value);
};

/** As route-lead decides: it loads what the lead asks for, and saves what the decision made of it. */
const createOffice = (rules: Rules) => {
  const { agreement } = rules;
  const ledgers = new Map<string, RoutingState['ledgers'][string]>();
  const loads = new Map<string, RoutingState['loads'][string]>();
  const accounts = new Map<string, RoutingState['accounts'][string]>();
  const open: string[] = [];
  const route = (lead: RoutableLead, now: number): Routing => {
    const domain = accountDomain(lead, agreement) ?? '';
    const keys = keysToRoute(lead, rules, accounts.get(domain));
    const state: RoutingState = {
      ledgers: picked(ledgers, keys.ledgers),
      loads: picked(loads, keys.loads),
      accounts: picked(accounts, [domain]),
    };
    const routing = routeLead(lead, { state, rules, now });
    put(ledgers, routing.state.ledgers);
    put(loads, routing.state.loads);
    put(accounts, routing.state.accounts);
    return routing;
  };
  /** The lead's rep has it, and whoever has had one for the longest has a hand free again. */
  const settle = (lead: Lead): void => {
    if (isOwned(lead)) open.push(lead.owner.rep);
    const rep = open.length > OPEN ? open.shift() : undefined;
    const load = rep === undefined ? undefined : loads.get(rep);
    if (rep !== undefined && load !== undefined) loads.set(rep, dropLead(load));
  };
  return { route, settle, openOf: (rep: string): number => loads.get(rep)?.open ?? 0 };
};

interface Arrival {
  readonly lead: RoutableLead;
  readonly now: number;
}

/** One lead after the other: nine in ten of a territory in the list, one in ten of a company that is known. */
const arrivals = (rules: Rules, patches: readonly Patch[]): (() => Arrival) => {
  const dice = createDice(2);
  let index = 0;
  return () => {
    const day = Math.floor(index / LEADS_A_DAY);
    const weekends = 2 * Math.floor(day / 5);
    const now = START + (day + weekends + (index % LEADS_A_DAY) / LEADS_A_DAY) * DAY;
    index += 1;
    const patch = dice.chance(0.9) ? patches[dice.between(0, patches.length - 1)] : undefined;
    const company = dice.chance(0.1) ? dice.between(0, 999) : index + 1_000;
    const captured = {
      ...(patch === undefined ? stranger(dice) : resident(patch, dice)),
      'company.name': `Company ${company}`,
      'company.domain': `company${company}.example`,
    };
    return { lead: hotLead(`lead-${index}`, captured, rules, Math.floor(now)).lead, now: Math.floor(now) };
  };
};

type Tally = Record<'share' | 'overflow' | 'account' | 'waiting', number>;

const outcomeOf = (lead: Lead): keyof Tally => {
  const by = isOwned(lead) ? lead.owner.by : undefined;
  return by === 'share' || by === 'overflow' || by === 'account' ? by : 'waiting';
};

/** Throws where a decision is not what the agreement says: the first territory that holds, nobody above capacity. */
const check = ({ lead: before }: Arrival, { lead }: Routing, { agreement }: Rules, openOf: (rep: string) => number) => {
  const first = agreement.territories.find(({ when }) => when === undefined || matches(when, before.fields))?.name;
  const decided = isOwned(lead) ? lead.owner.territory : lead.stage === 'waiting' ? lead.territory : undefined;
  if (decided !== first) throw new Error(`${lead.id} is of ${first}, and was decided in ${decided}`);
  const rep = isOwned(lead) ? lead.owner.rep : undefined;
  const most = rep === undefined ? 0 : (agreement.reps[rep]?.capacity.open ?? 0);
  if (rep !== undefined && openOf(rep) > most) throw new Error(`${rep} has ${openOf(rep)} leads and takes ${most}`);
};

/**
 * Whom a hot lead goes to, at 10,000 territories and 500 reps: the territory, the account, who is at work and has
 * room, the fair share, the record of it all. Nothing is loaded or saved: that is what `runtime` and `conflicts` are for.
 */
export const benchDecisions = async (): Promise<void> => {
  const folder = workFolder('decisions');
  const { rows, patches } = makeLargeAgreement();
  writeBenchAgreement(folder, rows);
  const started = performance.now();
  const agreement = await readAgreement(folder, 2026);
  const read = performance.now() - started;
  const rules = createRules(agreement);
  const office = createOffice(rules);
  const arrive = arrivals(rules, patches);
  const tally: Tally = { share: 0, overflow: 0, account: 0, waiting: 0 };
  for (let index = 0; index < COMPARED; index += 1) {
    const arrival = arrive();
    const routing = office.route(arrival.lead, arrival.now);
    check(arrival, routing, rules, office.openOf);
    office.settle(routing.lead);
  }
  let arrival = arrive();
  let routing: Routing | undefined;
  const bench = new Bench({ time: 5_000, iterations: LEADS_A_DAY, warmupTime: 500, warmupIterations: 100 });
  bench.add(
    'decision',
    () => {
      routing = office.route(arrival.lead, arrival.now);
    },
    {
      beforeEach: () => {
        arrival = arrive();
      },
      afterEach: () => {
        if (routing === undefined) return;
        office.settle(routing.lead);
        tally[outcomeOf(routing.lead)] += 1;
      },
    },
  );
  await bench.run();
  const [result] = bench.tasks.map((task) => task.result);
  if (result?.state !== 'completed') throw new Error('The benchmark of decisions did not come to its end');
  const { mean, p50, p99 } = result.latency;
  const all = Object.values(tally).reduce((sum, count) => sum + count, 0);
  const percent = (count: number): string => `${((100 * count) / all).toFixed(0)} %`;
  printTable(
    `Routing decisions, ${whole(agreement.territories.length)} territories, ${whole(Object.keys(agreement.reps).length)} reps`,
    ['', ''],
    [
      ['agreement read, checked and compiled', `${(read / 1_000).toFixed(1)} s`],
      ['decisions', whole(all)],
      ['a second', whole(1_000 / mean)],
      ['p50', `${whole(p50 * 1_000)} us`],
      ['p99', `${whole(p99 * 1_000)} us`],
      ['to the team', percent(tally.share)],
      ['to the team that helps out', percent(tally.overflow)],
      ["to the account's owner", percent(tally.account)],
      ['in line', percent(tally.waiting)],
    ],
  );
};
