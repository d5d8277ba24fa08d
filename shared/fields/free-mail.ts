import { lazily } from './lazily.ts';
import { FREE_MAIL } from './tables/free-mail.ts';
import { unpack } from './tables/unpack.ts';

/** Providers with a name in many countries: `outlook.de`, `yahoo.co.uk`, `mail2anybody.com`. */
export const FAMILIES =
  /^(?:(?:gmail|googlemail|hotmail|outlook|live|msn|windowslive|yahoo|ymail|rocketmail|gmx|aol|icloud|fastmail|yandex|protonmail)\.(?:[a-z]{2,3}|com?\.[a-z]{2}|[a-z]{2}\.com|net\.[a-z]{2}|info)|mail2[a-z0-9]+\.com)$/;

const domains = lazily(() => {
  const all = new Set<string>();
  for (const line of unpack(FREE_MAIL).split('\n')) {
    const [rest = '', list = ''] = line.split(' ');
    for (const name of list.split(',')) all.add(`${name}.${rest}`);
  }
  return all;
});

/** Whether anybody can have a mailbox at this domain, so that who has one there says nothing of a company. */
export const isFreeMail = (domain: string): boolean => FAMILIES.test(domain) || domains().has(domain);
