/** Providers that ignore dots and what follows a plus in the local part. */
const DOTLESS = new Set(['gmail.com', 'googlemail.com']);

/** Providers that deliver `name+anything@` to `name@`. */
const PLUS_TAGS = new Set([
  ...DOTLESS,
  'outlook.com',
  'hotmail.com',
  'live.com',
  'icloud.com',
  'me.com',
  'fastmail.com',
  'proton.me',
  'protonmail.com',
]);

const ALIASES: Readonly<Record<string, string>> = { 'googlemail.com': 'gmail.com' };

/** A domain in lower case and, if internationalised, in its ASCII form (UTS 46); undefined if it is none. */
export const normaliseDomain = (domain: string): string | undefined => {
  const trimmed = domain.trim().toLowerCase().replace(/\.$/, '');
  if (/^[a-z0-9.-]+$/.test(trimmed)) return trimmed.includes('..') ? undefined : trimmed;
  if (/[\s/@:?#[\]\\]/.test(trimmed)) return undefined;
  return URL.canParse(`http://${trimmed}`) ? new URL(`http://${trimmed}`).hostname : undefined;
};

/** RFC 5321. */
const LONGEST = 254;

/**
 * The identity behind an address: two addresses that reach the same mailbox by their provider's own
 * rules are one lead. Undefined when the text is no address.
 */
export const normaliseEmail = (address: string): string | undefined => {
  const text = address.trim();
  const at = text.lastIndexOf('@');
  if (at < 1 || text.length > LONGEST || /\s/.test(text)) return undefined;
  const domain = normaliseDomain(text.slice(at + 1));
  if (domain === undefined || !domain.includes('.')) return undefined;
  let local = text.slice(0, at).normalize('NFC').toLowerCase();
  const plus = local.indexOf('+');
  if (plus > 0 && PLUS_TAGS.has(domain)) local = local.slice(0, plus);
  if (DOTLESS.has(domain)) local = local.replaceAll('.', '');
  return local === '' ? undefined : `${local}@${ALIASES[domain] ?? domain}`;
};

const FREE_MAIL = new Set([
  ...PLUS_TAGS,
  'aol.com',
  'bluewin.ch',
  'comcast.net',
  'gmx.at',
  'gmx.ch',
  'gmx.com',
  'gmx.de',
  'gmx.net',
  'free.fr',
  'hotmail.co.uk',
  'hotmail.fr',
  'laposte.net',
  'libero.it',
  'mac.com',
  'mail.com',
  'mail.ru',
  'msn.com',
  'naver.com',
  'orange.fr',
  'pm.me',
  'qq.com',
  '126.com',
  '163.com',
  'rediffmail.com',
  't-online.de',
  'verizon.net',
  'web.de',
  'yahoo.co.in',
  'yahoo.co.jp',
  'yahoo.co.uk',
  'yahoo.com',
  'yahoo.de',
  'yahoo.fr',
  'yandex.com',
  'yandex.ru',
  'ymail.com',
  'zoho.com',
]);

/** What people write for a domain, `https://www.acme.com` among it; what has no dot, such as `none`, is none. */
const readDomain = (text: string): string | undefined => {
  const domain = normaliseDomain(text.replace(/^(https?:\/\/)?(www\.)?/i, ''));
  return domain?.includes('.') ? domain : undefined;
};

/** The company's domain as an account is known by: the given one, else the address's; free mail is nobody's company. */
export const companyDomain = (
  email: string,
  given: string | undefined,
  freeMail: readonly string[],
): string | undefined => {
  const named = given === undefined ? undefined : readDomain(given);
  const domain = named ?? readDomain(email.slice(email.lastIndexOf('@') + 1));
  return domain === undefined || FREE_MAIL.has(domain) || freeMail.includes(domain) ? undefined : domain;
};
