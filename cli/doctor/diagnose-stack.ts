import { counted } from '../../shared/domain/language/counted.ts';
import type { Instant } from '../../shared/domain/time/instant.ts';
import { readableDuration } from '../../shared/domain/time/readable-duration.ts';
import type { DeadLetters } from '../aws/ask-dead-letters.ts';
import type { FiringAlarm, Late } from './deployment.ts';
import type { Facts } from './facts.ts';
import type { Finding } from './finding.ts';

const RUNBOOKS = 'docs/runbooks';

/** By how the stack's outputs name such queues. */
const pageOf = (queue: string): string => {
  if (queue.endsWith('Undelivered')) return 'queues.md#undelivered-events';
  return queue.endsWith('Failures') ? 'publishing.md#a-batch-is-given-up' : 'queues.md#dead-letters';
};

const ofQueue = ({ queue, messages }: DeadLetters): readonly Finding[] =>
  messages === 0
    ? []
    : [
        {
          severity: 'problem',
          check: 'dead-letters',
          about: queue,
          says: `${counted(messages, 'message')} in ${queue}, kept for two weeks`,
          todo: 'Remove the cause, then have them tried again',
          see: `${RUNBOOKS}/${pageOf(queue)}`,
        },
      ];

const ofAlarm = ({ name, description, since }: FiringAlarm, now: Instant): Finding => {
  const [, what = name, runbook = `${RUNBOOKS}/README.md`] = /^(.*?)\.? Runbook: (\S+)$/.exec(description) ?? [];
  const when = since === undefined ? '' : ` for ${readableDuration(Math.max(0, now - since))}`;
  return {
    severity: 'problem',
    check: 'alarm',
    about: name,
    says: `An alarm is firing${when}: ${what}`,
    todo: 'Follow its runbook',
    see: runbook,
  };
};

const howMany = ({ count, more }: Late, one: string): string => `${more ? 'More than ' : ''}${counted(count, one)}`;

const ofClocks = (late: Late, now: Instant): Finding => ({
  severity: 'problem',
  check: 'clocks',
  says: `${howMany(late, 'lead')} past due, the oldest by ${readableDuration(now - late.oldest)}: nobody has looked at them in time`,
  todo: 'Find out why watch-clocks, or a function that it asks, does not look',
  see: `${RUNBOOKS}/clocks.md#watch-clocks-is-silent`,
});

const ofPublishing = (late: Late, now: Instant): Finding => ({
  severity: 'problem',
  check: 'publishing',
  says: `${howMany(late, 'document')} with unpublished facts, the oldest for ${readableDuration(now - late.oldest)}: nobody has heard of them`,
  todo: 'Find out why publish-events does not publish',
  see: `${RUNBOOKS}/publishing.md#a-batch-is-given-up`,
});

/** All functions together take about seventy at once, with a rep at each of some links. */
const ENOUGH_AT_ONCE = 100;

const ofConcurrency = (atOnce: number): readonly Finding[] =>
  atOnce >= ENOUGH_AT_ONCE
    ? []
    : [
        {
          severity: 'warning',
          check: 'concurrency',
          says: `The account may run ${counted(atOnce, 'function')} at once: leads are late, and links answer 503, when more are called`,
          todo: 'Ask AWS for more',
          see: `${RUNBOOKS}/limits.md#the-account-is-throttled`,
        },
      ];

/** Whatever waits for a person. `now` is epoch milliseconds. */
export const diagnoseStack = (
  { deadLetters, alarms, pastDue, unpublished, concurrency }: Facts,
  now: Instant,
): readonly Finding[] => [
  ...('answer' in concurrency ? ofConcurrency(concurrency.answer) : []),
  ...('answer' in deadLetters ? deadLetters.answer.flatMap(ofQueue) : []),
  ...('answer' in alarms ? alarms.answer.map((alarm) => ofAlarm(alarm, now)) : []),
  ...('answer' in pastDue && pastDue.answer !== undefined ? [ofClocks(pastDue.answer, now)] : []),
  ...('answer' in unpublished && unpublished.answer !== undefined ? [ofPublishing(unpublished.answer, now)] : []),
];
