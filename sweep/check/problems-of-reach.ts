import { askAccount } from '../../shared/application/reach/ask-account.ts';
import { reachKey } from '../../shared/application/reach/known-reach.ts';
import { decideReach, UNKNOWN_REACH } from '../../shared/domain/alert/reach/reach.ts';
import { repsToReach } from '../../shared/domain/alert/reach/who-is-told.ts';
import { REP_FACT_TYPES } from '../../shared/domain/vocabulary/fact-types.ts';
import type { Dust } from './dust.ts';

/** Whoever heard the last fact about a rep knows how the account answers, and each change was told once. */
export const problemsOfReach = async ({ flow, runtime, host, seen, account }: Dust): Promise<readonly string[]> => {
  if (flow.steps.every(({ deed }) => deed.do !== 'check')) return [];
  const now = host.time.now();
  const reps = repsToReach(flow.agreement);
  const answers = await askAccount(account.questions, { recipients: reps, now });
  const problems: string[] = [];
  for (const rep of reps) {
    const key = reachKey(rep.id);
    const reach = (await runtime.store.load([key])).get(key)?.value ?? UNKNOWN_REACH;
    const untold = decideReach(reach, rep, answers, now).facts;
    problems.push(...untold.map(({ type }) => `${type} of ${rep.id} was not told`));
    const told = seen.committed.filter(
      ({ type, detail }) =>
        REP_FACT_TYPES.some((one) => one === type) && detail.metadata.id.startsWith(`reach.${rep.id}.`),
    );
    if (told.length !== reach.sequence)
      problems.push(`${reach.sequence} facts about ${rep.id}'s reach, ${told.length} told`);
    const isLost = told.at(-1)?.type === 'RepUnreachable';
    if (isLost !== (reach.unreachableSince !== undefined))
      problems.push(`what was told last of ${rep.id}'s reach is wrong`);
  }
  return problems;
};
