import { DAY_MS } from '../../domain/time/durations.ts';
import type { Instant } from '../../domain/time/instant.ts';

/** The zone data that this version carries. The package does not say when they came out; a test holds the two together. */
export const ZONE_DATA = { version: '2026f', published: '2026-10-29' } as const;

const YEAR_MS = 366 * DAY_MS;

/** What to tell whoever checks or deploys, if governments have had more than a year to change their clocks since. */
export const oldZoneData = (now: Instant): string | undefined =>
  now - Date.parse(ZONE_DATA.published) > YEAR_MS
    ? `the rules of time zones are those of ${ZONE_DATA.published} (${ZONE_DATA.version}), more than a year ago: install a later version, then deploy again`
    : undefined;
