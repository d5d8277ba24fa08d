import type { WebResponse } from './web-request.ts';

const EMPTY = { headers: {}, body: '' } as const;

export const OK: WebResponse = { status: 200, ...EMPTY };

/** The same for an unknown source, a wrong token and a wrong signature; never 404 or 410, which end a subscription. */
export const NOT_AUTHENTIC: WebResponse = { status: 401, ...EMPTY };

export const TOO_BIG: WebResponse = { status: 413, ...EMPTY };

/** It is not the sender's fault: most come again. */
export const NOT_NOW: WebResponse = { status: 503, headers: { 'retry-after': '60' }, body: '' };
