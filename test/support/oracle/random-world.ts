import { createDice, type Dice, type Some } from '../../../examples/dice.ts';
import type { Line, Written } from '../scenario/what-if.ts';

/** A rep as the oracle knows them; hours and quiet hours are minutes of each day, UTC. */
export interface PlannedRep {
  readonly id: string;
  readonly from: number;
  readonly to: number;
  readonly languages: readonly string[];
  readonly quiet?: { readonly from: number; readonly to: number };
  readonly capacity?: number;
  readonly manager?: string;
}

export interface PlannedTeam {
  readonly name: string;
  /** Absent where the team takes the rest of the world. */
  readonly country?: string;
  readonly members: readonly { readonly rep: string; readonly weight: number }[];
  readonly share: 'count' | 'score';
  readonly overflow?: string;
  readonly match: boolean;
}

export interface PlannedClause {
  readonly within: number;
  readonly steps: readonly { readonly at: number; readonly do: 'remind' | 'tell-manager' | 'reassign' | 'recycle' }[];
}

/** What is agreed, in minutes; every clause is by the wall clock. */
export interface Plan {
  readonly reps: readonly PlannedRep[];
  readonly teams: readonly PlannedTeam[];
  readonly alert: number;
  readonly accept: PlannedClause;
  readonly contact: PlannedClause;
  readonly maxOwners: number;
  readonly throttle?: { readonly max: number; readonly per: number };
}

export const REASONS = {
  'no-time': 'reassign',
  'wrong-person': 'reassign',
  'not-a-fit': 'recycle',
  'bad-contact': 'return-to-marketing',
  duplicate: 'close',
} as const;

export interface World {
  readonly plan: Plan;
  readonly written: Written;
  readonly lines: readonly Line[];
}

const MINUTE = 60_000;
const START = Date.parse('2026-03-02T07:00:00Z');
const LANGUAGES = ['de', 'fr', 'en'] as const;
const COUNTRIES = ['DE', 'FR', 'US'] as const;

const planRep = (dice: Dice, id: string): PlannedRep => {
  const [from, to] = dice.weighted([
    [3, [0, 1440]],
    [3, [8 * 60, 18 * 60]],
    [1, [dice.between(0, 10) * 60, dice.between(14, 23) * 60]],
  ] as const);
  return {
    id,
    from,
    to,
    languages: dice.weighted([
      [2, LANGUAGES],
      [1, [dice.pick(LANGUAGES)]],
    ] as const),
    ...(dice.chance(0.5) ? { quiet: { from: 20 * 60, to: dice.between(5, 9) * 60 } } : {}),
    ...(dice.chance(0.4) ? { capacity: dice.between(2, 12) } : {}),
    ...(dice.chance(0.5) ? { manager: 'mia' } : {}),
  };
};

const planTeam = (dice: Dice, name: string, reps: readonly PlannedRep[], country?: string): PlannedTeam => ({
  name,
  ...(country === undefined ? {} : { country, ...(dice.chance(0.6) ? { overflow: 'Rest' } : {}) }),
  members: reps.map(({ id }) => ({ rep: id, weight: dice.pick([1, 1, 1, 2, 0.5]) })),
  share: dice.chance(0.3) ? 'score' : 'count',
  match: dice.chance(0.5),
});

const ACCEPT: Some<PlannedClause> = [
  {
    within: 30,
    steps: [
      { at: 15, do: 'remind' },
      { at: 30, do: 'reassign' },
    ],
  },
  {
    within: 60,
    steps: [
      { at: 20, do: 'remind' },
      { at: 40, do: 'reassign' },
    ],
  },
  {
    within: 120,
    steps: [
      { at: 30, do: 'remind' },
      { at: 60, do: 'remind' },
      { at: 120, do: 'tell-manager' },
    ],
  },
  { within: 45, steps: [{ at: 60, do: 'recycle' }] },
];

const planOf = (dice: Dice): Plan => {
  const reps = Array.from({ length: dice.between(4, 8) }, (_, index) => planRep(dice, `r${index}`));
  const cut = dice.between(1, reps.length - 2);
  const mia: PlannedRep = { id: 'mia', from: 0, to: 1440, languages: [] };
  return {
    reps: [...reps, mia],
    teams: [
      planTeam(dice, 'Germany', reps.slice(0, cut), 'DE'),
      planTeam(dice, 'France', reps.slice(cut - 1, cut + 1), 'FR'),
      planTeam(dice, 'Rest', reps.slice(cut)),
    ],
    alert: dice.pick([30, 60, 240]),
    accept: dice.pick(ACCEPT),
    contact: {
      within: 60,
      steps: [
        { at: 45, do: 'remind' },
        { at: 60, do: 'tell-manager' },
      ],
    },
    maxOwners: dice.between(1, 4),
    ...(dice.chance(0.5) ? { throttle: { max: dice.between(1, 4), per: 10 } } : {}),
  };
};

const two = (value: number): string => String(value).padStart(2, '0');
const dayTime = (minute: number): string => `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
const duration = (minutes: number): string => `PT${minutes}M`;

const writtenClause = ({ within, steps }: PlannedClause) => ({
  within: duration(within),
  clock: 'wall',
  steps: steps.map((step) => ({ at: duration(step.at), do: step.do })),
});

const writtenOf = ({ reps, teams, throttle, ...plan }: Plan): Written => ({
  scoring: {
    hot: 10,
    minimum: [],
    fit: [
      { name: 'any', when: { 'person.email': { exists: true } }, points: 10 },
      { name: 'large', when: { 'company.employees': { gte: 100 } }, points: 25 },
      { name: 'larger', when: { 'company.employees': { gte: 1000 } }, points: 40.5 },
    ],
    behaviour: { halfLife: 'P7D', actions: [] },
  },
  territories: teams.map(({ name, country, members, share, overflow, match }) => ({
    name,
    ...(country === undefined ? {} : { when: { 'location.country': country } }),
    team: members,
    share,
    ...(overflow === undefined ? {} : { overflow }),
    ...(match ? { language: 'match' } : {}),
  })),
  reps: reps.map(({ id, from, to, languages, quiet, capacity, manager }, index) => ({
    id,
    name: id,
    email: `${id}@sales.example`,
    phone: `+49151123450${two(index)}`,
    timeZone: 'UTC',
    hours: { 'mon-sun': [`${dayTime(from)}-${dayTime(to)}`] },
    languages,
    ...(quiet === undefined ? {} : { quiet: `${dayTime(quiet.from)}-${dayTime(quiet.to)}` }),
    ...(capacity === undefined ? {} : { capacity: { open: capacity } }),
    ...(manager === undefined ? {} : { manager }),
  })),
  sla: {
    alert: { within: duration(plan.alert) },
    accept: writtenClause(plan.accept),
    contact: writtenClause(plan.contact),
    maxOwners: plan.maxOwners,
    rejectReasons: REASONS,
    ...(throttle === undefined ? {} : { alerts: { throttle: { max: throttle.max, per: duration(throttle.per) } } }),
  },
});

/** What people do about a lead: nothing for a while, then answers of every kind, some too late, some after its end. */
const answersOf = (dice: Dice, email: string): readonly (readonly [type: string, data: Record<string, unknown>])[] => {
  const reasons = Object.keys(REASONS) as unknown as Some<keyof typeof REASONS>;
  return Array.from({ length: dice.between(0, 4) }, () =>
    dice.weighted([
      [4, ['RepAnswered', { email, answer: 'accept' }]],
      [5, ['RepAnswered', { email, answer: 'reject', reason: dice.pick(reasons) }]],
      [2, ['LeadContacted', { email }]],
      [3, ['LeadClosed', { email, outcome: dice.pick(['won', 'lost', 'sales-qualified']) }]],
    ] as const),
  );
};

/** An agreement and about so many lines, the same for the same seed. */
export const randomWorld = (seed: number, length: number): World => {
  const dice = createDice(seed);
  const plan = planOf(dice);
  const drafts: { at: number; type: string; data: Record<string, unknown> }[] = [];
  let at = START;
  for (let index = 0; drafts.length < length; index += 1) {
    // Some come in bursts, and companies come again: their owners get the leads.
    at += dice.chance(0.3) ? dice.between(1, 20) * 1000 : dice.between(1, 25) * MINUTE + dice.between(0, 59) * 1000;
    const company = dice.chance(0.5) ? `c${dice.between(0, 9)}` : `d${index}`;
    const email = `l${index}@${company}.example`;
    const data = {
      person: { email },
      company: { name: company, employees: dice.pick([5, 200, 5000]) },
      location: { country: dice.pick(COUNTRIES) },
      ...(dice.chance(0.8) ? { language: dice.pick(LANGUAGES) } : {}),
    };
    drafts.push({ at, type: 'LeadCaptured', data });
    let later = at;
    for (const [type, answer] of answersOf(dice, email)) {
      later += dice.between(0, 50) * MINUTE + dice.between(1, 59) * 1000;
      drafts.push({ at: later, type, data: answer });
    }
    if (dice.chance(0.15)) drafts.push({ at: later + dice.between(5, 600) * MINUTE, type: 'LeadCaptured', data });
  }
  const lines = drafts
    .toSorted((a, b) => a.at - b.at)
    .map(({ at: time, type, data }, index) => ({
      id: `e${String(index).padStart(6, '0')}`,
      source: 'oracle',
      time: new Date(time).toISOString(),
      'detail-type': type,
      detail: { data },
    }));
  return { plan, written: writtenOf(plan), lines };
};
