import { salesforceErrorCodes, salesforceRecords } from '../../contracts/sinks/crm-answers.ts';
import { SINK_SECRETS } from '../../contracts/sinks/sink-secrets.ts';
import { SALESFORCE_CLIENT, SALESFORCE_DATA } from '../../contracts/sources/salesforce-api.ts';
import type { SalesforceSink } from '../../domain/sink/sink.ts';
import type { WebAnswer, WebCall } from '../../ports/web-calls.ts';
import { salesforceLogin } from '../salesforce-login.ts';
import { isOk } from './answer-status.ts';
import { type Crm, CrmRefused, failureOf } from './crm.ts';
import type { CrmPorts } from './hubspot-crm.ts';

/** Ours is known when it comes back as a change, and Salesforce's own rules do not give the lead to somebody else. */
const MARKS = { 'sforce-call-options': `client=${SALESFORCE_CLIENT}`, 'sforce-auto-assign': 'FALSE' };

/** A record that is there no more, or that became a contact. An id of a field that nobody has, such as an owner's, is none of these. */
const OVER = ['NOT_FOUND', 'ENTITY_IS_DELETED', 'CANNOT_UPDATE_CONVERTED_LEAD'];

/** A text in a query. */
const literal = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;

/** Salesforce, by a connected app with the flow of client credentials. */
export const salesforceCrm = ({ calls, secrets }: CrmPorts): Crm<SalesforceSink> => {
  const tokens = new Map<string, string>();

  const login = async (sink: SalesforceSink): Promise<string> => {
    const kept = SINK_SECRETS.salesforce.safeParse(await secrets.read(`sinks/${sink.name}`));
    if (!kept.success) throw new CrmRefused(sink.name, 401);
    const answer = await salesforceLogin(calls, sink.apiBase, kept.data);
    if ('refused' in answer) throw failureOf(sink, answer.refused);
    return answer.token;
  };

  /** With the token that is there; with a new one where that is over. */
  const call = async (sink: SalesforceSink, { url, ...rest }: WebCall, isAgain = false): Promise<WebAnswer> => {
    const token = tokens.get(sink.name) ?? (await login(sink));
    tokens.set(sink.name, token);
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...MARKS };
    const answer = await calls.call({ ...rest, url: `${sink.apiBase}${SALESFORCE_DATA}${url}`, headers });
    if (answer.status !== 401) return answer;
    tokens.delete(sink.name);
    return isAgain ? answer : call(sink, { url, ...rest }, true);
  };

  const firstOf = async (sink: SalesforceSink, query: string): Promise<string | undefined> => {
    const answer = await call(sink, { method: 'GET', url: `/query?q=${encodeURIComponent(query)}` });
    if (!isOk(answer)) throw failureOf(sink, answer);
    return salesforceRecords.parse(JSON.parse(answer.body)).records[0]?.Id;
  };

  return {
    ownerOf: (email, sink) =>
      firstOf(sink, `SELECT Id FROM User WHERE IsActive = true AND Email = ${literal(email)} LIMIT 1`),
    write: async ({ email, recordId }, fields, sink) => {
      // Never an upsert: that would make a lead where there is none.
      const of = `Email = ${literal(email)} AND IsConverted = false ORDER BY CreatedDate DESC`;
      const id = recordId ?? (await firstOf(sink, `SELECT Id FROM Lead WHERE ${of} LIMIT 1`));
      if (id === undefined) return 'unknown';
      const answer = await call(sink, {
        method: 'PATCH',
        url: `/sobjects/Lead/${encodeURIComponent(id)}`,
        body: JSON.stringify(fields),
      });
      if (isOk(answer)) return 'written';
      if (answer.status === 404 || salesforceErrorCodes(answer.body).some((code) => OVER.includes(code)))
        return 'unknown';
      throw failureOf(sink, answer);
    },
  };
};
