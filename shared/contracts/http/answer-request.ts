import * as z from 'zod';
import type { LinkAnswer } from '../../domain/lead/answer-by-link.ts';

/** What is read of an event of an HTTP API, payload format 2.0. */
const httpEvent = z.object({
  rawPath: z.string(),
  requestContext: z.object({ http: z.object({ method: z.string() }) }),
  body: z.string().optional(),
  isBase64Encoded: z.boolean(),
});

export type AnswerRequest =
  | { readonly kind: 'see'; readonly token: string; readonly headOnly: boolean }
  | { readonly kind: 'answer'; readonly token: string; readonly form: string }
  | { readonly kind: 'no-such-page' | 'wrong-method' | 'unknown' };

/** A stage, a custom domain's mapping or a local emulator may put something before the path. */
const LINK_PATH = /\/a\/([^/]+)$/;

/** 128 bits in base64url. */
const TOKEN = /^[\w-]{22}$/;

export const readRequest = (event: unknown): AnswerRequest => {
  const { rawPath, requestContext, body = '', isBase64Encoded } = httpEvent.parse(event);
  const token = LINK_PATH.exec(rawPath)?.[1];
  if (token === undefined) return { kind: 'no-such-page' };
  const { method } = requestContext.http;
  if (method !== 'GET' && method !== 'HEAD' && method !== 'POST') return { kind: 'wrong-method' };
  if (!TOKEN.test(token)) return { kind: 'unknown' };
  if (method !== 'POST') return { kind: 'see', token, headOnly: method === 'HEAD' };
  return { kind: 'answer', token, form: isBase64Encoded ? Buffer.from(body, 'base64').toString() : body };
};

/** What the form takes; the schema allows a browser's two characters for a line break, and more. */
export const NOTE_LENGTH = 500;

const note = z
  .string()
  .trim()
  .max(2 * NOTE_LENGTH);

const answerForm = z.discriminatedUnion('answer', [
  z.object({ answer: z.enum(['accept', 'contacted', 'qualified', 'not-now']) }),
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
