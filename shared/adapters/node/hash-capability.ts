import { createHash } from 'node:crypto';

/** What a link's capability is stored under: whoever reads the table cannot answer for a rep. */
export const hashCapability = (token: string): string => createHash('sha256').update(token).digest('hex');
