import type { Decision } from '../lead/decision.ts';
import { baseOf } from '../lead/leave-owner.ts';
import { DAY_MS } from '../time/durations.ts';
import { type Instant, toIso } from '../time/instant.ts';
import { withWaiting } from './account.ts';
import type { WaitChoice } from './choice.ts';
import { awaitIn } from './rep-load.ts';
import type { Routing } from './routing.ts';
import type { RoutableLead, RoutingCase } from './routing-case.ts';
import { accountDomain, accountOf, loadOf, type RoutingState, withAccount, withLoad } from './routing-state.ts';

/** On the territory's waitlist; none where no territory takes the lead. Published once, when the lead joins the waitlist. */
export const joinWaitlist = (lead: RoutableLead, territory: string, choice: WaitChoice, now: Instant): Decision => {
  const daily = choice.until === undefined;
  const lookAt = choice.until ?? now + DAY_MS;
  const joins = lead.stage !== 'waiting' || lead.territory !== territory;
  const isKnown =
    !joins && !lead.forManager && lead.why === choice.why && lead.daily === daily && (daily || lead.lookAt === lookAt);
  if (isKnown && lead.lookAt > now) return { lead, facts: [] };
  const { why, record } = choice;
  return {
    lead: {
      stage: 'waiting',
      ...baseOf(lead),
      qualification: lead.qualification,
      territory,
      why,
      lookAt,
      daily,
      ...(lead.previous === undefined ? {} : { previous: lead.previous }),
    },
    facts: joins ? [{ type: 'LeadWaiting', data: { why, dueAt: toIso(lookAt), territory, decision: record } }] : [],
  };
};

/** The company remembers the lead, which wants to know when the company gets an owner. */
const rememberByCompany = ({ lead, rules }: RoutingCase, state: RoutingState): RoutingState => {
  const domain = accountDomain(lead, rules.agreement);
  return domain === undefined ? state : withAccount(state, domain, withWaiting(accountOf(state, domain), lead.id));
};

/** The rep whom the lead waits for remembers the waitlist, which is of no team of theirs. */
const rememberByRep = ({ territory }: RoutingCase, rep: string | undefined, state: RoutingState): RoutingState =>
  rep === undefined ? state : withLoad(state, rep, awaitIn(loadOf(state, rep), territory.name));

export const waitForRep = (asked: RoutingCase, choice: WaitChoice): Routing => ({
  state: rememberByCompany(asked, rememberByRep(asked, choice.awaits, asked.state)),
  ...joinWaitlist(asked.lead, asked.territory.name, choice, asked.now),
});
