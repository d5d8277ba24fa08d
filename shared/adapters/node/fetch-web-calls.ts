import { NotAnswered, type WebAnswer, type WebCall, type WebCalls } from '../../ports/web-calls.ts';

export interface FetchOptions {
  /** How long an answer may take, to its last byte. */
  readonly timeoutMs: number;
  /**
   * Bytes.
   * @default 2,000,000: a hundred contacts of a CRM are far less
   */
  readonly longest?: number;
}

const LONGEST = 2_000_000;

/** No more than `longest` bytes, whatever is sent. */
const textOf = async ({ body }: Response, longest: number): Promise<string | undefined> => {
  if (body === null) return '';
  const parts: Uint8Array[] = [];
  let length = 0;
  // Leaving the loop early cancels the stream.
  for await (const part of body) {
    length += part.length;
    if (length > longest) return undefined;
    parts.push(part);
  }
  return Buffer.concat(parts).toString();
};

const answerOf = async (call: WebCall, { timeoutMs, longest = LONGEST }: FetchOptions): Promise<WebAnswer> => {
  const { method, url, headers = {}, body } = call;
  const { host } = new URL(url);
  try {
    const response = await fetch(url, {
      ...{ method, headers, redirect: 'manual', signal: AbortSignal.timeout(timeoutMs) },
      ...(body === undefined ? {} : { body }),
    });
    const text = await textOf(response, longest);
    if (text === undefined) throw new NotAnswered(host, `more than ${longest} bytes`);
    return { status: response.status, headers: Object.fromEntries(response.headers), body: text };
  } catch (error) {
    if (error instanceof NotAnswered) throw error;
    // The cause may quote the address.
    throw new NotAnswered(host, error instanceof Error ? error.name : 'no answer');
  }
};

/** By Node's own fetch. */
export const createFetchWebCalls = (options: FetchOptions): WebCalls => ({ call: (call) => answerOf(call, options) });
