import { tidy, usualWidth } from './characters.ts';
import { readEmailAddress } from './email-address.ts';
import { isFreeMail } from './free-mail.ts';
import { asciiHost } from './host.ts';
import { isPlaceholder } from './placeholder.ts';
import { isPlatform } from './platforms.ts';
import { registrableDomain } from './public-suffix.ts';
import { ABSENT, andThen, type ReaderIn, type Reading, read, readScalar, unreadable } from './reading.ts';

export interface DomainContext {
  /** Domains of mailbox providers beside the well-known ones, as this reader gives them. */
  readonly freeMail: ReadonlySet<string>;
}

/** No address of a site's page is longer. */
const LONGEST = 2_000;

/** Domains of networks that are nobody's on the internet: RFC 2606, RFC 6762 and what its appendix G names. */
const INTERNAL = /\.(?:local|localhost|localdomain|lan|internal|intranet|private|corp|home|invalid)$/;

const NO_DOMAIN = unreadable('not a domain');

/** `https://`, `//`, `http:/`, and what became of two of them. */
const SCHEME = /^(?:(?:https?|ftp)(?:[:;]?\/+|:)\s*|[a-z][a-z0-9+.-]*:\/\/|\/\/)+/i;

/** As most websites are written. */
const PLAIN = /^(?:https?:\/\/)?[a-z0-9./-]+$/i;

/** What people write before a website. */
const LABEL = /^(?:web(?:site|seite|page)?|url|homepage|domain|site)\s*[:=]\s*/i;

/** The address of a link in HTML or Markdown; a website with a note behind it; one that was encoded to be part of another. */
const plainUrl = (text: string): string => {
  const [, linked] =
    /^<a\s[^<>]*?href\s*=\s*["']?([^"'<>\s]+)/i.exec(text) ?? /^\[[^[\]]*\]\(([^()\s]+)\)$/.exec(text) ?? [];
  return (linked ?? text)
    .replace(/%(3a|2f)/gi, (_, hex: string) => (hex.toLowerCase() === '3a' ? ':' : '/'))
    .replaceAll('\\', '/')
    .replace(/&nbsp;/gi, ' ')
    .replace(/\s+\([^()]*\)\s*$/, '')
    .replace(LABEL, '')
    .trim();
};

/** What stands around a name in a text. */
const MARKS = /^[\s"'`“”‘’<([{]+|[\s"'`“”‘’>)\]},;]+$/g;

/** The host that a URL, or what is written for one, begins with. */
const hostOf = (url: string): string | undefined => {
  const [authority = ''] = url.replace(SCHEME, '').split(/[/?#\\]/);
  const host = authority.slice(authority.lastIndexOf('@') + 1).replace(/:(?:\d*|https?)$/, '');
  // Hosts with a low line exist, though no domain is registered with one.
  const below = host.replace(/^\*?\./, '').replace(/^(?:[a-z0-9-]*_[a-z0-9_-]*\.)+/i, '');
  return asciiHost(below.replace(/[.,;:)\]}>'"]+$/, ''));
};

const companyOf = (host: string, { freeMail }: DomainContext): Reading<string> => {
  if (INTERNAL.test(host)) return unreadable('a name of an internal network');
  const domain = registrableDomain(host);
  if (domain === undefined) return unreadable('a suffix that many domains have');
  return isFreeMail(domain) || isFreeMail(host) || freeMail.has(domain) || freeMail.has(host) ? ABSENT : read(domain);
};

/** The company's domain that an e-mail address tells; absent for a mailbox that anybody can have. */
export const domainOfAddress = (address: string, context: DomainContext): Reading<string> =>
  companyOf(address.slice(address.lastIndexOf('@') + 1), context);

const readWebsite = (url: string, context: DomainContext): Reading<string> => {
  const host = hostOf(url);
  if (host === undefined) return NO_DOMAIN;
  return andThen(companyOf(host, context), (domain) => (isPlatform(host, domain) ? ABSENT : read(domain)));
};

const readOne = (text: string, context: DomainContext): Reading<string> => {
  // In the path of a page, as in tiktok.com/@acme, it is no address.
  const isAddress = /^[^/@]+@/.test(text) && !SCHEME.test(text);
  if (!isAddress) return readWebsite(text.replace(/^@/, ''), context);
  return andThen(readEmailAddress(text), ({ address }) => domainOfAddress(address, context));
};

/** Two names of one domain are one; two domains in one field are none. */
const readAll = (text: string, context: DomainContext): Reading<string> => {
  const whole = readOne(text, context);
  if (!('problem' in whole) || !/[\s,;|]/.test(text)) return whole;
  const readings = text
    .split(/[\s,;|]+/)
    .filter((part) => part !== '')
    .map((part) => readOne(part, context));
  const [first = NO_DOMAIN] = readings;
  const isSame = 'value' in first && readings.every((one) => 'value' in one && one.value === first.value);
  return isSame ? first : whole;
};

/**
 * The domain that a company is known by, from a website, a host or an address: the registrable one, in ASCII. Absent
 * where it names a mailbox provider or a page on somebody else's site, which is nobody's company.
 */
export const readDomain: ReaderIn<DomainContext, string> = (value, context) =>
  andThen(readScalar(value), (scalar) => {
    if (typeof scalar !== 'string') return NO_DOMAIN;
    const written = usualWidth(tidy(scalar));
    if (isPlaceholder(written)) return ABSENT;
    const plain = PLAIN.test(written) ? written : plainUrl(written);
    const text = plain.includes('@') ? plain : plain.replace(MARKS, '');
    return text.length > LONGEST ? NO_DOMAIN : readAll(text, context);
  });
