import type { WebAnswer, WebCall } from '../../../shared/ports/web-calls.ts';

const PAGE = 100;

interface Came {
  readonly id: string;
  readonly at: number;
}

/** A vendor with leads, that delivers some of them and can be asked for all. */
export interface Vendor {
  /** Epoch milliseconds. The person's address is `pID@acme.example`. */
  come(id: string, at: number): void;
  /** What its webhook says of a lead. */
  delivery(id: string): unknown;
  answer(call: WebCall): WebAnswer;
  /** Salesforce: tokens that were given are good no more. */
  endTokens(): void;
  forgetClient(): void;
}

/** How one kind is asked. Written after the vendor's own documentation. */
interface Shape {
  delivery(lead: Came): unknown;
  /** Undefined: there is nothing at that address. */
  answer(call: WebCall, leads: readonly Came[]): unknown;
}

const emailOf = ({ id }: Came): string => `p${id}@acme.example`;

const iso = (at: number): string => new Date(at).toISOString();

const byTime = (leads: readonly Came[]): readonly Came[] => leads.toSorted((a, b) => a.at - b.at);

const metaOf: Shape = {
  delivery: ({ id, at }) => ({
    entry: [{ changes: [{ field: 'leadgen', value: { leadgen_id: id, created_time: Math.floor(at / 1_000) } }] }],
  }),
  answer: ({ url }, leads) => {
    const { pathname, searchParams } = new URL(url);
    const page = (data: readonly object[]): object => {
      const from = Number(searchParams.get('after') ?? 0);
      const some = data.slice(from, from + PAGE);
      const isMore = from + PAGE < data.length;
      const after = String(from + PAGE);
      const next = `https://graph.example/${pathname}?access_token=a-token&after=${after}`;
      return { data: some, paging: { cursors: { before: '0', after }, ...(isMore ? { next } : {}) } };
    };
    if (pathname === '/me/leadgen_forms') return page([{ id: '900' }, { id: '901' }]);
    if (pathname === '/900/leads') {
      const [{ field, operator, value }] = JSON.parse(searchParams.get('filtering') ?? '[{}]');
      if (field !== 'time_created' || operator !== 'GREATER_THAN') return undefined;
      const found = leads.filter(({ at }) => Math.floor(at / 1_000) > value);
      return page(found.map(({ id, at }) => ({ id, created_time: iso(at).replace('.000Z', '+0000') })));
    }
    if (pathname === '/901/leads') return page([]);
    const lead = leads.find(({ id }) => pathname === `/${id}`);
    return lead && { created_time: iso(lead.at), field_data: [{ name: 'email', values: [emailOf(lead)] }] };
  },
};

const linkedinOf: Shape = {
  delivery: ({ id, at }) => ({
    ...{ type: 'LEAD_ACTION', leadAction: 'CREATED', occurredAt: at },
    leadGenFormResponse: `urn:li:leadGenFormResponse:${id}`,
    leadGenForm: 'urn:li:versionedLeadGenForm:(urn:li:leadGenForm:9,1)',
  }),
  answer: ({ url }, leads) => {
    const { pathname, search } = new URL(url);
    if (pathname === '/rest/leadForms/9')
      return { name: 'Guide', content: { questions: [{ questionId: 1, predefinedField: 'EMAIL' }] } };
    if (pathname === '/rest/leadFormResponses') {
      const [, from, to] = /submittedAtTimeRange=\(start:(\d+),end:(\d+)\)/.exec(search) ?? [];
      const [, start, count] = /&start=(\d+)&count=(\d+)/.exec(search) ?? [];
      if (!search.includes('owner=(organization:urn%3Ali%3Aorganization%3A5515715)')) return undefined;
      const found = byTime(leads).filter(({ at }) => at >= Number(from) && at <= Number(to));
      const elements = found.slice(Number(start), Number(start) + Number(count)).map(({ id, at }) => ({
        ...{ id, submittedAt: at, leadType: 'SPONSORED' },
        versionedLeadGenFormUrn: 'urn:li:versionedLeadGenForm:(urn:li:leadGenForm:9,1)',
      }));
      return { elements, paging: { start: Number(start), count: Number(count) } };
    }
    const lead = leads.find(({ id }) => pathname === `/rest/leadFormResponses/${id}`);
    const answers = lead && [{ questionId: 1, answerDetails: { textQuestionAnswer: { answer: emailOf(lead) } } }];
    return lead && { submittedAt: lead.at, formResponse: { answers } };
  },
};

const hubspotOf: Shape = {
  delivery: ({ id, at }) => [{ subscriptionType: 'contact.creation', objectId: id, eventId: 1, occurredAt: at }],
  answer: ({ url, body = '' }, leads) => {
    const asked = JSON.parse(body);
    if (url.endsWith('/crm/v3/objects/contacts/search')) {
      const { propertyName, operator, value, highValue } = asked.filterGroups[0].filters[0];
      if (propertyName !== 'createdate' || operator !== 'BETWEEN') return undefined;
      const found = byTime(leads).filter(({ at }) => at >= value && at <= highValue);
      const from = Number(asked.after ?? 0);
      if (from + asked.limit > 10_000) return undefined;
      const results = found.slice(from, from + asked.limit).map(({ id, at }) => ({ id, createdAt: iso(at) }));
      const isMore = from + asked.limit < found.length;
      return { total: found.length, results, ...(isMore ? { paging: { next: { after: String(from + PAGE) } } } : {}) };
    }
    const ids = new Set(asked.inputs.map(({ id }: { id: string }) => id));
    const results = leads
      .filter(({ id }) => ids.has(id))
      .map((lead) => ({ id: lead.id, properties: { email: emailOf(lead) } }));
    return { results };
  },
};

const salesforceOf: Shape = {
  delivery: () => undefined,
  answer: ({ url }, leads) => {
    const { pathname, searchParams } = new URL(url);
    const data = '/services/data/v61.0';
    const asked = searchParams.get('q') ?? '';
    const rest = /\/query\/([\d-]+)$/.exec(pathname)?.[1]?.split('-').map(Number);
    const [, from = '', to = ''] =
      /CreatedDate >= (\S+) AND CreatedDate <= (\S+) AND IsConverted = false/.exec(asked) ?? [];
    if (rest !== undefined || from !== '') {
      const [since = 0, until = 0, at = 0] = rest ?? [Date.parse(from), Date.parse(to) + 999, 0];
      const found = byTime(leads).filter((one) => one.at >= since && one.at <= until);
      const records = found
        .slice(at, at + PAGE)
        .map((one) => ({ Id: one.id, CreatedDate: iso(one.at).replace('Z', '+0000') }));
      const isMore = at + PAGE < found.length;
      const next = `${data}/query/${since}-${until}-${at + PAGE}`;
      return { records, done: !isMore, ...(isMore ? { nextRecordsUrl: next } : {}) };
    }
    const lead = leads.find(({ id }) => pathname === `${data}/sobjects/Lead/${id}`);
    return lead && { Id: lead.id, Email: emailOf(lead), LastName: 'Miller', CreatedDate: iso(lead.at) };
  },
};

const SHAPES = { meta: metaOf, linkedin: linkedinOf, hubspot: hubspotOf, 'salesforce-cdc': salesforceOf } as const;

const json = (status: number, body: unknown): WebAnswer => ({ status, headers: {}, body: JSON.stringify(body) });

export const createVendor = (kind: keyof typeof SHAPES): Vendor => {
  const shape = SHAPES[kind];
  const leads: Came[] = [];
  let token = 'a-token';
  let knowsClient = true;
  return {
    come: (id, at) => void leads.push({ id, at }),
    delivery: (id) => shape.delivery(leads.find((lead) => lead.id === id) ?? { id, at: 0 }),
    answer: (call) => {
      if (call.url.endsWith('/services/oauth2/token'))
        return knowsClient ? json(200, { access_token: token }) : json(400, { error: 'invalid_client_id' });
      if (call.headers?.authorization !== `Bearer ${token}`) return json(401, {});
      const found = shape.answer(call, leads);
      return found === undefined ? json(404, {}) : json(200, found);
    },
    endTokens: () => {
      token = `${token}-next`;
    },
    forgetClient: () => {
      knowsClient = false;
    },
  };
};
