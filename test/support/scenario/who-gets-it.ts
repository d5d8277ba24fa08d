import type { Agreement, Rep } from '../../../shared/domain/agreement/agreement.ts';
import { clause, rep, smallAgreement, territory, weekdays } from '../agreement/small-agreement.ts';
import { play, type Scenario, type ScenarioOptions } from './scenario.ts';

/** Plays a scenario about who gets a lead, whatever messages go out about it. */
export const playWhoGetsIt = (
  agreement: Agreement,
  body: (s: Scenario) => Promise<void>,
  options?: ScenarioOptions,
): Promise<void> =>
  play(
    agreement,
    async (s) => {
      await body(s);
      s.ignoreMessages();
    },
    options,
  );

/** A lead with a free mail address: its owner gets no other lead for being of the same company. */
export const lead = (name: string): string => `${name}@mail.example`;

export const OFFICE = weekdays(9, 17);
export const FRENCH = { field: 'language', test: { in: ['fr'] } };

/** The clock takes no lead away while a scenario goes on. */
export const NO_STEPS = { accept: clause(30, []), contact: clause(60, []) };

/** A team of these reps for every lead. */
export const oneTeam = (...reps: readonly Rep[]): Agreement =>
  smallAgreement({
    reps,
    territories: [
      territory(
        'Everywhere',
        reps.map(({ id }) => id),
      ),
    ],
    sla: NO_STEPS,
  });

/** Luc takes the leads that speak French, Ana the rest. */
export const franceAndRest = ({ luc = {}, ana = {} }: { luc?: Partial<Rep>; ana?: Partial<Rep> }): Agreement =>
  smallAgreement({
    reps: [rep('ana', ana), rep('luc', luc)],
    territories: [territory('France', ['luc'], { when: FRENCH }), territory('Rest', ['ana'])],
    sla: NO_STEPS,
  });
