import { describe, expect, it } from 'vitest';
import type { Ports } from '../../shared/ports/ports.ts';
import { rep, smallAgreement, territory } from '../support/agreement/small-agreement.ts';
import { NO_STEPS, playWhoGetsIt } from '../support/scenario/who-gets-it.ts';

const GERMAN = { language: 'de' };
const WAITING = 150;

/** Ana is free and speaks no German; Eva does, and has her one lead. */
const agreement = smallAgreement({
  reps: [rep('ana', { languages: ['en'] }), rep('eva', { languages: ['de'], capacity: { open: 1 } })],
  territories: [territory('Everywhere', ['ana', 'eva'], { matchLanguage: true })],
  sla: NO_STEPS,
});

describe('a long waitlist, whose leads nobody who is free can take', () => {
  it('is not decided anew with each lead that comes, and is served oldest first once somebody can', () => {
    let ledgers = 0;
    const counting = (ports: Ports): Partial<Ports> => ({
      store: {
        ...ports.store,
        load: async (keys) => {
          if (keys.some(({ type }) => type === 'ledger')) ledgers += 1;
          return ports.store.load(keys);
        },
      },
    });
    return playWhoGetsIt(
      agreement,
      async (s) => {
        await s.capture('08:00', 'x@other.example', GERMAN);
        for (let index = 0; index < WAITING; index++) {
          await s.capture(index === 0 ? '08:01' : '08:02', `lead-${index}@company-${index}.example`, GERMAN);
        }
        ledgers = 0;
        await s.capture('08:10', 'last@other.example', GERMAN);
        // Twelve leads are decided on one ledger, and the first 48 are in any case.
        expect(ledgers).toBeLessThan(WAITING / 12);
        await s.capture('08:20', 'english@other.example', { language: 'en' });
        expect(s.facts('english@other.example', 'LeadAssigned')).toEqual(['08:20 LeadAssigned ana 1 by share']);
        await s.closed('08:30', 'x@other.example', 'won');
        const owned = [...s.runtime.store.leads()].filter((lead) => 'owner' in lead && lead.owner?.rep === 'eva');
        expect(owned.map(({ email }) => email)).toEqual(['lead-0@company-0.example']);
      },
      { replace: counting },
    );
  });
});
