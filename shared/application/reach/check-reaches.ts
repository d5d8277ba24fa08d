import type { Rep } from '../../domain/agreement/agreement.ts';
import { REACH_RULES } from '../../domain/alert/channels/reach-rules.ts';
import { isNearlySpent, type ReachAnswers } from '../../domain/alert/reach/account.ts';
import { decideReach, type Reach } from '../../domain/alert/reach/reach.ts';
import { strangersOn } from '../../domain/alert/reach/strangers.ts';
import { membersOf, repsToReach } from '../../domain/alert/reach/who-is-told.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { Ports } from '../../ports/ports.ts';
import type { DocumentStore, Stored } from '../../ports/store.ts';
import { loadAll } from '../documents/load-all.ts';
import { askAccount, type ReachQuestion } from './ask-account.ts';
import { reachKey } from './known-reach.ts';
import { saveReach } from './save-reach.ts';

export type ReachPorts = Pick<Ports, 'rules' | 'time' | 'observer' | 'reachQuestions'> & {
  readonly store: DocumentStore;
};

/** Nothing is known: the account answered none of the questions that matter. */
export class NothingAnswered extends Error {
  readonly code = 'NOTHING_ANSWERED';
  constructor(questions: readonly ReachQuestion[]) {
    super(`AWS answered none of ${questions.join(', ')}: whether reps are reached is not known`);
    this.name = 'NothingAnswered';
  }
}

/** What the channels of these reps depend on. */
const questionsOf = (reps: readonly Rep[]): ReadonlySet<ReachQuestion> =>
  new Set(reps.flatMap(({ channels }) => channels.flatMap((channel) => REACH_RULES[channel].asks)));

/** If somebody else has changed it meanwhile, they have told it. */
const save = async (
  rep: Rep,
  known: Stored<'reach'> | undefined,
  { answers, now }: { readonly answers: ReachAnswers; readonly now: Instant },
  { store, observer }: ReachPorts,
): Promise<Reach> => {
  const of = { rep: rep.id, known, cause: { id: 'check-reach' }, now };
  const { reach, result } = await saveReach(of, (before) => decideReach(before, rep, answers, now), store);
  if (result === 'conflict') observer.count('CommitConflict');
  return reach;
};

const observe = (
  reaches: readonly Reach[],
  reps: readonly Rep[],
  answers: ReachAnswers,
  { observer }: Pick<Ports, 'observer'>,
): void => {
  const unreachable = reaches.filter(({ unreachableSince }) => unreachableSince !== undefined).length;
  if (unreachable > 0) observer.count('RepsUnreachable', unreachable);
  const strangers = reps.reduce((sum, rep) => sum + strangersOn(rep, answers).confirmed, 0);
  if (strangers > 0) observer.count('StrangersSubscribed', strangers);
  if ('answer' in answers.spending && isNearlySpent(answers.spending.answer)) observer.count('SpendNearLimit');
};

/**
 * Asks the account whether messages reach the reps, and tells of each rep for whom that has changed. What was not
 * answered changes nothing. Run twice it tells once. Throws NothingAnswered.
 */
export const checkReaches = async (ports: ReachPorts): Promise<void> => {
  const { rules, time, store, observer, reachQuestions } = ports;
  const reps = repsToReach(rules.agreement);
  const wanted = questionsOf(reps);
  const answers = await askAccount(reachQuestions, {
    ...{ recipients: reps, now: time.now(), wanted },
    members: membersOf(reps),
  });
  const now = time.now();
  const known = await loadAll(
    store,
    reps.map(({ id }) => reachKey(id)),
  );
  const reaches: Reach[] = [];
  for (const rep of reps) reaches.push(await save(rep, known.get(reachKey(rep.id)), { answers, now }, ports));
  observe(reaches, reps, answers, ports);
  const refused = [...wanted].filter((question) => 'refused' in answers[question]);
  for (const question of refused) observer.warn('AWS did not answer', { question });
  if (refused.length > 0) observer.count('ReachNotAnswered', refused.length);
  if (wanted.size > 0 && refused.length === wanted.size) throw new NothingAnswered(refused);
};
