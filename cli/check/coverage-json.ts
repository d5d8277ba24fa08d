import type { Coverage, Gaps, TerritoryCoverage } from '../../shared/agreement/analysis/coverage.ts';
import type { Week } from '../../shared/agreement/analysis/week-gaps.ts';
import { dateOf } from '../../shared/domain/time/zone.ts';
import { CHANNELS, type Channel } from '../../shared/domain/vocabulary/channels.ts';
import { WEEKDAYS } from '../../shared/domain/vocabulary/weekdays.ts';
import { localClock } from './local-clock.ts';

/** Of each day, as `hours` in reps.yaml are written. */
export const spansOf = (week: Week): readonly (readonly string[])[] =>
  week.map((day) => day.map(({ from, to }) => `${localClock(from)}-${localClock(to)}`));

/** How many of the people a channel can reach. */
export const countReached = ({ people }: TerritoryCoverage, channel: Channel): number =>
  people.filter(({ channels }) => channels.includes(channel)).length;

const gapsJson = ({ hours, utc, local }: Gaps) => ({
  hours,
  utc: Object.fromEntries(spansOf(utc).map((spans, day) => [WEEKDAYS[day], spans])),
  local: Object.fromEntries(spansOf(local).map((spans, day) => [WEEKDAYS[day], spans])),
});

const capacityJson = ({ atMost, atFullClauses }: TerritoryCoverage['capacity']) => ({
  atMost: atMost ?? null,
  atFullClauses: atFullClauses ?? null,
});

/** As docs/agreement.md says; null is no limit. */
export const coverageJson = (coverage: Coverage) => ({
  week: dateOf(coverage.monday),
  qualifiedPerWeek: coverage.qualifiedPerWeek ?? null,
  reps: coverage.reps,
  leadsPerWeek: capacityJson(coverage.capacity),
  territories: coverage.territories.map((one) => ({
    territory: one.territory,
    timeZone: one.timeZone,
    people: one.people,
    channels: Object.fromEntries(CHANNELS.map((channel) => [channel, countReached(one, channel)])),
    overflow: one.overflow,
    leadsPerWeek: capacityJson(one.capacity),
    nobodyAtWork: gapsJson(one.gaps),
    nobodyAtWorkWithOverflow: gapsJson(one.gapsWithOverflow),
    onCall: one.onCall ?? null,
    nobodyAtWorkOrOnCall: gapsJson(one.gapsWithOnCall),
  })),
});
