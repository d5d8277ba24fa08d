import type { WebAnswer, WebCall } from '../../../shared/ports/web-calls.ts';

export const HUBSPOT_TOKEN = 'pat-eu1-t0ken';
export const SALESFORCE_SECRET = { clientId: 'client', clientSecret: 's3cret' };
export const HUBSPOT = 'https://api.hubapi.com';
export const SALESFORCE = 'https://acme.my.salesforce.com';
/** The app that writes, as HubSpot knows it. */
export const APP_ID = 424242;

type Fields = Record<string, unknown>;

const answer = (status: number, body: unknown = {}, headers: Record<string, string> = {}): WebAnswer => ({
  status,
  headers,
  body: JSON.stringify(body),
});

export interface PretendedCrm {
  call(call: WebCall): WebAnswer | undefined;
  /** Each write that was taken, in order. */
  readonly writes: readonly { readonly email: string; readonly fields: Fields }[];
  readonly records: Map<string, Fields>;
  /** What it would tell of the changes, as its webhook or its bus does. */
  readonly reports: unknown[];
  /** How often each kind of call came: `owners`, `token`, `query`, `write`. */
  readonly calls: string[];
}

/** By address, the ids of those who may own a record. */
export const OWNERS: Readonly<Record<string, string>> = {
  'ana@sales.example': '11',
  'ben@sales.example': '12',
  'cem@sales.example': '13',
  'mia@sales.example': '14',
};

/** HubSpot with these contacts; it reports each property that changes. */
export const pretendedHubspot = (emails: readonly string[]): PretendedCrm => {
  const records = new Map<string, Fields>(emails.map((email) => [email, {}]));
  const writes: { email: string; fields: Fields }[] = [];
  const reports: unknown[] = [];
  const calls: string[] = [];
  const patch = (email: string, text: string): WebAnswer => {
    calls.push('write');
    const record = records.get(email);
    if (record === undefined) return answer(404, { category: 'OBJECT_NOT_FOUND' });
    const { properties: fields }: { properties: Fields } = JSON.parse(text);
    writes.push({ email, fields });
    for (const [propertyName, propertyValue] of Object.entries(fields)) {
      if (record[propertyName] === propertyValue) continue;
      reports.push([
        {
          ...{ eventId: reports.length + 1, subscriptionId: 1, portalId: 7, appId: APP_ID, objectId: 100 },
          ...{ subscriptionType: 'contact.propertyChange', changeSource: 'INTEGRATION', sourceId: String(APP_ID) },
          ...{ propertyName, propertyValue, occurredAt: 1_794_819_000_000 },
        },
      ]);
    }
    Object.assign(record, fields);
    return answer(200, { id: '100' });
  };
  return {
    ...{ records, writes, reports, calls },
    call: ({ method, url, headers = {}, body = '' }) => {
      if (!url.startsWith(HUBSPOT)) return undefined;
      if (headers.authorization !== `Bearer ${HUBSPOT_TOKEN}`) return answer(401);
      const { pathname, searchParams } = new URL(url);
      if (method === 'GET' && pathname === '/crm/v3/owners') {
        calls.push('owners');
        const id = OWNERS[searchParams.get('email') ?? ''];
        return answer(200, { results: id === undefined ? [] : [{ id }] });
      }
      const [, email] = /^\/crm\/v3\/objects\/contacts\/([^/]+)$/.exec(pathname) ?? [];
      if (method === 'PATCH' && email !== undefined && searchParams.get('idProperty') === 'email')
        return patch(decodeURIComponent(email), body);
      return answer(400);
    },
  };
};

export const leadIdOf = (nth: number): string => `00Q00000000000${nth}AAA`;

/** Salesforce with these Leads; it reports each change on its bus, with what the caller calls itself. */
export const pretendedSalesforce = (emails: readonly string[]): PretendedCrm & { convert(email: string): void } => {
  const records = new Map<string, Fields>(emails.map((email) => [email, {}]));
  const ids = new Map(emails.map((email, nth) => [leadIdOf(nth), email]));
  const converted = new Set<string>();
  const writes: { email: string; fields: Fields }[] = [];
  const reports: unknown[] = [];
  const calls: string[] = [];
  const idOf = (email: string) => [...ids].find(([, one]) => one === email && !converted.has(one))?.[0];
  const found = (Id: string | undefined) => answer(200, { records: Id === undefined ? [] : [{ Id }] });
  const query = (soql: string): WebAnswer => {
    calls.push('query');
    const [, email = ''] = /Email = '([^']*)'/.exec(soql) ?? [];
    return found(soql.includes('FROM User') ? OWNERS[email] : idOf(email));
  };
  const patch = (id: string, { headers = {}, body = '{}' }: WebCall): WebAnswer => {
    calls.push('write');
    const email = ids.get(id) ?? '';
    const record = records.get(email);
    if (record === undefined) return answer(404, [{ errorCode: 'NOT_FOUND' }]);
    if (converted.has(email)) return answer(400, [{ errorCode: 'CANNOT_UPDATE_CONVERTED_LEAD' }]);
    // Its own rules give the lead to somebody else, unless they are told not to.
    if (headers['sforce-auto-assign'] !== 'FALSE') return answer(500);
    const fields: Fields = JSON.parse(body);
    writes.push({ email, fields });
    Object.assign(record, fields);
    reports.push({
      payload: {
        ChangeEventHeader: {
          ...{ entityName: 'Lead', recordIds: [id], changeType: 'UPDATE', transactionKey: `t-${reports.length}` },
          ...{ sequenceNumber: 1, commitTimestamp: 1_794_819_000_000, commitUser: '005000000000001' },
          changeOrigin: `com/salesforce/api/rest/61.0;${headers['sforce-call-options']}/`,
        },
        ...fields,
      },
    });
    return { status: 204, headers: {}, body: '' };
  };
  let valid = 0;
  return {
    ...{ records, writes, reports, calls },
    convert: (email) => void converted.add(email),
    call: (call) => {
      const { method, url, headers = {}, body = '' } = call;
      if (!url.startsWith(SALESFORCE)) return undefined;
      const { pathname, searchParams } = new URL(url);
      if (pathname === '/services/oauth2/token') {
        calls.push('token');
        const form = new URLSearchParams(body);
        const isOurs = form.get('client_secret') === SALESFORCE_SECRET.clientSecret;
        if (!isOurs || form.get('grant_type') !== 'client_credentials') return answer(400, { error: 'invalid_client' });
        valid += 1;
        return answer(200, { access_token: `token-${valid}` });
      }
      if (headers.authorization !== `Bearer token-${valid}`) return answer(401, [{ errorCode: 'INVALID_SESSION_ID' }]);
      if (method === 'GET' && pathname === '/services/data/v61.0/query') return query(searchParams.get('q') ?? '');
      const [, id] = /^\/services\/data\/v61\.0\/sobjects\/Lead\/(\w+)$/.exec(pathname) ?? [];
      return method === 'PATCH' && id !== undefined ? patch(id, call) : answer(400);
    },
  };
};
