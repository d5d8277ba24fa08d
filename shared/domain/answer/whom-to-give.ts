import type { Rep } from '../agreement/agreement.ts';
import { isOwned, type LiveLead } from '../lead/lead.ts';
import { type Availability, availability } from '../routing/availability.ts';
import { loadOf, type RoutingState } from '../routing/routing-state.ts';
import type { Rules } from '../rules.ts';
import { teamsFor } from '../territory/teams.ts';
import type { Instant } from '../time/instant.ts';

/** Somebody to whom a manager may give a lead. */
export interface GiveOffer {
  readonly rep: Rep;
  /** Leads that the rep has and that have not ended. */
  readonly open: number;
  readonly availability: Availability;
}

/** So many are looked at, and so many are shown. */
const MOST_ASKED = 50;
const MOST_OFFERED = 20;

/** Reps of the territory's teams, of all where no territory takes the lead; neither its owner nor the manager. */
export const repsToGive = (lead: LiveLead, manager: Rep, { agreement, territoryOf }: Rules): readonly Rep[] => {
  const { reps, territories } = agreement;
  const territory = territoryOf(lead.fields);
  const ids =
    territory === undefined
      ? Object.keys(reps)
      : teamsFor(territory, territories).flatMap(({ team }) => team.map(({ rep }) => rep));
  const owner = isOwned(lead) ? lead.owner.rep : undefined;
  return [...new Set(ids)]
    .filter((id) => id !== manager.id && id !== owner)
    .flatMap((id) => reps[id] ?? [])
    .slice(0, MOST_ASKED);
};

const rank = ({ availability: { can } }: GiveOffer): number => (can === 'now' ? 0 : can === 'never' ? 2 : 1);

/** Who can take it now first, those with the fewest open leads at the top. */
export const offersToGive = (
  lead: LiveLead,
  reps: readonly Rep[],
  state: RoutingState,
  now: Instant,
): readonly GiveOffer[] =>
  reps
    .map((rep): GiveOffer => {
      const load = loadOf(state, rep.id);
      return { rep, open: load.open, availability: availability(rep, load, { lead, now, horizon: now }) };
    })
    .toSorted((a, b) => rank(a) - rank(b) || a.open - b.open)
    .slice(0, MOST_OFFERED);
