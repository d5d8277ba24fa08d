export interface WebCall {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'PUT';
  /** `https:`. */
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface WebAnswer {
  readonly status: number;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Calls of others' APIs. Each answer is one, whatever its status; a redirect is not followed. */
export interface WebCalls {
  /** Throws NotAnswered where none came in time, or one too long to be read. */
  call(call: WebCall): Promise<WebAnswer>;
}

/** Nobody answered. Names the host alone: the rest of an address may hold a secret. */
export class NotAnswered extends Error {
  readonly code = 'NOT_ANSWERED';
  constructor(host: string, why: string) {
    super(`${host} did not answer (${why}). The call is made again later.`);
    this.name = 'NotAnswered';
  }
}
