import type { Rep } from '../../agreement/agreement.ts';
import type { FailingChannel, RepFact } from '../../lead/rep-facts.ts';
import { HOUR_MS } from '../../time/durations.ts';
import { type Instant, toIso } from '../../time/instant.ts';
import { CHANNELS, type Channel } from '../../vocabulary/channels.ts';
import { MAIL_RETURNS, type MailReturn, type ReachFailure } from '../../vocabulary/reach-failures.ts';
import { REACH_RULES } from '../channels/reach-rules.ts';
import type { ReachAnswers } from './account.ts';
import { fails, type Standing, unsure } from './standing.ts';

/** Why a channel fails, and since when it is known to fail for that reason. */
export interface Failing {
  readonly reason: ReachFailure;
  readonly since: Instant;
}

/** Whether messages reach a rep, as AWS told when it was asked last. */
export interface Reach {
  readonly failing: { readonly [C in Channel]?: Failing };
  /** Channels that have reached the rep's present address. */
  readonly worked: readonly Channel[];
  /** When a channel by which messages had come back was found to work again; absent before the first. */
  readonly restored?: { readonly [C in Channel]?: Instant };
  /** Since when no channel reaches the rep; absent while one does. */
  readonly unreachableSince?: Instant;
  /** How many facts there have been of it. */
  readonly sequence: number;
}

export const UNKNOWN_REACH: Reach = { failing: {}, worked: [], sequence: 0 };

/** A subscription that was confirmed and is not there any more was ended; one that was never confirmed was dropped. */
const reasonOf = (reason: ReachFailure, hasWorked: boolean): ReachFailure =>
  reason === 'NotSubscribed' && hasWorked ? 'Unsubscribed' : reason;

/** What is not known changes nothing. */
const failingNow = (standing: Standing, channel: Channel, before: Reach, now: Instant): Failing | undefined => {
  const known = before.failing[channel];
  if (standing.state === 'unsure') return known;
  if (standing.state === 'works') return undefined;
  const reason = reasonOf(standing.reason, before.worked.includes(channel));
  return known?.reason === reason ? known : { reason, since: now };
};

/** An address that waits for its confirmation is another one than before, or one that has to be confirmed again. */
const worksOrWorked = (standing: Standing, hasWorked: boolean): boolean =>
  standing.state === 'works' || (hasWorked && !(standing.state === 'fails' && standing.reason === 'NotConfirmed'));

/** Whoever hears of a message from before knows that it is old news. */
const restoredBy = (
  before: Reach,
  standings: readonly (readonly [Channel, Standing])[],
  now: Instant,
): Pick<Reach, 'restored'> => {
  const fresh = standings.flatMap(([channel, { state }]) => {
    const was = before.failing[channel]?.reason;
    return state === 'works' && MAIL_RETURNS.some((one) => one === was) ? [[channel, now] as const] : [];
  });
  const restored = { ...before.restored, ...Object.fromEntries(fresh) };
  return Object.keys(restored).length === 0 ? {} : { restored };
};

const isSameList = (one: readonly Channel[], other: readonly Channel[]): boolean =>
  CHANNELS.every((channel) => one.includes(channel) === other.includes(channel));

const isSame = (one: Reach, other: Reach): boolean =>
  one.unreachableSince === other.unreachableSince &&
  CHANNELS.every((channel) => one.failing[channel]?.reason === other.failing[channel]?.reason);

const told = (channels: readonly Channel[], { failing }: Reach): readonly FailingChannel[] =>
  channels.flatMap((channel) => {
    const why = failing[channel];
    return why === undefined ? [] : [{ channel, reason: why.reason, since: toIso(why.since) }];
  });

const factOf = ({ id: rep, channels }: Rep, after: Reach): RepFact => {
  const failing = told(channels, after);
  if (after.unreachableSince !== undefined) {
    return { type: 'RepUnreachable', data: { rep, since: toIso(after.unreachableSince), failing } };
  }
  const by = channels.filter((channel) => after.failing[channel] === undefined);
  return { type: 'RepReachable', data: { rep, by, failing } };
};

export interface ReachDecision {
  /** The same object where nothing has changed. */
  readonly reach: Reach;
  /** At most one: what is told last of a rep is all that is true. */
  readonly facts: readonly RepFact[];
}

/** Told where it is not what was told before. */
const decideBy = (before: Reach, rep: Rep, standingOf: (channel: Channel) => Standing, now: Instant): ReachDecision => {
  const standings = rep.channels.map((channel) => [channel, standingOf(channel)] as const);
  const failing = Object.fromEntries(
    standings.flatMap(([channel, standing]) => {
      const why = failingNow(standing, channel, before, now);
      return why === undefined ? [] : [[channel, why] as const];
    }),
  );
  const worked = standings.flatMap(([channel, standing]) =>
    worksOrWorked(standing, before.worked.includes(channel)) ? [channel] : [],
  );
  const isReached = rep.channels.length === 0 || Object.keys(failing).length < rep.channels.length;
  const since = isReached ? {} : { unreachableSince: before.unreachableSince ?? now };
  const restored = restoredBy(before, standings, now);
  const after: Reach = { failing, worked, ...restored, ...since, sequence: before.sequence };
  const facts = isSame(before, after) ? [] : [factOf(rep, after)];
  if (facts.length === 0 && isSameList(before.worked, worked)) return { reach: before, facts };
  return { reach: { ...after, sequence: before.sequence + facts.length }, facts };
};

/** Whether messages reach the rep now, by what the account answers. */
export const decideReach = (before: Reach, rep: Rep, answers: ReachAnswers, now: Instant): ReachDecision =>
  decideBy(before, rep, (channel) => REACH_RULES[channel].standing(rep, answers), now);

/** By then check-reach has asked, once at least. */
const OLD_NEWS_MS = 2 * HOUR_MS;

/** A message that came back. */
export interface CameBack {
  readonly channel: Channel;
  readonly why: MailReturn;
  /** When it did. */
  readonly at: Instant;
}

/**
 * Whether messages reach the rep once one came back by a channel; of the others nothing new is known. What the agreement
 * does not give the rep does not count, nor does what the account has been asked since.
 */
export const decideReturn = (before: Reach, rep: Rep, back: CameBack, now: Instant): ReachDecision => {
  const askedAt = Math.max(before.restored?.[back.channel] ?? 0, now - OLD_NEWS_MS);
  if (back.at < askedAt) return { reach: before, facts: [] };
  const standingOf = (channel: Channel): Standing =>
    channel === back.channel ? fails(back.why) : unsure('not-answered');
  return decideBy(before, rep, standingOf, now);
};
