import { describe, expect, it } from 'vitest';
import { advanceClock } from '../../functions/advance-clock/handler.ts';
import { smallAgreement } from '../support/agreement/small-agreement.ts';
import { play, type Scenario } from '../support/scenario/scenario.ts';

const JANE = 'jane@acme.example';
const agreement = smallAgreement();

/** What an execution asks that began with the definition of before: it calls the function, and goes by the answer. */
const ask = (s: Scenario, attempt: number): Promise<unknown> => {
  const [lead] = [...s.runtime.store.leads()];
  return advanceClock(s.runtime.ports)({ leadId: lead?.id, clock: { clause: 'accept', attempt } });
};

describe('a clock that started before clocks sent messages', () => {
  it('is told when its clause goes on, and ends with it', () =>
    play(agreement, async (s) => {
      await s.capture('09:00', JANE);
      await s.pass('09:10');
      expect(await ask(s, 1)).toEqual({ more: true, dueAt: expect.stringMatching(/^2026-11-02T09:[123]\d:00/) });
      await s.accept('09:12', JANE);
      expect(await ask(s, 1)).toEqual({ more: false });
      s.ignoreMessages();
    }));

  it('ends where the attempt is another one, or the lead is not there', () =>
    play(agreement, async (s) => {
      await s.capture('09:00', JANE);
      expect(await ask(s, 2)).toEqual({ more: false });
      const gone = { leadId: 'gone', clock: { clause: 'accept', attempt: 1 } };
      expect(await advanceClock(s.runtime.ports)(gone)).toEqual({ more: false });
      s.ignoreMessages();
    }));
});
