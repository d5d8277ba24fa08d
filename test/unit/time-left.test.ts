import { describe, expect, it } from 'vitest';
import { timeLeft } from '../../shared/pages/time-left.tsx';
import { DAY, HOUR, MINUTE } from '../support/agreement/small-agreement.ts';

const DUE = Date.UTC(2026, 2, 3, 10);
const SECOND = 1_000;

describe('the time that is left of a clause', () => {
  it.each([
    ['en', 23 * MINUTE, '23 minutes left'],
    ['de', 23 * MINUTE, 'Noch 23 Minuten'],
    ['fr', 23 * MINUTE, 'Encore 23 minutes'],
    ['es', 23 * MINUTE, 'Quedan 23 minutos'],
    ['en', MINUTE, '1 minute left'],
    ['de', MINUTE, 'Noch 1 Minute'],
    ['fr', MINUTE, 'Encore 1 minute'],
    ['es', MINUTE, 'Queda 1 minuto'],
    ['es', HOUR + 20 * MINUTE, 'Queda 1 hora 20 minutos'],
    ['en', -12 * MINUTE, '12 minutes late'],
    ['de', -12 * MINUTE, '12 Minuten überfällig'],
    ['fr', -12 * MINUTE, '12 minutes de retard'],
    ['es', -12 * MINUTE, '12 minutos de retraso'],
  ] as const)('is told in words, in %s, %i ms before it is due', (language, ms, words) => {
    expect(timeLeft(DUE, DUE - ms, language)).toBe(words);
  });

  it.each([
    [59 * SECOND + 999, 'Less than a minute left'],
    [60 * SECOND, '1 minute left'],
    [119 * SECOND, '1 minute left'],
    [60 * MINUTE - 1, '59 minutes left'],
    [60 * MINUTE, '1 hour left'],
    [61 * MINUTE, '1 hour 1 minute left'],
    [DAY - 1, '23 hours 59 minutes left'],
    [DAY, '1 day left'],
    [2 * DAY + 3 * HOUR + 59 * MINUTE, '2 days 3 hours left'],
    [DAY + 59 * MINUTE, '1 day left'],
    [0, 'Less than a minute left'],
    [-1, 'Just late'],
    [-59 * SECOND, 'Just late'],
    [-60 * SECOND, '1 minute late'],
    [-3 * DAY, '3 days late'],
  ])('never says more than there is: %i ms', (ms, words) => {
    expect(timeLeft(DUE, DUE - ms, 'en')).toBe(words);
  });
});
