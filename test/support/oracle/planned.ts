import type { Plan, PlannedRep, World } from './random-world.ts';

const MINUTE = 60_000;

/** When the rep is at work next, from an instant on; the same hours every day. */
export const opening = ({ from, to }: PlannedRep, time: number): number => {
  const minute = (time / MINUTE) % 1440;
  if (from <= minute && minute < to) return time;
  return time + (minute < from ? from - minute : 1440 - minute + from) * MINUTE;
};

/** The country of each lead of the feed, by its address. */
export const countriesOf = ({ lines }: World): ReadonlyMap<string, string> =>
  new Map(
    lines.flatMap((line) => {
      const { person, location } = line.detail.data as { person?: { email: string }; location?: { country: string } };
      return person === undefined ? [] : [[person.email, location?.country ?? ''] as const];
    }),
  );

/** The team that a lead of a country belongs to: the first that takes it. */
export const teamOf = ({ teams }: Plan, country: string): string =>
  (teams.find((team) => team.country === undefined || team.country === country) ?? { name: '' }).name;
