import type { Agreement } from '../../../domain/agreement/agreement.ts';
import type { Instant } from '../../../domain/time/instant.ts';
import { without } from '../../../domain/time/interval.ts';
import { dateOf, localDate, type Zone } from '../../../domain/time/zone.ts';
import { WEEKDAYS } from '../../../domain/vocabulary/weekdays.ts';
import { mainZoneOf } from '../main-zone.ts';
import { gapsOf, mondayOf, type Week } from '../week-gaps.ts';
import { type Answer, answersIn, keptIn } from './answers.ts';
import { weekFrom, weeksByClocks, weeksWithDates } from './weeks.ts';
import { datedAgreement, ordinaryAgreement, scheduledIn, type World, worldsOf } from './world.ts';

/** Hours in which a hot lead of a territory may reach nobody in time; minutes of the local day. */
export interface Hole {
  readonly weekday: (typeof WEEKDAYS)[number];
  readonly from: number;
  readonly to: number;
  /** Local dates, `YYYY-MM-DD`, where it is not in every ordinary week; in order, never empty. */
  readonly dates?: readonly string[];
}

/** Whether `alert.within` can be kept for the leads of a territory. */
export interface TerritoryPromise {
  readonly territory: string;
  /** The main zone, whose clock the hours are read by. */
  readonly zone: Zone;
  /** The Monday of the ordinary week, in local days since 1970-01-01. */
  readonly monday: number;
  /** Of the ordinary week. */
  readonly answers: readonly Answer[];
  /** Of ordinary weeks first, then by date. */
  readonly holes: readonly Hole[];
}

const holesIn = (
  world: World,
  monday: number,
  zone: Zone,
): { readonly answers: readonly Answer[]; readonly week: Week } => {
  const answers = answersIn(world, weekFrom(monday, zone));
  return { answers, week: gapsOf(keptIn(answers, world.agreement.sla.alert.withinMs), monday, zone) };
};

const weekly = (week: Week): readonly Hole[] =>
  WEEKDAYS.flatMap((weekday, day) => (week[day] ?? []).map(({ from, to }) => ({ weekday, from, to })));

interface DatedHole extends Omit<Hole, 'dates'> {
  readonly date: string;
}

/** What of a week an ordinary one does not have. */
const dated = (week: Week, ordinary: Week, monday: number): readonly DatedHole[] =>
  WEEKDAYS.flatMap((weekday, day) =>
    without(week[day] ?? [], ordinary[day] ?? []).map(({ from, to }) => ({
      weekday,
      from,
      to,
      date: dateOf(monday + day),
    })),
  );

/** The same hours once, with all their dates from `today` on; by the first of these. */
const byHours = (holes: readonly DatedHole[], today: string): readonly Hole[] => {
  const found = new Map<string, Hole & { readonly dates: readonly string[] }>();
  for (const { date, ...hours } of holes.filter((hole) => hole.date >= today)) {
    const key = JSON.stringify(hours);
    found.set(key, { ...hours, dates: [...new Set([...(found.get(key)?.dates ?? []), date])].sort() });
  }
  return [...found.values()].sort(({ dates: [a = ''] }, { dates: [b = ''] }) => (a < b ? -1 : Number(a > b)));
};

const promiseOf = (ordinary: World, withDates: World, now: Instant): TerritoryPromise => {
  const zone = mainZoneOf(ordinary.territory.team, ordinary.agreement.reps);
  const monday = mondayOf(zone, now);
  const zones = [...new Set([zone, ...scheduledIn(ordinary).map(({ schedule }) => schedule.zone)])];
  const { answers, week } = holesIn(ordinary, monday, zone);
  // Of a week in which somebody is away or has other hours, only those count.
  const ofDates = weeksWithDates(monday, scheduledIn(withDates));
  const found: DatedHole[] = [];
  for (const [first = monday, ...others] of weeksByClocks(monday, zones)) {
    if (first === monday) continue;
    const other = holesIn(ordinary, first, zone).week;
    const ordinaryWeeks = [first, ...others].filter((one) => !ofDates.includes(one));
    found.push(...ordinaryWeeks.flatMap((one) => dated(other, week, one)));
  }
  for (const one of ofDates) {
    found.push(...dated(holesIn(withDates, one, zone).week, week, one));
  }
  return {
    territory: ordinary.territory.name,
    zone,
    monday,
    answers,
    holes: [...weekly(week), ...byHours(found, localDate(zone, now))],
  };
};

/**
 * For each territory, whether a hot lead reaches somebody within `alert.within` at every hour: of an ordinary week with
 * clocks as they stand at `now` (epoch milliseconds), of the weeks of the coming year in which clocks stand otherwise,
 * and of the coming thirteen weeks with what people have written for dates. Public holidays and days off are left out.
 */
export const alertPromise = (agreement: Agreement, now: Instant): readonly TerritoryPromise[] => {
  const withDates = worldsOf(datedAgreement(agreement));
  return worldsOf(ordinaryAgreement(agreement)).flatMap((world, i) => {
    const other = withDates[i];
    return other === undefined ? [] : [promiseOf(world, other, now)];
  });
};
