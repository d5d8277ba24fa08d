import { FAMILIES } from '../../shared/fields/free-mail.ts';
import { MAILBOX_PROVIDERS } from './mailbox-providers.ts';
import { linesOf } from './source.ts';

const isHost = (line: string): boolean => /^[a-z0-9.-]+\.[a-z]{2,}$/.test(line);

/**
 * Domains at which anybody can have a mailbox, grouped by what follows their first point: `com gmail,…`. What a family of
 * names covers is left out.
 */
export const freeMail = (): string => {
  const all = new Set([
    ...linesOf('freemail', 'data/free.txt').map((line) => line.trim().toLowerCase()),
    ...MAILBOX_PROVIDERS,
  ]);
  const groups = new Map<string, string[]>();
  for (const domain of [...all].filter((one) => isHost(one) && !FAMILIES.test(one)).sort()) {
    const point = domain.indexOf('.');
    const [name, rest] = [domain.slice(0, point), domain.slice(point + 1)];
    groups.set(rest, [...(groups.get(rest) ?? []), name]);
  }
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([rest, list]) => `${rest} ${list.join(',')}`)
    .join('\n');
};
