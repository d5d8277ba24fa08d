import type { LeadField } from '../domain/condition/condition-fields.ts';
import { consentTo } from './consent.ts';
import { readCountry } from './country.ts';
import { readDomain } from './domain.ts';
import { type EmailAddress, readEmailAddress } from './email-address.ts';
import { readIdentifier } from './identifier.ts';
import { readLanguage } from './language.ts';
import { readNumber } from './number.ts';
import { readPhone } from './phone.ts';
import { readPostalCode } from './postal-code.ts';
import { andThen, type Reader, type ReaderIn, type Reading, read, type Scalar } from './reading.ts';
import { readRegion } from './region.ts';
import { readName, readText } from './text.ts';
import { readTimeZone } from './time-zone.ts';

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
export const addressIn = (reading: Reading<EmailAddress>): Reading<string> =>
  andThen(reading, ({ address }) => read(address));

/** A sum, or any other number. */
export const readAmount: Reader<number> = (value) => readNumber(value, {});
const readCount: Reader<number> = (value) => readNumber(value, { whole: true });

/** By whom each field of a lead is read. */
export const LEAD_READERS: Readonly<Record<LeadField, ReaderIn<ReadingContext, Scalar>>> = {
  'person.email': (value) => addressIn(readEmailAddress(value)),
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
  'consent.email': consentTo('email'),
  'consent.sms': consentTo('sms'),
  'consent.call': consentTo('call'),
  visitorId: readIdentifier,
};
