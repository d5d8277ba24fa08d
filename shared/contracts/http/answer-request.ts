import * as z from 'zod';
import type { LinkAnswer } from '../../domain/answer/answer-by-link.ts';
import { PLAIN_ANSWERS } from '../../domain/vocabulary/link-answers.ts';

/** What is read of an event of an HTTP API, payload format 2.0. */
const httpEvent = z.object({
  rawPath: z.string(),
  requestContext: z.object({ http: z.object({ method: z.string() }) }),
  body: z.string().optional(),
  isBase64Encoded: z.boolean(),
});

/** What a link says after `/a/`: a capability, and of one that opens several leads, which of them, from 1. */
export interface LinkPath {
  readonly token: string;
  readonly position?: number;
}

/** The address of the list that a link is a place in, beside it. */
export const listOf = ({ token, position }: LinkPath): string | undefined =>
  position === undefined ? undefined : token;

export const linkPathText = ({ token, position }: LinkPath): string =>
  position === undefined ? token : `${token}.${position}`;

/** What a link's capability opens instead of leads, behind a dot: when its rep takes leads. */
export const ABSENCE_PAGE = 'away';

export const absencePathText = (token: string): string => `${token}.${ABSENCE_PAGE}`;

export type AnswerRequest =
  | { readonly kind: 'see'; readonly link: LinkPath; readonly headOnly: boolean }
  | { readonly kind: 'answer'; readonly link: LinkPath; readonly form: string }
  | { readonly kind: 'see-absence'; readonly token: string; readonly headOnly: boolean }
  | { readonly kind: 'set-absence'; readonly token: string; readonly form: string }
  | { readonly kind: 'no-such-page' | 'wrong-method' | 'unknown' };

/** A stage, a custom domain's mapping or a local emulator may put something before the path. */
const LINK_PATH = /\/a\/([^/]+)$/;

/** 128 bits in base64url, and a place in a list. */
const LINK = /^([\w-]{22})(?:\.([1-9]\d{0,2}))?$/;

const ABSENCE_LINK = new RegExp(`^([\\w-]{22})\\.${ABSENCE_PAGE}$`);

const readLink = (text: string): LinkPath | undefined => {
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
  const link = readLink(text);
  if (link === undefined) return { kind: 'unknown' };
  return method === 'POST' ? { kind: 'answer', link, form } : { kind: 'see', link, headOnly };
};

/** What the form takes; the schema allows a browser's two characters for a line break, and more. */
export const NOTE_LENGTH = 500;

const note = z
  .string()
  .trim()
  .max(2 * NOTE_LENGTH);

const answerForm = z.discriminatedUnion('answer', [
  z.object({ answer: z.enum(PLAIN_ANSWERS) }),
  z.object({ answer: z.literal('reject'), reason: z.string(), note: note.default('') }),
]);

export type FormProblem = 'unknown-answer' | 'unknown-reason' | 'long-note';

/** Reads a form in `application/x-www-form-urlencoded`; what it does not know it leaves out. */
export const readAnswer = (form: string): LinkAnswer | { readonly refused: FormProblem } => {
  const parsed = answerForm.safeParse(Object.fromEntries(new URLSearchParams(form)));
  if (!parsed.success) {
    const paths = parsed.error.issues.map(({ path }) => path[0]);
    return {
      refused: paths.includes('reason') ? 'unknown-reason' : paths.includes('note') ? 'long-note' : 'unknown-answer',
    };
  }
  if (parsed.data.answer !== 'reject') return parsed.data;
  const { answer, reason, note: text } = parsed.data;
  return { answer, reason, ...(text === '' ? {} : { note: text }) };
};
