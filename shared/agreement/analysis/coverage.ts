import type { Agreement, Rep, Territory } from '../../domain/agreement/agreement.ts';
import type { Duty } from '../../domain/duty/duty.ts';
import { dutyOf, teamsFor } from '../../domain/territory/teams.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { Schedule } from '../../domain/time/schedule.ts';
import { UTC, type Zone } from '../../domain/time/zone.ts';
import type { Channel } from '../../domain/vocabulary/channels.ts';
import { mainZoneOf } from './main-zone.ts';
import { gapsOf, hoursIn, mondayOf, openAround, ordinary, type Week } from './week-gaps.ts';
import { type WeeklyCapacity, weeklyCapacity } from './weekly-capacity.ts';

/** The stretches of an ordinary week in which nobody is at work. */
export interface Gaps {
  readonly hours: number;
  readonly utc: Week;
  /** In the territory's main zone. */
  readonly local: Week;
}

export interface Person {
  readonly rep: string;
  readonly name: string;
  readonly weight: number;
  readonly timeZone: string;
  readonly hoursAWeek: number;
  readonly channels: readonly Channel[];
}

/** How far a territory's leads are covered. An ordinary week has no holidays and no absences. */
export interface TerritoryCoverage {
  readonly territory: string;
  /** The main zone: that of the reps who by their weights have the most of the leads. */
  readonly timeZone: string;
  readonly people: readonly Person[];
  /** The territories whose teams help out, in order. */
  readonly overflow: readonly string[];
  readonly gaps: Gaps;
  readonly gapsWithOverflow: Gaps;
  /** Name of the duty that takes what the teams cannot. */
  readonly onCall?: string;
  /** When nobody of the teams is at work and nobody on duty. */
  readonly gapsWithOnCall: Gaps;
  /** Of the team alone, as if all of its reps worked for nobody else. */
  readonly capacity: WeeklyCapacity;
}

export interface Coverage {
  /** The Monday of the week whose clocks are read, in local days since 1970-01-01. */
  readonly monday: number;
  readonly territories: readonly TerritoryCoverage[];
  /** What all teams take together, each rep counted once. */
  readonly capacity: WeeklyCapacity;
  readonly reps: number;
  /** What marketing has promised. */
  readonly qualifiedPerWeek?: number;
}

const personOf = (rep: Rep, weight: number): Person => ({
  rep: rep.id,
  name: rep.name,
  weight,
  timeZone: rep.schedule.zone.name,
  hoursAWeek: hoursIn(rep.schedule.week),
  channels: rep.channels,
});

/** What the agreement covers, with clocks as they stand in the week of `at`. */
export const coverageOf = ({ territories, reps, duties, sla }: Agreement, at: Instant): Coverage => {
  const monday = mondayOf(UTC, at);
  const schedules = new Map<string, Schedule>(Object.values(reps).map((rep) => [rep.id, ordinary(rep.schedule)]));
  const membersOf = (teams: readonly Territory[]): readonly Rep[] =>
    [...new Set(teams.flatMap(({ team }) => team.map(({ rep }) => reps[rep])))].filter((rep) => rep !== undefined);
  const gapsFor = (members: readonly Rep[], zone: Zone, duty?: Duty): Gaps => {
    const ofMembers = members.flatMap(({ id }) => schedules.get(id) ?? []);
    const open = openAround(duty === undefined ? ofMembers : [...ofMembers, ordinary(duty.schedule)], monday);
    const utc = gapsOf(open, monday, UTC);
    return { hours: hoursIn(utc), utc, local: gapsOf(open, monday, zone) };
  };
  const coverTerritory = (territory: Territory): TerritoryCoverage => {
    const people = territory.team.flatMap(({ rep: id, weight }) => {
      const rep = reps[id];
      return rep === undefined ? [] : [personOf(rep, weight)];
    });
    const zone = mainZoneOf(territory.team, reps);
    const teams = teamsFor(territory, territories);
    const own = membersOf([territory]);
    const gaps = gapsFor(own, zone);
    const gapsWithOverflow = teams.length === 1 ? gaps : gapsFor(membersOf(teams), zone);
    const duty = dutyOf(territory, { duties });
    return {
      territory: territory.name,
      timeZone: zone.name,
      people,
      overflow: teams.slice(1).map(({ name }) => name),
      gaps,
      gapsWithOverflow,
      ...(duty === undefined ? {} : { onCall: duty.name }),
      gapsWithOnCall: duty === undefined ? gapsWithOverflow : gapsFor(membersOf(teams), zone, duty),
      capacity: weeklyCapacity(own, sla),
    };
  };
  const all = membersOf(territories);
  const qualifiedPerWeek = sla.marketing?.qualifiedPerWeek;
  return {
    monday,
    territories: territories.map(coverTerritory),
    capacity: weeklyCapacity(all, sla),
    reps: all.length,
    ...(qualifiedPerWeek === undefined ? {} : { qualifiedPerWeek }),
  };
};
