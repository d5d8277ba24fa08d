import type { Agreement, Rep } from '../agreement/agreement.ts';
import { WEEK_DAYS } from '../time/iso-week.ts';
import { opensOn } from '../time/open-days.ts';
import type { ForecastWeek } from './forecast.ts';

export interface TerritoryWeek {
  readonly week: string;
  readonly territory: string;
  /** Leads that its team can take in that week; null where the agreement sets no limit a day. */
  readonly takes: number | null;
  readonly expected: number;
  /** What is left of `takes`; below 0 the team overflows. */
  readonly room: number | null;
}

/** The part of the qualified leads that each territory had of late; parts of a whole. */
export type Parts = Readonly<Record<string, number>>;

const workingDays = ({ schedule }: Rep, monday: number): number =>
  Array.from({ length: WEEK_DAYS }, (_, day) => opensOn(schedule, monday + day)).filter((opens) => opens.length > 0)
    .length;

/**
 * What each team can take in each week, against what is expected. A rep takes `perDay` on each day of work. Who is in
 * several teams is divided among them as their leads are expected, or equally where none are.
 */
export const capacityOf = (
  weeks: readonly ForecastWeek[],
  { territories, reps }: Pick<Agreement, 'territories' | 'reps'>,
  parts: Parts,
): readonly TerritoryWeek[] => {
  const partOf = (territory: string): number => parts[territory] ?? 0;
  /** How much of a rep is this team's. */
  const partOfRep = (id: string, territory: string): number => {
    const theirs = territories.filter(({ team }) => team.some(({ rep }) => rep === id)).map(({ name }) => name);
    const whole = theirs.reduce((sum, name) => sum + partOf(name), 0);
    return whole === 0 ? 1 / theirs.length : partOf(territory) / whole;
  };
  return weeks.flatMap(({ week, monday, mean }) =>
    territories.map(({ name, team }): TerritoryWeek => {
      const expected = mean * partOf(name);
      const taken = team.map(({ rep }) => {
        const perDay = reps[rep]?.capacity.perDay;
        const member = reps[rep];
        if (perDay === undefined || member === undefined) return null;
        return perDay * workingDays(member, monday) * partOfRep(rep, name);
      });
      const limits = taken.filter((one) => one !== null);
      const takes = limits.length < taken.length ? null : limits.reduce((sum, one) => sum + one, 0);
      return { week, territory: name, takes, expected, room: takes === null ? null : takes - expected };
    }),
  );
};
