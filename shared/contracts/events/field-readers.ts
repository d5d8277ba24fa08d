import type { ActivityField, LeadField } from '../../domain/condition/condition-fields.ts';
import { readCountry } from '../../fields/country.ts';
import { readDomain } from '../../fields/domain.ts';
import { readEmailAddress } from '../../fields/email-address.ts';
import { readFlag } from '../../fields/flag.ts';
import { readIdentifier } from '../../fields/identifier.ts';
import { readLanguage } from '../../fields/language.ts';
import { readNumber } from '../../fields/number.ts';
import { readPhone } from '../../fields/phone.ts';
import { readPostalCode } from '../../fields/postal-code.ts';
import { andThen, type Reader, type ReaderIn, read, type Scalar, unreadable } from '../../fields/reading.ts';
import { readRegion } from '../../fields/region.ts';
import { readFurther, readName, readText } from '../../fields/text.ts';
import { readTimeZone } from '../../fields/time-zone.ts';

/** What is known of a lead before its other fields are read. */
export interface ReadingContext {
  /** ISO 3166-1 alpha-2. */
  readonly country?: string;
  readonly freeMail: ReadonlySet<string>;
}

/** The agreement's own free mail is left out where the agreement is at hand: by the domain, at the capture. */
const NO_MORE_FREE_MAIL: ReadonlySet<string> = new Set();

export const contextOf = (country: string | undefined): ReadingContext => ({
  freeMail: NO_MORE_FREE_MAIL,
  ...(country === undefined ? {} : { country }),
});

/** The address to write to, as it is kept among the lead's fields. */
const readAddress: Reader<string> = (value) => andThen(readEmailAddress(value), ({ address }) => read(address));

const readAmount: Reader<number> = (value) => readNumber(value, {});
const readCount: Reader<number> = (value) => readNumber(value, { whole: true });

/** By whom each field of a lead is read. */
export const LEAD_READERS: Readonly<Record<LeadField, ReaderIn<ReadingContext, Scalar>>> = {
  'person.email': readAddress,
  'person.firstName': readName,
  'person.lastName': readName,
  'person.title': readText,
  'person.phone': readPhone,
  'company.name': readText,
  'company.domain': readDomain,
  'company.industry': readText,
  'company.employees': readCount,
  'company.annualRevenue': readAmount,
  'location.country': readCountry,
  'location.region': readRegion,
  'location.postalCode': readPostalCode,
  'location.timeZone': readTimeZone,
  source: readText,
  campaign: readText,
  interest: readText,
  language: readLanguage,
  'consent.email': readFlag,
  'consent.sms': readFlag,
  'consent.call': readFlag,
  visitorId: readIdentifier,
};

/** A kebab-case word, as the agreement has them: `Page Viewed`, `page_viewed` and `pageViewed` are `page-viewed`. */
export const readKind: Reader<string> = (value) =>
  andThen(readFurther(value), (kind) => {
    const words = String(kind)
      .replace(/(?<=[a-z0-9])(?=[A-Z])/g, '-')
      .toLowerCase()
      .split(/[^\p{L}\p{M}\p{N}]+/u)
      .filter((word) => word !== '');
    return words.length === 0 || typeof kind === 'boolean' ? unreadable('not a word') : read(words.join('-'));
  });

/** By whom each field of an activity is read. */
export const ACTIVITY_READERS: Readonly<Record<ActivityField, Reader<string>>> = {
  kind: readKind,
  url: readText,
  contentId: readText,
  title: readText,
};

/** By whom each field of an answer is read that is a text, a number or a name. */
export const ANSWER_READERS = {
  leadId: readIdentifier,
  repId: readIdentifier,
  reason: readText,
  note: readText,
  channel: readText,
  revenue: readAmount,
  currency: readText,
} as const;

/** One of a closed list, in any spelling of its words. */
export const readOneOf =
  <T extends string>(list: readonly T[]): Reader<T> =>
  (value) =>
    andThen(readKind(value), (word) => {
      const found = list.find((one) => one === word);
      return found === undefined ? unreadable(`must be one of ${list.join(', ')}`) : read(found);
    });
