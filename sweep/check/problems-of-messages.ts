import { PASS_SUBJECT } from '../../shared/application/measures/send-pass.ts';
import { MARKETING } from '../../shared/domain/alert/delivery/inbox.ts';
import type { Throttle } from '../../shared/domain/alert/delivery/throttle.ts';
import { HOUR_MS, MINUTE_MS } from '../../shared/domain/time/durations.ts';
import { SKEW_MS } from '../plan/fault.ts';
import type { Dust } from './dust.ts';
import type { SentAt } from './seen.ts';

/** A clock may come in the very instant of the check, and the agreed number may hold a message back for as long. */
const ON_ITS_WAY_MS = 20 * MINUTE_MS;

/** A message is counted when it is claimed, and sent up to the function's time later; two clocks may be wrong. */
const FUZZY_MS = 30_000 + 2 * SKEW_MS;

const laneOf = ({ message: { rep, channel } }: SentAt): string => `${rep} by ${channel}`;

/** A message that was sent and not recorded goes again at once: whether it went out, nobody knows. */
const isAgain = (one: SentAt, before: readonly SentAt[]): boolean =>
  one.message.leadIds.every((id) =>
    before.some(
      (earlier) =>
        laneOf(earlier) === laneOf(one) &&
        earlier.message.purpose === one.message.purpose &&
        earlier.message.leadIds.includes(id),
    ),
  );

const problemsOfThrottle = (throttle: Throttle, sentAt: readonly SentAt[]): readonly string[] => {
  if (throttle === undefined) return [];
  // Links to the figures have a limit of their own.
  const throttled = sentAt.filter(({ message }) => message.purpose !== 'figures');
  const first = throttled.filter((one, index) => !isAgain(one, throttled.slice(0, index)));
  return first.flatMap((one) => {
    const until = one.at + throttle.perMs - FUZZY_MS;
    const count = first.filter(
      (other) => laneOf(other) === laneOf(one) && other.at >= one.at && other.at < until,
    ).length;
    return count > throttle.max ? [`${count} messages to ${laneOf(one)} where ${throttle.max} are agreed`] : [];
  });
};

/** Two clocks of functions may be in different hours. */
const MOST_LINKS_IN_A_ROW = 6;

/** Links to the figures, which are three in an hour. */
const problemsOfFigures = (sentAt: readonly SentAt[]): readonly string[] => {
  const links = sentAt.filter(({ message }) => 'subject' in message && message.subject === PASS_SUBJECT);
  return links.flatMap(({ at, message: { rep } }) => {
    const within = links.filter((one) => one.message.rep === rep && one.at >= at && one.at < at + HOUR_MS).length;
    return within > MOST_LINKS_IN_A_ROW ? [`${within} links to the figures to ${rep} in an hour`] : [];
  });
};

/** What is still owed or held back, what was told more often than it was claimed, and what is said to have gone out and has not. */
export const problemsOfMessages = async ({
  flow,
  runtime,
  host,
  seen,
  delivered,
}: Dust): Promise<readonly string[]> => {
  const { store } = runtime;
  const overdue = host.time.now() - ON_ITS_WAY_MS;
  const problems: string[] = [];
  for (const { email, notices, mailed = [] } of store.leads()) {
    for (const { rep, deliveries } of [...notices, ...mailed]) {
      const isBack = deliveries.some((one) => one.state === 'sent' && delivered.mailsBack.has(one.messageId ?? ''));
      if (isBack) problems.push(`${email}'s mail to ${rep} came back, and is taken for sent`);
    }
    for (const { purpose, rep, at } of notices) {
      if (at < overdue) problems.push(`${email} still owes ${rep} ${purpose}`);
    }
  }
  for (const id of [...Object.keys(flow.agreement.reps), MARKETING]) {
    const key = { type: 'inbox', id } as const;
    const inbox = (await store.load([key])).get(key)?.value;
    if (inbox?.held.some(({ since }) => since < overdue)) problems.push(`${id}'s inbox still holds messages back`);
  }
  problems.push(...seen.claims.problems(seen.sentAt.map(({ message }) => message)));
  problems.push(...problemsOfFigures(seen.sentAt));
  problems.push(...problemsOfThrottle(flow.agreement.sla.alerts.throttle, seen.sentAt));
  const sent = new Set(seen.sentAt.map(({ messageId }) => messageId));
  for (const { type, detail } of seen.committed) {
    const { data } = detail;
    if (type !== 'RepAlerted' || !('messageId' in data) || data.messageId === undefined) continue;
    if (!sent.has(data.messageId)) problems.push(`RepAlerted names ${data.messageId}, which nobody sent`);
  }
  return problems;
};
