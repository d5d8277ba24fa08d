import { acted, captured, sent } from './field-world.ts';
import type { Line } from './what-if.ts';

const HOUR_MS = 3_600_000;

/** Numbers from 0 up to 1 that follow from a seed (mulberry32). */
const numbersFrom = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

const iso = (at: number): string => new Date(at).toISOString();

export interface YearOptions {
  readonly leads: number;
  readonly seed: number;
  /** Instants at which there is one lead more. */
  readonly moments?: readonly string[];
}

/** Hot leads at any hour of a year, in UTC. Some are accepted, some of those contacted, some rejected for want of time. */
export const yearOfLeads = (year: number, { leads, seed, moments = [] }: YearOptions): readonly Line[] => {
  const next = numbersFrom(seed);
  const [from, to] = [Date.UTC(year, 0, 2), Date.UTC(year, 11, 30)];
  const instants = Array.from({ length: leads }, () => from + Math.floor(next() * (to - from)));
  const lines = [...instants, ...moments.map((moment) => Date.parse(moment))].map((at, i) => {
    const email = `lead${i}@company${i}.example`;
    const answeredAt = at + Math.floor(next() * 3 * HOUR_MS);
    const answer = next();
    const own = [captured(iso(at), email), acted(iso(at + 1), email)];
    if (answer < 0.3) own.push(sent(iso(answeredAt), 'RepAnswered', { email, answer: 'accept' }));
    else if (answer < 0.5) own.push(sent(iso(answeredAt), 'LeadContacted', { email }));
    else if (answer < 0.6)
      own.push(sent(iso(answeredAt), 'RepAnswered', { email, answer: 'reject', reason: 'no-time' }));
    return own;
  });
  return lines.flat().sort((a, b) => Date.parse(a.time) - Date.parse(b.time));
};
