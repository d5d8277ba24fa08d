import { createDice, type Dice } from '../../../examples/dice.ts';
import { zoneNamed } from '../../../examples/zone-named.ts';
import type { Agreement, Rep, Territory } from '../../../shared/domain/agreement/agreement.ts';
import type { Duty } from '../../../shared/domain/duty/duty.ts';
import { without } from '../../../shared/domain/time/interval.ts';
import type { Opening, Schedule } from '../../../shared/domain/time/schedule.ts';
import { always, clause, MINUTE, rep, smallAgreement, territory } from './small-agreement.ts';

const ZONES = [
  'Europe/Berlin',
  'America/New_York',
  'Asia/Kolkata',
  'UTC',
  'Australia/Lord_Howe',
  'America/Santiago',
] as const;
const DAY = 1_440;

/** `YYYY-MM-DD`, so many days after a Monday. */
const dateAfter = (monday: string, days: number): string =>
  new Date(Date.parse(`${monday}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

const randomDay = (dice: Dice): readonly Opening[] => {
  if (dice.chance(0.25)) return [];
  const from = 15 * dice.between(0, 80);
  const to = from + 15 * dice.between(8, 60);
  if (dice.chance(0.3) && to - from > 180)
    return [
      { from, to: from + 90 },
      { from: from + 150, to: Math.min(to, 2 * DAY) },
    ];
  return [{ from, to: Math.min(to, 2 * DAY) }];
};

const randomSchedule = (dice: Dice, monday: string): Schedule => {
  const same = randomDay(dice);
  const off = dice.between(7, 80);
  return {
    ...always(),
    zone: zoneNamed(dice.pick(ZONES)),
    week: Array.from({ length: 7 }, (_, day) => (day < 5 && dice.chance(0.7) ? same : randomDay(dice))),
    away: dice.chance(0.3) ? [{ from: dateAfter(monday, off), to: dateAfter(monday, off + dice.between(0, 9)) }] : [],
    dateHours: dice.chance(0.3) ? { [dateAfter(monday, dice.between(7, 80))]: randomDay(dice) } : {},
    holidays: dice.chance(0.3) ? [dateAfter(monday, dice.between(7, 80))] : [],
  };
};

const randomRep = (dice: Dice, id: string, monday: string): Rep => {
  const channels = dice.pick([['sms'], ['email'], ['sms', 'email'], ['sms']] as const);
  const [from, to] = [30 * dice.between(0, 47), 30 * dice.between(0, 47)];
  return rep(id, {
    schedule: randomSchedule(dice, monday),
    channels,
    ...(dice.chance(0.5) ? { quiet: { from, to } } : {}),
    capacity: dice.chance(0.1) ? { open: 0 } : {},
  });
};

const IDS = ['ana', 'ben', 'cem', 'dee', 'eve'] as const;

const dayNumber = (date: string): number => Date.parse(`${date}T00:00:00Z`) / 86_400_000;

/** Hours, a rotation and a shift of any kind. */
const randomDuty = (dice: Dice, monday: string): Duty => {
  const from = Date.parse(`${dateAfter(monday, dice.between(7, 80))}T00:00:00Z`) + 15 * dice.between(0, 90) * MINUTE;
  const begins = dayNumber(monday) - 14;
  return {
    name: 'nights',
    schedule: { ...randomSchedule(dice, monday), away: [] },
    rotation: {
      reps: [...new Set([dice.pick(IDS), dice.pick(IDS)])],
      from: begins,
      everyDays: dice.pick([1, 7] as const),
      handoffDay: begins,
      handoffMinute: 15 * dice.between(0, 95),
    },
    shifts: dice.chance(0.5) ? [{ from, to: from + 30 * dice.between(4, 60) * MINUTE, rep: dice.pick(IDS) }] : [],
  };
};

/** An agreement of any hours, channels, zones and dates; the dates are in the weeks after `monday`. */
export const randomHours = (seed: number, monday: string): Agreement => {
  const dice = createDice(seed);
  const reps = [...IDS, 'mia'].map((id) => randomRep(dice, id, monday));
  const team = (): readonly string[] => [...new Set([dice.pick(IDS), dice.pick(IDS), dice.pick(IDS)])];
  const overflow = (): Partial<Territory> => (dice.chance(0.6) ? { overflow: 'Rest' } : {});
  const territories = [
    territory('One', team(), overflow()),
    territory('Two', team(), overflow()),
    territory('Rest', team()),
  ];
  const duties = [randomDuty(dice, monday)];
  const helped = territories.map(
    (one): Territory => ({
      ...one,
      ...(dice.chance(0.4) ? { onCall: 'nights' } : {}),
      ...(dice.chance(0.4) ? { manager: dice.pick(IDS) } : {}),
    }),
  );
  const step = { atMs: 10 * dice.between(1, 12) * MINUTE, do: 'assign-manager' } as const;
  return smallAgreement({
    reps,
    duties,
    territories: helped,
    sla: {
      alert: { withinMs: 15 * dice.between(1, 12) * MINUTE, steps: dice.chance(0.5) ? [step] : [] },
      accept: clause(15 * dice.between(1, 8), [], dice.pick(['working', 'wall'] as const)),
    },
  });
};

/** Minutes of the local week, Monday first. */
export interface PlantedHole {
  readonly weekday: number;
  readonly from: number;
  readonly to: number;
}

export interface Planted {
  readonly agreement: Agreement;
  readonly holes: readonly PlantedHole[];
}

const SHIFTS: readonly (readonly Opening[])[] = [
  [{ from: 0, to: DAY }],
  [{ from: 6 * 60, to: 30 * 60 }],
  [
    { from: 0, to: 12 * 60 },
    { from: 11 * 60, to: DAY },
  ],
];

/**
 * Somebody is at work at every minute, by shifts of one zone, but for stretches that were cut out of all of them: of
 * those, the last hour keeps the promise of an hour. With `count` 0 there is no hole.
 */
export const plantedHoles = (seed: number, count: number): Planted => {
  const dice = createDice(seed);
  const zone = zoneNamed(dice.pick(ZONES));
  // On days of their own, by day: neither over midnight nor at the hours in which clocks change.
  const days = [0, 1, 2, 3, 4, 5, 6].sort(() => dice.between(-1, 1)).slice(0, count);
  const cuts = days.map((weekday) => {
    const from = 5 * dice.between(70, 200);
    return { weekday, from, to: from + 60 + 5 * dice.between(1, 40) };
  });
  const week = (shifts: readonly Opening[]): Schedule['week'] =>
    Array.from({ length: 7 }, (_, day) => {
      const cut = cuts.filter(({ weekday }) => weekday === day);
      // What is left of a shift past midnight is of the next day.
      const next = cuts
        .filter(({ weekday }) => weekday === (day + 1) % 7)
        .map(({ from, to }) => ({ from: from + DAY, to: to + DAY }));
      return without(shifts, [...cut, ...next]);
    });
  const team = [SHIFTS[0], dice.pick([SHIFTS[1], SHIFTS[2], SHIFTS[0]])].map((shifts = [], i) =>
    rep(IDS[i] ?? 'eve', {
      schedule: { ...always(), zone, week: week(shifts) },
      channels: dice.pick([['email'], ['sms', 'email'], ['sms']] as const),
    }),
  );
  const holes = cuts.map(({ weekday, from, to }) => ({ weekday, from, to: to - 60 }));
  return {
    agreement: smallAgreement({
      reps: [...team, rep('mia')],
      territories: [
        territory(
          'World',
          team.map(({ id }) => id),
        ),
      ],
    }),
    holes: holes.sort((a, b) => a.weekday - b.weekday),
  };
};
