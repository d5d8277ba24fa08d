import { retryAfterMs } from '../../contracts/http/retry-after.ts';
import { jsonText } from '../../contracts/json-text.ts';
import { SLACK_SECRET, slackSecrets } from '../../contracts/sinks/slack-secrets.ts';
import * as z from '../../contracts/zod.ts';
import { SECOND_MS } from '../../domain/time/durations.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { SecretStore } from '../../ports/secret-store.ts';
import type { TimeSource } from '../../ports/time-source.ts';
import type { WebAnswer, WebCalls } from '../../ports/web-calls.ts';

/** What Slack's Web API answers: it says what is wrong with status 200. */
export type SlackReply<T> =
  | { readonly state: 'ok'; readonly body: T }
  | { readonly state: 'refused'; readonly error: string }
  | { readonly state: 'later'; readonly afterMs: number };

export interface SlackAccess {
  readonly calls: WebCalls;
  readonly secrets: Pick<SecretStore, 'read'>;
  readonly time: Pick<TimeSource, 'now'>;
}

/** Our token is not kept, or Slack takes it no more. */
export const NOT_CONNECTED: ReadonlySet<string> = new Set([
  'no_token',
  'not_authed',
  'invalid_auth',
  'account_inactive',
  'token_revoked',
  'token_expired',
]);

/** Nobody in the workspace can be written to by the id. */
export const NO_SUCH_MEMBER: ReadonlySet<string> = new Set([
  'user_not_found',
  'users_not_found',
  'channel_not_found',
  'user_disabled',
  'user_not_visible',
  'is_archived',
]);

const API = 'https://slack.com/api/';

const status = z.object({ ok: z.boolean(), error: z.exactOptional(z.string()) });

/** Slack's words for what is wrong are codes; nothing else gets into a log or a fact. */
const CODE = /^[a-z][a-z_]{0,60}$/;

const DEFAULT_WAIT_MS = 30 * SECOND_MS;

const later = ({ headers }: WebAnswer, now: Instant): { readonly state: 'later'; readonly afterMs: number } => ({
  state: 'later',
  afterMs: Math.max(SECOND_MS, retryAfterMs(headers['retry-after'], now) ?? DEFAULT_WAIT_MS),
});

const replyOf = <S extends z.ZodMiniType>(answer: WebAnswer, schema: S, now: Instant): SlackReply<z.output<S>> => {
  if (answer.status === 429) return later(answer, now);
  if (answer.status !== 200) return { state: 'refused', error: `status_${answer.status}` };
  const value = jsonText.safeParse(answer.body).data;
  const said = status.safeParse(value);
  if (!said.success) return { state: 'refused', error: 'unreadable_answer' };
  const { ok, error = '' } = said.data;
  if (!ok && error === 'ratelimited') return later(answer, now);
  if (!ok) return { state: 'refused', error: CODE.test(error) ? error : 'unknown_error' };
  const body = schema.safeParse(value);
  return body.success ? { state: 'ok', body: body.data } : { state: 'refused', error: 'unreadable_answer' };
};

/**
 * Calls one method of Slack's Web API. Arguments go as a form, which every method takes; what is no text, as JSON in it.
 * Throws NotAnswered, SecretUnreadable.
 */
export const callSlack = async <S extends z.ZodMiniType>(
  method: string,
  { args, schema }: { readonly args: Readonly<Record<string, unknown>>; readonly schema: S },
  { calls, secrets, time }: SlackAccess,
): Promise<SlackReply<z.output<S>>> => {
  const kept = slackSecrets.safeParse(await secrets.read(SLACK_SECRET));
  if (!kept.success) return { state: 'refused', error: 'no_token' };
  const { apiToken, apiBase = API } = kept.data;
  const form = Object.entries(args).map(([name, value]): [string, string] => [
    name,
    typeof value === 'string' ? value : JSON.stringify(value),
  ]);
  const answer = await calls.call({
    method: 'POST',
    url: `${apiBase}${method}`,
    headers: {
      authorization: `Bearer ${apiToken}`,
      'content-type': 'application/x-www-form-urlencoded; charset=utf-8',
    },
    body: new URLSearchParams(form).toString(),
  });
  return replyOf(answer, schema, time.now());
};
