import { describe, expect, it } from 'vitest';
import { repChanges } from '../../cli/explain/what-if/rep-changes.ts';
import { isOpen } from '../../shared/domain/time/working-time.ts';
import { rep, smallAgreement } from '../support/agreement/small-agreement.ts';
import { at, hours, schedule } from '../support/working-time/schedules.ts';

describe('what would let a rep of the night shift take a lead at noon', () => {
  const night = schedule('Europe/Berlin', { week: Array.from({ length: 7 }, () => [hours(22, 30)]) });
  const noon = at('2026-03-03T12:00:00+01:00');
  const agreement = smallAgreement({ reps: [rep('ana', { schedule: night })] });
  const [change] = repChanges({ rep: 'ana', excluded: 'off-hours' }, agreement, noon, undefined);

  it('is an hour more on that date, beside the shift as it is written', () => {
    expect(change?.input).toMatchObject({ to: { date: '2026-03-03', hours: ['12:00-13:00', '22:00-06:00'] } });
  });

  it('keeps the nights before and after', () => {
    const changed = change?.agreement.reps.ana?.schedule ?? night;
    const open = (text: string): boolean => isOpen(changed, at(`${text}+01:00`));
    expect(['2026-03-03T05:00', '2026-03-03T12:30', '2026-03-04T05:00'].map(open)).toEqual([true, true, true]);
    expect(open('2026-03-03T13:00')).toBe(false);
  });
});
