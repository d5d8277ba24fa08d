import type { Agreement } from './agreement/agreement.ts';
import { compileCondition } from './condition/matches.ts';
import { type ActivityMatcher, createActivityMatcher } from './scoring/behaviour.ts';
import type { FitRules } from './scoring/score.ts';
import { createTerritoryMatcher, type TerritoryMatcher } from './territory/match-territory.ts';
import { createWaitlists } from './territory/waitlists.ts';

/** The agreement made ready to decide with: its conditions compiled once for many leads. */
export interface Rules {
  readonly agreement: Agreement;
  readonly fit: FitRules;
  readonly actionsOf: ActivityMatcher;
  readonly territoryOf: TerritoryMatcher;
  /** The territories whose waiting leads a rep may take who has a place free again. */
  readonly waitlistsOf: (rep: string) => readonly string[];
}

export const createRules = (agreement: Agreement): Rules => ({
  agreement,
  fit: agreement.scoring.fit.map(({ name, points, when }) => ({ name, points, holds: compileCondition(when) })),
  actionsOf: createActivityMatcher(agreement.scoring, compileCondition),
  territoryOf: createTerritoryMatcher(agreement.territories),
  waitlistsOf: createWaitlists(agreement),
});
