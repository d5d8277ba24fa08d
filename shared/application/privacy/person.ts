import type { Fields } from '../../domain/condition/condition.ts';
import { readEmailAddress } from '../../fields/email-address.ts';

/** By what a person is found in texts. A name alone is not enough: it may be somebody else's. */
export interface Person {
  /** Normalised address. */
  readonly email: string;
  readonly leadId?: string;
  /** Digits of the phone number, without what stands around them. */
  readonly phone?: string;
}

/** Shorter ones are extensions, and stand in anything. */
const SHORTEST_PHONE = 8;

/** National forms leave out the country: so many of the last digits say that it is the same number. */
const COMPARED = 9;

const digitsOf = (text: string): string => text.replace(/\D/g, '');

export const personOf = (email: string, lead?: { readonly id: string; readonly fields: Fields }): Person => {
  const phone = digitsOf(String(lead?.fields['person.phone'] ?? ''));
  return {
    email,
    ...(lead === undefined ? {} : { leadId: lead.id }),
    ...(phone.length < SHORTEST_PHONE ? {} : { phone }),
  };
};

const ADDRESS = /[^\s"'<>()[\]{},;:|\\/=?&]+(?:@|%40)[^\s"'<>()[\]{},;:|\\/?&#]+/gi;
const NUMBER = /\+?\d[\d\s().\-/]{5,24}\d/g;

/** Whether a text holds the person's address, in any spelling, or phone number. */
export const mentions = ({ email, phone }: Person, text: string): boolean => {
  if (text.toLowerCase().includes(email)) return true;
  const isTheirs = (written: string): boolean => {
    const reading = readEmailAddress(written.replace(/%40/g, '@'));
    return 'value' in reading && reading.value.identity === email;
  };
  if ((text.match(ADDRESS) ?? []).some(isTheirs)) return true;
  if (phone === undefined) return false;
  return (text.match(NUMBER) ?? []).some((written) => digitsOf(written).endsWith(phone.slice(-COMPARED)));
};
