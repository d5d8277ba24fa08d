import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from './durations.ts';

/** At least one part, and one after a T; the fraction of a second after a point or, as ISO 8601 prefers, a comma. */
export const ISO_DURATION = /^P(?!$)(?:(\d+)W)?(?:(\d+)D)?(?:T(?!$)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:[.,]\d+)?)S)?)?$/;

/** ISO 8601 in hours, minutes and seconds: `PT26H`, `PT1H30M`, `PT0.5S`, `PT0S`; less than nothing as `-PT1H`. */
export function formatDuration(ms: number): string {
  const size = Math.abs(Math.round(ms));
  const hours = Math.floor(size / HOUR_MS);
  const minutes = Math.floor((size % HOUR_MS) / MINUTE_MS);
  const seconds = (size % MINUTE_MS) / SECOND_MS;
  const parts = [hours > 0 ? `${hours}H` : '', minutes > 0 ? `${minutes}M` : '', seconds > 0 ? `${seconds}S` : ''];
  return `${ms < 0 && size > 0 ? '-' : ''}PT${parts.join('') || '0S'}`;
}

/**
 * Milliseconds of an ISO 8601 duration in weeks, days of 24 hours, hours, minutes and seconds with a fraction.
 * Undefined for years and months, whose length nobody knows, for a sign, and for what is no duration at all.
 */
export function parseDuration(text: string): number | undefined {
  const match = ISO_DURATION.exec(text);
  if (match === null) return undefined;
  const [weeks = 0, days = 0, hours = 0, minutes = 0] = match.slice(1, 5).map((part) => Number(part ?? 0));
  const seconds = Number((match[5] ?? '0').replace(',', '.'));
  const ms = Math.round((weeks * 7 + days) * DAY_MS + hours * HOUR_MS + minutes * MINUTE_MS + seconds * SECOND_MS);
  return Number.isSafeInteger(ms) ? ms : undefined;
}
