import { advance } from '../clock/advance.ts';
import type { Lead, Previous } from '../lead/lead.ts';
import { baseOf, withoutActionable } from '../lead/leave-owner.ts';
import type { Notice } from '../lead/notice.ts';
import { DAY_MS } from '../time/durations.ts';
import type { Instant } from '../time/instant.ts';
import { withLead } from './account.ts';
import { withUnanswered } from './rep-load.ts';
import type { Routing } from './routing.ts';
import type { RoutingCase } from './routing-case.ts';
import { accountOf, loadOf, type RoutingState, withAccount, withLoad } from './routing-state.ts';

/** What was in an inbox has been taken out of it: it is owed anew. */
const owedAnew = (notice: Notice, now: Instant): Notice => ({
  ...notice,
  deliveries: notice.deliveries.map((d) =>
    d.state === 'held' ? { channel: d.channel, state: 'waiting', until: now } : d,
  ),
});

/** The place under capacity that the owner had left is taken again, and so is the account. */
const takePlaceAgain = ({ lead, state }: RoutingCase, { stage, owner }: Previous): RoutingState => {
  const load = loadOf(state, owner.rep);
  const asked = stage === 'assigned' ? withUnanswered(load, lead.id) : load;
  const loaded = withLoad(state, owner.rep, { ...asked, open: load.open + 1 });
  return owner.account === undefined
    ? loaded
    : withAccount(loaded, owner.account, withLead(accountOf(loaded, owner.account), lead.id, owner.rep));
};

/**
 * Nobody else can have the lead: the last owner keeps it, and no step of the clause is left to take. The charge of a
 * lead that was given back may have been refunded: then it is outside the ledger, as a manager's is.
 */
export const keepOwner = (asked: RoutingCase, previous: Previous): Routing => {
  const { lead, now } = asked;
  const kept: Lead = {
    stage: previous.stage,
    ...baseOf(lead),
    qualification: lead.qualification,
    owner: previous.owner,
    notices: [...withoutActionable(lead.notices), ...(previous.owed ?? []).map((notice) => owedAnew(notice, now))],
    lookAt: now + DAY_MS,
    ...(previous.clause === undefined ? {} : { clause: { ...previous.clause, steps: [] } }),
  };
  // The deadline may have passed while somebody else was looked for.
  return { ...advance(kept, now), state: takePlaceAgain(asked, previous) };
};
