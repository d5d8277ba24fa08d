import type { SecretStore } from '../../ports/secret-store.ts';
import type { TimeSource } from '../../ports/time-source.ts';
import { createFetchWebCalls } from '../node/fetch-web-calls.ts';
import type { SlackAccess } from '../slack/slack-api.ts';

/** Slack answers within a second; a rep shall be told by another channel well within the claim of a message, a minute. */
const TIMEOUT_MS = 5_000;

/** Slack, with the token that is kept in SSM. */
export const openSlack = (secrets: SecretStore, time: Pick<TimeSource, 'now'>): SlackAccess => ({
  calls: createFetchWebCalls({ timeoutMs: TIMEOUT_MS }),
  secrets,
  time,
});
