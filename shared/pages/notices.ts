import type { LinkOver } from '../domain/vocabulary/link-over.ts';

/** Why there is no lead to be seen. */
export type Notice = LinkOver | 'all-done' | 'unknown' | 'no-such-page' | 'wrong-method' | 'failure';
