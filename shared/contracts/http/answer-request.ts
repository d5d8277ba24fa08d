import type { LinkAnswer } from '../../domain/answer/answer-by-link.ts';
import { PLAIN_ANSWERS } from '../../domain/vocabulary/link-answers.ts';
import * as z from '../zod.ts';

/** What is read of an event of an HTTP API, payload format 2.0. */
const httpEvent = z.object({
  rawPath: z.string(),
  requestContext: z.object({ http: z.object({ method: z.string() }) }),
  body: z.optional(z.string()),
  isBase64Encoded: z.boolean(),
});

/**
 * What a link says after `/a/`: a capability; of one that opens several leads, which of them, from 1; or a lead of its
 * rep, whatever the capability was made for.
 */
export type LinkPath =
  | { readonly token: string; readonly position?: number; readonly leadId?: never }
  | { readonly token: string; readonly leadId: string; readonly position?: never };

/** The address of the list that a link is a place in, beside it. */
export const listOf = ({ token, position }: LinkPath): string | undefined =>
  position === undefined ? undefined : token;

/** What a link's capability opens behind a dot: all open leads of its rep, and behind one more dot each of them. */
export const MY_LEADS_PAGE = 'mine';

export const myLeadsPathText = (token: string): string => `${token}.${MY_LEADS_PAGE}`;

export const linkPathText = ({ token, position, leadId }: LinkPath): string => {
  if (leadId !== undefined) return `${myLeadsPathText(token)}.${leadId}`;
  return position === undefined ? token : `${token}.${position}`;
};

/** What a link's capability opens instead of leads, behind a dot: when its rep takes leads. */
export const ABSENCE_PAGE = 'away';

export const absencePathText = (token: string): string => `${token}.${ABSENCE_PAGE}`;

export type AnswerRequest =
  | { readonly kind: 'see'; readonly link: LinkPath; readonly headOnly: boolean }
  | { readonly kind: 'answer'; readonly link: LinkPath; readonly form: string }
  | { readonly kind: 'see-absence'; readonly token: string; readonly headOnly: boolean }
  | { readonly kind: 'see-my-leads'; readonly token: string; readonly headOnly: boolean }
  | { readonly kind: 'set-absence'; readonly token: string; readonly form: string }
  | { readonly kind: 'no-such-page' | 'wrong-method' | 'unknown' };

/** A stage, a custom domain's mapping or a local emulator may put something before the path. */
const LINK_PATH = /\/a\/([^/]+)$/;

/** 128 bits in base64url, and a place in a list. */
const LINK = /^([\w-]{22})(?:\.([1-9]\d{0,2}))?$/;

/** Ids of leads are 128 bits in hexadecimal. */
const MY_LEADS_LINK = new RegExp(`^([\\w-]{22})\\.${MY_LEADS_PAGE}(?:\\.([0-9a-f]{32}))?$`);

const ABSENCE_LINK = new RegExp(`^([\\w-]{22})\\.${ABSENCE_PAGE}$`);

const readLink = (text: string): LinkPath | undefined => {
  const [, rep, leadId] = MY_LEADS_LINK.exec(text) ?? [];
  if (rep !== undefined && leadId !== undefined) return { token: rep, leadId };
  const [, token, position] = LINK.exec(text) ?? [];
  if (token === undefined) return undefined;
  return position === undefined ? { token } : { token, position: Number(position) };
};

export const readRequest = (event: unknown): AnswerRequest => {
  const { rawPath, requestContext, body = '', isBase64Encoded } = httpEvent.parse(event);
  const text = LINK_PATH.exec(rawPath)?.[1];
  if (text === undefined) return { kind: 'no-such-page' };
  const { method } = requestContext.http;
  if (method !== 'GET' && method !== 'HEAD' && method !== 'POST') return { kind: 'wrong-method' };
  const headOnly = method === 'HEAD';
  const form = isBase64Encoded ? Buffer.from(body, 'base64').toString() : body;
  const [, token] = ABSENCE_LINK.exec(text) ?? [];
  if (token !== undefined) {
    return method === 'POST' ? { kind: 'set-absence', token, form } : { kind: 'see-absence', token, headOnly };
  }
  const [, owner, leadId] = MY_LEADS_LINK.exec(text) ?? [];
  if (owner !== undefined && leadId === undefined) {
    return method === 'POST' ? { kind: 'wrong-method' } : { kind: 'see-my-leads', token: owner, headOnly };
  }
  const link = readLink(text);
  if (link === undefined) return { kind: 'unknown' };
  return method === 'POST' ? { kind: 'answer', link, form } : { kind: 'see', link, headOnly };
};

/** What the form takes; the schema allows a browser's two characters for a line break, and more. */
export const NOTE_LENGTH = 500;

const note = z.string().check(z.trim(), z.maxLength(2 * NOTE_LENGTH));

const answerForm = z.discriminatedUnion('answer', [
  z.object({ answer: z.enum(PLAIN_ANSWERS) }),
  z.object({ answer: z.literal('reject'), reason: z.string(), note: z._default(note, '') }),
  z.object({ answer: z.literal('sent'), content: z.string() }),
]);

export type FormProblem = 'unknown-answer' | 'unknown-reason' | 'unknown-content' | 'long-note';

/** What is wrong, by the field that cannot be read. */
const PROBLEM_OF: readonly (readonly [string, FormProblem])[] = [
  ['reason', 'unknown-reason'],
  ['note', 'long-note'],
  ['content', 'unknown-content'],
];

/** Reads a form in `application/x-www-form-urlencoded`; what it does not know it leaves out. */
export const readAnswer = (form: string): LinkAnswer | { readonly refused: FormProblem } => {
  const parsed = answerForm.safeParse(Object.fromEntries(new URLSearchParams(form)));
  if (!parsed.success) {
    const paths = parsed.error.issues.map(({ path }) => path[0]);
    return {
      refused: PROBLEM_OF.find(([field]) => paths.includes(field))?.[1] ?? 'unknown-answer',
    };
  }
  if (parsed.data.answer !== 'reject') return parsed.data;
  const { answer, reason, note: text } = parsed.data;
  return { answer, reason, ...(text === '' ? {} : { note: text }) };
};

/** A rejection as it was filled in, to be put right: `note` may be longer than the form takes. */
export interface TypedRejection {
  readonly reason: string;
  readonly note: string;
}

/** It keeps the page small. */
const LONGEST_TYPED = 4 * NOTE_LENGTH;

/** What of a form that was refused is worth filling in again. */
export const readTyped = (form: string): TypedRejection => {
  const fields = new URLSearchParams(form);
  return { reason: fields.get('reason') ?? '', note: (fields.get('note') ?? '').trim().slice(0, LONGEST_TYPED) };
};
