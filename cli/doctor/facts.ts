import { askAccount, asked } from '../../shared/application/reach/ask-account.ts';
import type { Asked } from '../../shared/domain/alert/reach/account.ts';
import { MINUTE_MS } from '../../shared/domain/time/durations.ts';
import type { Instant } from '../../shared/domain/time/instant.ts';
import type { Deployment } from './deployment.ts';
import type { Subjects } from './subjects.ts';

/** One of each question that a deployment takes. */
export type Facts = { readonly [Q in keyof Deployment]: Asked<Awaited<ReturnType<Deployment[Q]>>> };

/** watch-clocks comes every minute, and a look takes its time: what is later than this is not merely on its way. */
export const GRACE_MS = 5 * MINUTE_MS;

/** Asks everything at once; a question that is refused leaves the others alone. `now` is epoch milliseconds. */
export const gatherFacts = async (deployment: Deployment, subjects: Subjects, now: Instant): Promise<Facts> => {
  const [reach, concurrency, deadLetters, sources, sinks, alarms, pastDue, unpublished] = await Promise.all([
    askAccount(deployment, { recipients: subjects.recipients, members: subjects.members, now }),
    asked(deployment.concurrency()),
    asked(deployment.deadLetters()),
    asked(deployment.sources(subjects.sources, now)),
    asked(deployment.sinks(subjects.sinks, now)),
    asked(deployment.alarms()),
    asked(deployment.pastDue(now - GRACE_MS)),
    asked(deployment.unpublished(now - GRACE_MS)),
  ]);
  return { ...reach, concurrency, deadLetters, sources, sinks, alarms, pastDue, unpublished };
};
