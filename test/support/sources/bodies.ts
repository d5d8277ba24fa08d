import type { SourceKind } from '../../../shared/domain/vocabulary/source-kinds.ts';

/** What a source sends of one person, and what its own API answers; made up after each vendor's documentation. */
export interface Sample {
  readonly body: unknown;
  /** A form, or an XML text; absent: JSON. */
  readonly as?: 'form' | 'xml';
  readonly answer?: unknown;
}

const PERSON = 'ines.marin@rio-stores.example';

/** As a workflow sends it: two records, one of which is none of ours, and a credential that is nobody's business. */
const OUTBOUND = `<?xml version="1.0" encoding="UTF-8"?>
<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
 <soapenv:Body>
  <notifications xmlns="http://soap.sforce.com/2005/09/outbound">
   <OrganizationId>00D5f000005KcCnEAK</OrganizationId>
   <ActionId>04k5f000000CabWAAS</ActionId>
   <SessionId>00D5f!AQEAQ</SessionId>
   <Notification>
    <Id>04l5f00002J9YYEAA3</Id>
    <sObject xsi:type="sf:Lead" xmlns:sf="urn:sobject.enterprise.soap.sforce.com">
     <sf:Id>00Q5f00002J9YYEAA3</sf:Id>
     <sf:Email>${PERSON}</sf:Email>
     <sf:FirstName>In&#233;s</sf:FirstName>
     <sf:LastName>Marín</sf:LastName>
     <sf:Company>Río &amp; Stores</sf:Company>
     <sf:Country>Spain</sf:Country>
     <sf:NumberOfEmployees>340</sf:NumberOfEmployees>
     <sf:LastModifiedDate>2026-11-16T08:51:18.000Z</sf:LastModifiedDate>
     <sf:OwnerId>0055f000005mc66AAA</sf:OwnerId>
     <sf:Product__c>Scales</sf:Product__c>
    </sObject>
   </Notification>
   <Notification>
    <Id>04l5f00002J9YYFAA3</Id>
    <sObject xsi:type="sf:Contact" xmlns:sf="urn:sobject.enterprise.soap.sforce.com"><sf:Id>0035f</sf:Id></sObject>
   </Notification>
  </notifications>
 </soapenv:Body>
</soapenv:Envelope>`;

export const SAMPLES: Readonly<Record<Exclude<SourceKind, 'slack'>, Sample>> = {
  json: { body: { email: PERSON, 'First Name': 'Inés', lastName: 'Marín', country: 'Spain', team: { size: 12 } } },
  form: { body: { email: PERSON, full_name: 'Inés Marín', phone: '+34 600 000 001', ip: '203.0.113.1' }, as: 'form' },
  typeform: {
    body: {
      event_type: 'form_response',
      form_response: {
        token: 'tok-1',
        submitted_at: '2026-11-16T08:51:18Z',
        hidden: { utm_campaign: 'spring' },
        definition: {
          title: 'Talk to us',
          fields: [{ id: 'g', type: 'group', ref: 'group', properties: { fields: [{ id: 'f2', ref: 'company' }] } }],
        },
        answers: [
          { type: 'email', email: PERSON, field: { id: 'f1', ref: 'mail' } },
          { type: 'text', text: 'Río Stores', field: { id: 'f2' } },
          { type: 'phone_number', phone_number: '+34600000001', field: { id: 'f3', ref: 'phone' } },
          { type: 'choices', choices: { labels: ['A', 'B'], other: 'C' }, field: { id: 'f4', ref: 'needs' } },
        ],
      },
    },
  },
  unbounce: {
    body: {
      page_name: 'Landing',
      page_url: 'https://lp.example/1',
      'data.json': JSON.stringify({
        email: [PERSON],
        first_name: ['Inés'],
        date_submitted: ['2026-11-16'],
        time_submitted: ['1:05 PM UTC'],
        ip_address: ['203.0.113.1'],
      }),
    },
    as: 'form',
  },
  webflow: {
    body: {
      name: 'Contact',
      site: 's',
      data: { Email: PERSON, Name: 'Inés Marín' },
      d: '2026-11-16T08:51:18Z',
      _id: 'w1',
    },
  },
  wordpress: {
    body: {
      'form[name]': 'Contact',
      'fields[email][value]': PERSON,
      'fields[email][type]': 'email',
      'fields[name][value]': 'Inés Marín',
      'fields[message][value]': 'Call me\nplease',
      'meta[page_url][value]': 'https://blog.example/contact',
      'meta[remote_ip][value]': '203.0.113.1',
    },
    as: 'form',
  },
  'google-ads': {
    body: {
      lead_id: 'g-1',
      google_key: 'k',
      campaign_id: '12345678901234567890',
      user_column_data: [
        { column_id: 'EMAIL', string_value: 'ines@home.example' },
        { column_id: 'WORK_EMAIL', string_value: PERSON },
        { column_id: 'FULL_NAME', string_value: 'Inés Marín' },
      ],
    },
  },
  hubspot: {
    body: [
      {
        eventId: 1,
        subscriptionId: 2,
        portalId: 3,
        objectId: 7,
        subscriptionType: 'contact.creation',
        occurredAt: 1794819000000,
        appId: 5,
      },
      {
        eventId: 2,
        subscriptionId: 2,
        portalId: 3,
        objectId: 7,
        subscriptionType: 'contact.deletion',
        occurredAt: 1794819000000,
      },
      {
        eventId: 3,
        subscriptionId: 2,
        portalId: 3,
        objectId: 7,
        subscriptionType: 'contact.propertyChange',
        changeSource: 'INTEGRATION',
        sourceId: '5',
        appId: 5,
      },
    ],
    answer: {
      results: [
        { id: '7', properties: { email: PERSON, firstname: 'Inés', country: 'España', hubspot_owner_id: '9' } },
      ],
    },
  },
  'hubspot-workflow': {
    body: {
      properties: { email: { value: PERSON }, lastname: { value: 'Marín' } },
      'form-submissions': [{ 'conversion-id': 'c1', timestamp: 1794819000000, title: 'Demo' }],
    },
  },
  meta: {
    body: {
      object: 'page',
      entry: [
        {
          changes: [
            { field: 'leadgen', value: { leadgen_id: 12345, created_time: 1794819000 } },
            { field: 'feed', value: {} },
          ],
        },
      ],
    },
    answer: {
      created_time: '2026-11-16T08:50:00+0000',
      campaign_name: 'Autumn',
      field_data: [
        { name: 'email', values: [PERSON] },
        { name: 'full_name', values: ['Inés Marín'] },
      ],
    },
  },
  linkedin: {
    body: {
      type: 'LEAD_ACTION',
      leadAction: 'CREATED',
      leadGenFormResponse: 'urn:li:leadGenFormResponse:r-1',
      leadGenForm: 'urn:li:versionedLeadGenForm:(urn:li:leadGenForm:9,1)',
    },
    answer: {
      submittedAt: 1794819000000,
      name: 'Guide',
      content: { questions: [{ questionId: 1, predefinedField: 'EMAIL' }] },
      formResponse: { answers: [{ questionId: 1, answerDetails: { textQuestionAnswer: { answer: PERSON } } }] },
    },
  },
  calendly: {
    body: {
      event: 'invitee.created',
      payload: {
        uri: 'u1',
        email: PERSON,
        name: 'Inés Marín',
        created_at: '2026-11-16T08:51:18.327602Z',
        timezone: 'Europe/Madrid',
        scheduled_event: { name: 'Demo' },
        tracking: { utm_source: 'web' },
      },
    },
  },
  intercom: {
    body: {
      id: 'notif_1',
      topic: 'contact.created',
      created_at: 1794819000,
      data: {
        item: {
          email: PERSON,
          name: 'Inés Marín',
          location_data: { country_code: 'ESP' },
          last_seen_ip: '203.0.113.1',
        },
      },
    },
  },
  marketo: { body: { email: PERSON, first: 'Inés' } },
  segment: {
    body: [
      {
        type: 'identify',
        messageId: 'm1',
        anonymousId: 'anon-1',
        traits: { email: PERSON, name: 'Inés Marín' },
        timestamp: '2026-11-16T08:51:18Z',
      },
      {
        type: 'track',
        messageId: 'm2',
        anonymousId: 'anon-1',
        event: 'Demo Requested',
        timestamp: '2026-11-16T08:51:19Z',
      },
      { type: 'group', messageId: 'm3' },
    ],
  },
  'salesforce-cdc': {
    body: {
      payload: {
        ChangeEventHeader: {
          entityName: 'Lead',
          recordIds: ['00Q1'],
          changeType: 'UPDATE',
          transactionKey: 't',
          sequenceNumber: 1,
          commitTimestamp: 1794819000000,
          commitNumber: '1745500706683617281',
        },
        Title: 'CEO',
      },
    },
    answer: {
      Email: PERSON,
      FirstName: 'Inés',
      LastName: 'Marín',
      Company: 'Río Stores',
      Country: 'Spain',
      LeadSource: 'Web',
    },
  },
  'salesforce-outbound': { body: OUTBOUND, as: 'xml' },
};

const inForm = (value: unknown): string => (typeof value === 'string' ? value : (JSON.stringify(value) ?? ''));

export const textOf = ({ body, as }: Sample): string => {
  if (as === 'xml') return String(body);
  if (as === undefined) return JSON.stringify(body);
  const fields = Object.entries(Object(body)).map(([name, value]): [string, string] => [name, inForm(value)]);
  return new URLSearchParams(fields).toString();
};

const TYPES = { form: 'application/x-www-form-urlencoded', xml: 'text/xml; charset=UTF-8' } as const;

export const typeOf = ({ as }: Sample): string => (as === undefined ? 'application/json' : TYPES[as]);
