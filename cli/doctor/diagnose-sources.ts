import { DAY_MS } from '../../shared/domain/time/durations.ts';
import type { Instant } from '../../shared/domain/time/instant.ts';
import { readableDuration } from '../../shared/domain/time/readable-duration.ts';
import type { Facts } from './facts.ts';
import type { Finding } from './finding.ts';
import type { SourceHealth } from './source-health.ts';

const SOURCES = 'docs/sources.md';
const RUNBOOK = 'docs/runbooks/sources.md';

/** A failure of yesterday still matters; one of last week has been seen, or is over. */
const RECENT_MS = DAY_MS;
/** Some vendors take a week to give a new token. */
const ENDS_SOON_MS = 14 * DAY_MS;

const ago = (at: Instant, now: Instant): string => `${readableDuration(Math.max(0, now - at))} ago`;

/** Whether something failed lately, and has not gone well since. */
const failsSince = (failed: Instant | undefined, well: Instant | undefined, now: Instant): failed is Instant =>
  failed !== undefined && now - failed < RECENT_MS && (well === undefined || well < failed);

const finding = (
  { name }: SourceHealth,
  severity: Finding['severity'],
  says: string,
  todo: string,
  see: string,
): Finding => ({ severity, check: 'source', about: name, says, todo, see });

const ofSecret = (health: SourceHealth, now: Instant): readonly Finding[] => {
  const { name, secretSince, tokenEnds } = health;
  const put = `Put it: golden-hour secrets put ${name}`;
  if (secretSince === undefined)
    return [finding(health, 'problem', `The source ${name} has no secret: it gets 503`, put, `${SOURCES}#set-one-up`)];
  if (tokenEnds === undefined || tokenEnds - now > ENDS_SOON_MS) return [];
  const isOver = tokenEnds <= now;
  const says = isOver
    ? `The apiToken of ${name} has ended ${ago(tokenEnds, now)}: leads wait`
    : `The apiToken of ${name} ends in ${readableDuration(tokenEnds - now)}`;
  return [
    finding(
      health,
      isOver ? 'problem' : 'warning',
      says,
      `Make a new one, and put it: golden-hour secrets put ${name}`,
      `${SOURCES}#secrets`,
    ),
  ];
};

const ofFailures = (health: SourceHealth, now: Instant): readonly Finding[] => {
  const { name, lastTaken, lastNotTaken, lastFetchRefused } = health;
  return [
    ...(failsSince(lastFetchRefused, undefined, now)
      ? [
          finding(
            health,
            'problem',
            `The API of ${name} has refused our token ${ago(lastFetchRefused, now)}: leads wait`,
            `Put a new one: golden-hour secrets put ${name}`,
            `${RUNBOOK}#an-api-refuses-our-token`,
          ),
        ]
      : []),
    ...(failsSince(lastNotTaken, lastTaken, now)
      ? [
          finding(
            health,
            'warning',
            `The latest request of ${name} was not taken, ${ago(lastNotTaken, now)}`,
            'Compare the secret here with the one at the vendor',
            `${RUNBOOK}#requests-are-not-authentic`,
          ),
        ]
      : []),
  ];
};

/** How it stands with a source, wrong or not. */
const stateOf = (health: SourceHealth, now: Instant): Finding => {
  const { name, secretSince, lastTaken, lastNotTaken, lastFetchRefused, tokenEnds } = health;
  const failed = Math.max(lastNotTaken ?? 0, lastFetchRefused ?? 0);
  const parts = [
    secretSince === undefined ? 'no secret' : `a secret since ${ago(secretSince, now)}`,
    lastTaken === undefined ? 'no request in two weeks' : `the latest request ${ago(lastTaken, now)}`,
    failed === 0 ? 'no failure in two weeks' : `the latest failure ${ago(failed, now)}`,
    ...(tokenEnds === undefined ? [] : [`its apiToken until ${new Date(tokenEnds).toISOString().slice(0, 10)}`]),
  ];
  return finding(
    health,
    'note',
    `The source ${name} has ${parts.join(', ')}`,
    'Nothing',
    `${SOURCES}#when-something-goes-wrong`,
  );
};

/** What is wrong with each source, and how it stands. `now` is epoch milliseconds. */
export const diagnoseSources = ({ sources }: Pick<Facts, 'sources'>, now: Instant): readonly Finding[] =>
  'answer' in sources
    ? sources.answer.flatMap((health) => [...ofSecret(health, now), ...ofFailures(health, now), stateOf(health, now)])
    : [];
