import { DAY_MS } from '../../shared/domain/time/durations.ts';
import type { Instant } from '../../shared/domain/time/instant.ts';
import { readableDuration } from '../../shared/domain/time/readable-duration.ts';
import type { Facts } from './facts.ts';
import type { Finding } from './finding.ts';
import type { SinkHealth, SourceHealth, SystemHealth } from './system-health.ts';

/** A failure of yesterday still matters; one of last week has been seen, or is over. */
const RECENT_MS = DAY_MS;
/** Some vendors take a week to give a new token. */
const ENDS_SOON_MS = 14 * DAY_MS;

const ago = (at: Instant, now: Instant): string => `${readableDuration(Math.max(0, now - at))} ago`;

/** Whether something failed lately, and has not gone well since. */
const failsSince = (failed: Instant | undefined, well: Instant | undefined, now: Instant): failed is Instant =>
  failed !== undefined && now - failed < RECENT_MS && (well === undefined || well < failed);

/** What a note says where a finding says what to do. */
const HOW_IT_STANDS = 'This only tells how it stands';

type Said = Pick<Finding, 'severity' | 'says' | 'todo' | 'see'>;

const ofToken = ({ name, tokenEnds }: SourceHealth, now: Instant): readonly Said[] => {
  if (tokenEnds === undefined || tokenEnds - now > ENDS_SOON_MS) return [];
  const next = {
    todo: `Make a new one, and put it: golden-hour secrets put ${name} --file secret.json`,
    see: 'docs/sources.md#secrets',
  };
  return tokenEnds <= now
    ? [{ severity: 'problem', says: `The apiToken of ${name} has ended ${ago(tokenEnds, now)}`, ...next }]
    : [{ severity: 'warning', says: `The apiToken of ${name} ends in ${readableDuration(tokenEnds - now)}`, ...next }];
};

const latest = (instants: readonly (Instant | undefined)[]): Instant | undefined => {
  const known = instants.filter((at) => at !== undefined);
  return known.length === 0 ? undefined : Math.max(...known);
};

/** How it stands with one, wrong or not: `what` is what goes well or does not. */
const standing = (
  { secretSince, tokenEnds }: SystemHealth<string>,
  what: { readonly well: string; readonly lastWell: Instant | undefined; readonly lastFailed: Instant | undefined },
  now: Instant,
): string =>
  [
    secretSince === undefined ? 'no secret' : `a secret put ${ago(secretSince, now)}`,
    what.lastWell === undefined ? `no ${what.well} in two weeks` : `the latest ${what.well} ${ago(what.lastWell, now)}`,
    what.lastFailed === undefined ? 'no failure in two weeks' : `the latest failure ${ago(what.lastFailed, now)}`,
    ...(tokenEnds === undefined ? [] : [`its apiToken until ${new Date(tokenEnds).toISOString().slice(0, 10)}`]),
  ].join(', ');

const ofSource = (health: SourceHealth, now: Instant): readonly Said[] => {
  const { name, secretSince, needsSecret, last } = health;
  const {
    RequestTaken: taken,
    RequestNotTaken: notTaken,
    FetchRefused: refused,
    SubmissionRefused: nobody,
    ReconcileFailed: notAsked,
    ReconcileCut: notListed,
  } = last;
  const said: Said[] = [...ofToken(health, now)];
  if (secretSince === undefined && needsSecret)
    said.push({
      severity: 'problem',
      says: `The source ${name} has no secret: nothing that it sends is taken`,
      todo: `Put it: golden-hour secrets put ${name} --file secret.json`,
      see: 'docs/sources.md#set-one-up',
    });
  if (failsSince(refused, secretSince, now))
    said.push({
      severity: 'problem',
      says: `The API of ${name} has refused our token ${ago(refused, now)}: leads wait`,
      todo: `Put a new one: golden-hour secrets put ${name} --file secret.json`,
      see: 'docs/runbooks/sources.md#an-api-refuses-our-token',
    });
  if (failsSince(notTaken, taken, now))
    said.push({
      severity: 'warning',
      says: `The latest request of ${name} was not taken, ${ago(notTaken, now)}`,
      todo: 'Compare the secret here with the one at the vendor',
      see: 'docs/runbooks/sources.md#requests-are-not-authentic',
    });
  const lastFailed = latest([notTaken, refused, nobody, notAsked, notListed]);
  const times = { well: 'request', lastWell: taken, lastFailed };
  said.push({
    severity: 'note',
    says: `The source ${name} has ${standing(health, times, now)}`,
    todo: HOW_IT_STANDS,
    see: 'docs/sources.md#when-something-goes-wrong',
  });
  return said;
};

const ofSink = (health: SinkHealth, now: Instant): readonly Said[] => {
  const { name, secretSince, last } = health;
  const { SinkTold: told, SinkFailed: failed, SinkRefused: refused, SinkGone: gone, SinkUnknown: unknown } = last;
  const put = `golden-hour secrets put sinks/${name} --file secret.json`;
  const said: Said[] = [];
  if (secretSince === undefined)
    said.push({
      severity: 'problem',
      says: `The sink ${name} has no secret: it is told nothing`,
      todo: `Put it: ${put}`,
      see: 'docs/sinks.md#secrets',
    });
  if (failsSince(refused, told, now))
    said.push({
      severity: 'problem',
      says: `The sink ${name} has refused us ${ago(refused, now)}: what it is to be told waits`,
      todo: `Mend its secret, its scopes, or what sinks.yaml writes there: ${put}`,
      see: 'docs/runbooks/sinks.md#a-sink-refuses-us',
    });
  if (failsSince(gone, told, now))
    said.push({
      severity: 'problem',
      says: `The sink ${name} has said ${ago(gone, now)} that it is there no more`,
      todo: 'Ask whoever runs it',
      see: 'docs/runbooks/sinks.md#a-webhook-is-gone',
    });
  if (failsSince(failed, told, now) && !failsSince(refused, told, now) && !failsSince(gone, told, now))
    said.push({
      severity: 'warning',
      says: `The sink ${name} has not taken the latest that it was told, ${ago(failed, now)}`,
      todo: 'Nothing yet: it is told again for three days',
      see: 'docs/sinks.md#when-a-sink-does-not-take-it',
    });
  const times = { well: 'message taken', lastWell: told, lastFailed: latest([failed, refused, gone, unknown]) };
  said.push({
    severity: 'note',
    says: `The sink ${name} has ${standing(health, times, now)}`,
    todo: HOW_IT_STANDS,
    see: 'docs/sinks.md#when-a-sink-does-not-take-it',
  });
  return said;
};

/** What is wrong with each source and sink, and how it stands. `now` is epoch milliseconds. */
export const diagnoseSystems = (
  { sources, sinks }: Pick<Facts, 'sources' | 'sinks'>,
  now: Instant,
): readonly Finding[] => [
  ...('answer' in sources ? sources.answer : []).flatMap((health) =>
    ofSource(health, now).map((said) => ({ ...said, check: 'source' as const, about: health.name })),
  ),
  ...('answer' in sinks ? sinks.answer : []).flatMap((health) =>
    ofSink(health, now).map((said) => ({ ...said, check: 'sink' as const, about: health.name })),
  ),
];
