import type { Fields } from '../../condition/condition.ts';
import { amount } from '../../language/format.ts';
import type { MessageLanguage } from '../../language/message-language.ts';
import { MESSAGES } from '../../language/messages/messages.ts';
import { LEAD_DETAILS } from '../../vocabulary/lead-details.ts';
import { cleanAndCut } from './clean-text.ts';
import { fieldText } from './names.ts';

const VALUE_LENGTH = 200;

const LABELLED: ReadonlySet<string> = new Set(LEAD_DETAILS);

const AMOUNTS: ReadonlySet<string> = new Set(['company.employees', 'company.annualRevenue']);

/** Shown in another form, or of no use to a rep. */
const ELSEWHERE: ReadonlySet<string> = new Set([
  'person.email',
  'person.firstName',
  'person.lastName',
  'person.phone',
  'consent.email',
  'consent.sms',
  'consent.call',
  'visitorId',
]);

/** One thing that is known of a lead, in one line of visible text. */
export interface Detail {
  readonly path: string;
  readonly label: string;
  readonly value: string;
}

/** What most leads have, labelled in the reader's language, in the order in which it is read. */
export const knownDetails = (fields: Fields, language: MessageLanguage): readonly Detail[] =>
  LEAD_DETAILS.flatMap((path) => {
    const value = AMOUNTS.has(path) ? amountOf(fields[path], language) : fieldText(fields, path, VALUE_LENGTH);
    return value === '' ? [] : [{ path, label: MESSAGES[language].details[path], value }];
  });

/** What a form sent beside that, any number of them. */
export const otherDetails = (fields: Fields): readonly Detail[] =>
  Object.keys(fields)
    .filter((path) => !LABELLED.has(path) && !ELSEWHERE.has(path))
    .map((path) => ({
      path,
      label: cleanAndCut(path.replace(/^fields\./, ''), VALUE_LENGTH),
      value: fieldText(fields, path, VALUE_LENGTH),
    }));

const amountOf = (value: Fields[string] | undefined, language: MessageLanguage): string =>
  typeof value === 'number' ? amount(value, language) : '';
