import type { Fetch, Fetched } from '../../shared/contracts/sources/source.ts';
import type { ApiAnswer } from './requests.ts';

const escaped = (text: string): string => text.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&');

/** `GET https://…/vNN.0/…`: whatever the version, and whatever is asked for behind a `?`. */
const matches = ({ match }: ApiAnswer, { method, url }: Fetch): boolean => {
  const [, verb, address] = /^(GET|POST) (https?:\/\/\S+)/.exec(match) ?? [];
  if (address === undefined || verb !== method) return false;
  return new RegExp(`^${escaped(address).replaceAll('NN', '\\d+')}(\\?.*)?$`).test(url);
};

/** A contact, by one read or among those of a batch. */
const contactsIn = (answers: readonly ApiAnswer[], { url, body }: Fetch): readonly ApiAnswer[] =>
  answers.filter(({ contact }) => {
    if (contact === undefined || !url.includes('/objects/contacts')) return false;
    return url.includes(`/${contact.id}`) || JSON.stringify(body ?? '').includes(`"${contact.id}"`);
  });

const isAllowed = ({ authorization }: ApiAnswer, apiToken: string | undefined): boolean =>
  authorization === undefined || authorization === `Bearer ${apiToken ?? ''}`;

/** Answers as recorded; of what was not recorded nothing is found. */
export const pretendedApi =
  (answers: readonly ApiAnswer[]) =>
  (request: Fetch, apiToken: string | undefined): Fetched => {
    const contacts = contactsIn(answers, request);
    const found = contacts.length > 0 ? contacts : answers.filter((one) => matches(one, request)).slice(0, 1);
    if (found.some((one) => !isAllowed(one, apiToken) || one.status === 401 || one.status === 403))
      return { missing: 'refused' };
    const [first] = found;
    if (contacts.length > 0) return { found: { results: contacts.map(({ contact }) => contact) } };
    return first === undefined || first.status !== 200 ? { missing: 'gone' } : { found: first.body };
  };
