import type { SSMClient } from '@aws-sdk/client-ssm';
import type { TimeSource } from '../../ports/time-source.ts';
import { createFetchWebCalls } from '../node/fetch-web-calls.ts';
import type { SlackAccess } from '../slack/slack-api.ts';
import { createSsmSecretStore } from './ssm-secret-store.ts';

/** Slack answers within a second; a rep shall be told by another channel well within the claim of a message, a minute. */
const TIMEOUT_MS = 5_000;

/** Slack, with the token that is kept in SSM; `prefix` ends with a slash. */
export const openSlack = (client: SSMClient, prefix: string, time: Pick<TimeSource, 'now'>): SlackAccess => ({
  calls: createFetchWebCalls({ timeoutMs: TIMEOUT_MS }),
  secrets: createSsmSecretStore({ client, prefix, time }),
  time,
});
