import { MINUTE_MS } from '../time/durations.ts';
import type { Instant } from '../time/instant.ts';
import type { EarlyAnswer, Lead, StageOf } from './lead.ts';

/** The bus keeps no order: for so long an answer or an outcome waits for the capture that it overtook. */
export const EARLY_MS = 10 * MINUTE_MS;

/** So much of what waits fits into the lead's item beside all else. */
const MAX_ANSWERS = 10;
const MAX_CHARACTERS = 32_768;

/** Keeps an event, as it came, until the lead is captured; undefined where too much waits already. */
export const keepEarly = (
  lead: StageOf<'uncaptured'>,
  line: string,
  now: Instant,
): StageOf<'uncaptured'> | undefined => {
  const early = [...(lead.early ?? []), { line, until: now + EARLY_MS }];
  const characters = early.reduce((sum, answer) => sum + answer.line.length, 0);
  return early.length > MAX_ANSWERS || characters > MAX_CHARACTERS ? undefined : { ...lead, early };
};

const earlyOf = (lead: Lead): readonly EarlyAnswer[] => (lead.stage === 'uncaptured' ? (lead.early ?? []) : []);

/** What waited for the capture that has come now: in time, and too long. */
export const splitEarly = (
  lead: Lead,
  now: Instant,
): { readonly inTime: readonly EarlyAnswer[]; readonly tooLong: readonly EarlyAnswer[] } => ({
  inTime: earlyOf(lead).filter(({ until }) => now <= until),
  tooLong: earlyOf(lead).filter(({ until }) => now > until),
});

/** When the first of what waits has waited for long enough. */
export const earlyUntil = (lead: Lead): Instant =>
  earlyOf(lead).reduce((first, { until }) => Math.min(first, until), Number.POSITIVE_INFINITY);

/** What has waited for its full time, and the lead without it. */
export const giveUpEarly = (
  lead: StageOf<'uncaptured'>,
  now: Instant,
): { readonly lead: StageOf<'uncaptured'>; readonly givenUp: readonly EarlyAnswer[] } => {
  const { early = [], ...rest } = lead;
  const waiting = early.filter(({ until }) => until > now);
  return {
    lead: waiting.length === 0 ? rest : { ...rest, early: waiting },
    givenUp: early.filter(({ until }) => until <= now),
  };
};
