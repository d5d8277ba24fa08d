import { SECOND_MS } from '../../domain/time/durations.ts';
import type { Instant } from '../../domain/time/instant.ts';

/** Milliseconds from now until somebody wants to be asked again: in seconds, or as a date. Undefined where they do not say. */
export const retryAfterMs = (header: string | undefined, now: Instant): number | undefined => {
  if (header === undefined) return undefined;
  const text = header.trim();
  if (/^\d{1,9}$/.test(text)) return Number(text) * SECOND_MS;
  const at = Date.parse(text);
  return Number.isNaN(at) ? undefined : Math.max(0, at - now);
};
