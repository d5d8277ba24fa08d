import type { WebAnswer, WebCall, WebCalls } from '../../shared/ports/web-calls.ts';
import type { ApiAnswer } from './requests.ts';

const escaped = (text: string): string => text.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&');

/** `GET https://…/vNN.0/…`: whatever the version, and whatever is asked for behind a `?`. */
const matches = ({ match }: ApiAnswer, { method, url }: WebCall): boolean => {
  const [, verb, address] = /^(GET|POST) (https?:\/\/\S+)/.exec(match) ?? [];
  if (address === undefined || verb !== method) return false;
  return new RegExp(`^${escaped(address).replaceAll('NN', '\\d+')}(\\?.*)?$`).test(url);
};

/** A contact, by one read or among those of a batch. */
const contactsIn = (answers: readonly ApiAnswer[], { url, body = '' }: WebCall): readonly ApiAnswer[] =>
  answers.filter(({ contact }) => {
    if (contact === undefined || !url.includes('/objects/contacts')) return false;
    return url.includes(`/${contact.id}`) || body.includes(`"${contact.id}"`);
  });

const isAllowed = ({ authorization }: ApiAnswer, { headers }: WebCall): boolean =>
  authorization === undefined || authorization === headers?.authorization;

const answered = (status: number, value: unknown = {}): WebAnswer => ({
  status,
  headers: {},
  body: JSON.stringify(value),
});

const answerOf = (answers: readonly ApiAnswer[], call: WebCall): WebAnswer => {
  const contacts = contactsIn(answers, call);
  const found = contacts.length > 0 ? contacts : answers.filter((one) => matches(one, call)).slice(0, 1);
  const [first] = found;
  if (first === undefined) return answered(404);
  if (!found.every((one) => isAllowed(one, call))) return answered(401);
  const failed = found.find(({ status }) => status !== 200);
  if (failed !== undefined) return answered(failed.status, failed.body);
  return contacts.length > 0
    ? answered(200, { results: contacts.map(({ contact }) => contact) })
    : answered(200, first.body);
};

/** Answers as recorded; of what was not recorded nothing is found. */
export const pretendedApi = (answers: readonly ApiAnswer[], onCall: (call: WebCall) => void): WebCalls => ({
  call: async (call) => {
    onCall(call);
    return answerOf(answers, call);
  },
});
