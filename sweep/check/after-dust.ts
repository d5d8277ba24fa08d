import { isLive, isOwned } from '../../shared/domain/lead/lead.ts';
import { problemsOfPublishing } from '../../test/support/scenario/invariants.ts';
import {
  problemsOfAccounts,
  problemsOfLedgers,
  problemsOfReps,
} from '../../test/support/scenario/problems-of-recount.ts';
import { createRecount } from '../../test/support/scenario/recount.ts';
import { allPages } from '../../test/support/store/store-samples.ts';
import type { Dust } from './dust.ts';
import { problemsOfEvents } from './problems-of-events.ts';
import { problemsOfMeasures } from './problems-of-measures.ts';
import { problemsOfMessages } from './problems-of-messages.ts';
import { problemsOfReach } from './problems-of-reach.ts';

/** What nobody has come to do yet, though nothing goes wrong any more. */
const problemsOfWork = async ({ runtime, host }: Dust): Promise<readonly string[]> => {
  const { store } = runtime;
  const now = host.time.now();
  const window = { upTo: now - 1 };
  const due = [...(await allPages(store.due('urgent', window))), ...(await allPages(store.due('daily', window)))];
  const problems = due.map((id) => `${id} is due, and nobody has looked at it`);
  const lags = await allPages(store.unpublished({ upTo: Number.POSITIVE_INFINITY }));
  problems.push(...lags.map(({ type, id }) => `facts of ${type} ${id} are not known to be published`));
  problems.push(
    ...host.sqs.deadLetters.map(({ queue, body }) => `a dead letter of ${queue} after the redrive: ${body}`),
  );
  if (host.processes.waiting() > 0) problems.push('a process waits for its turn');
  return problems;
};

const problemsOfLeads = async ({ runtime, seen }: Dust): Promise<readonly string[]> => {
  const leads = [...runtime.store.leads()];
  const problems: string[] = [];
  const emails = leads.map(({ email }) => email);
  if (new Set(emails).size < emails.length) problems.push(`an address has two leads: ${emails}`);
  for (const lead of leads) {
    if (isLive(lead) && lead.stage === 'qualified') problems.push(`${lead.email} is qualified, and nobody routes it`);
    if (!isOwned(lead)) continue;
    const isByPeople = lead.owner.by === 'claim' || lead.owner.by === 'owner-change';
    const isTold = seen.committed.some(
      ({ type, detail: { leadId, data } }) =>
        type === 'RepAlerted' && leadId === lead.id && 'attempt' in data && data.attempt === lead.owner.attempt,
    );
    if (!isByPeople && !isTold && lead.stage === 'assigned')
      problems.push(`${lead.owner.rep} owns ${lead.email}, and was never told`);
  }
  return problems;
};

/** Everything that does not hold once the dust has settled, as sentences. */
export const problemsAfterDust = async (dust: Dust, when: string): Promise<readonly string[]> => {
  const { flow, runtime, seen } = dust;
  const { store } = runtime;
  const recount = createRecount(flow.agreement);
  for (const fact of seen.committed) recount.add(fact);
  const companyOf = (email: string): string | undefined => {
    const domain = email.slice(email.indexOf('@') + 1);
    return flow.agreement.scoring.freeMail.includes(domain) ? undefined : domain;
  };
  const kept = { store, agreement: flow.agreement, recount, companyOf };
  const problems = [
    ...(await problemsOfWork(dust)),
    ...(await problemsOfLeads(dust)),
    ...recount.problems,
    ...(await problemsOfReps(kept)),
    ...(await problemsOfLedgers(kept)),
    ...(await problemsOfAccounts(kept)),
    ...(await problemsOfPublishing(store, seen.publishedFacts, 'any order')),
    ...(await problemsOfMessages(dust)),
    ...(await problemsOfEvents(dust)),
    ...(await problemsOfReach(dust)),
    ...(await problemsOfMeasures(dust)),
  ];
  return problems.map((problem) => `${when}: ${problem}`);
};
