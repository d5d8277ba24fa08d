import type { Hole, TerritoryPromise } from '../../shared/agreement/analysis/promise/alert-promise.ts';
import { formatDuration } from '../../shared/domain/time/iso-duration.ts';
import { dateOf } from '../../shared/domain/time/zone.ts';
import { WEEKDAYS } from '../../shared/domain/vocabulary/weekdays.ts';
import { localClock } from './local-clock.ts';
import { type Reach, reachByHour } from './reach-hours.ts';

const holeJson = ({ weekday, from, to, dates }: Hole) => ({
  weekday,
  from: localClock(from),
  to: localClock(to),
  dates: dates ?? null,
});

const reachJson = ({ ms, by }: Reach) => ({ within: Number.isFinite(ms) ? formatDuration(ms) : null, by });

/** As docs/agreement.md says; `dates` is null for every ordinary week, `within` where nobody is ever reached. */
export const promiseJson = (promises: readonly TerritoryPromise[], withinMs: number) => ({
  within: formatDuration(withinMs),
  kept: promises.every(({ holes }) => holes.length === 0),
  territories: promises.map((one) => ({
    territory: one.territory,
    timeZone: one.zone.name,
    week: dateOf(one.monday),
    kept: one.holes.length === 0,
    holes: one.holes.map(holeJson),
    hours: Object.fromEntries(reachByHour(one).map((day, i) => [WEEKDAYS[i], day.map(reachJson)])),
  })),
});
