/** What a field holds: `flag` is true or false, `any` whatever the producer sent. */
export type FieldType = 'text' | 'number' | 'flag' | 'any';

const LEAD_FIELDS = {
  'person.email': 'text',
  'person.firstName': 'text',
  'person.lastName': 'text',
  'person.title': 'text',
  'person.phone': 'text',
  'company.name': 'text',
  'company.domain': 'text',
  'company.industry': 'text',
  'company.employees': 'number',
  'company.annualRevenue': 'number',
  'location.country': 'text',
  'location.region': 'text',
  'location.postalCode': 'text',
  'location.timeZone': 'text',
  source: 'text',
  campaign: 'text',
  interest: 'text',
  language: 'text',
  'consent.email': 'flag',
  'consent.sms': 'flag',
  'consent.call': 'flag',
  visitorId: 'text',
} as const satisfies Readonly<Record<string, FieldType>>;

const ACTIVITY_FIELDS = {
  kind: 'text',
  url: 'text',
  contentId: 'text',
  title: 'text',
} as const satisfies Readonly<Record<string, FieldType>>;

export type LeadField = keyof typeof LEAD_FIELDS;
export type ActivityField = keyof typeof ACTIVITY_FIELDS;

const leadFields: ReadonlyMap<string, FieldType> = new Map(Object.entries(LEAD_FIELDS));
const activityFields: ReadonlyMap<string, FieldType> = new Map(Object.entries(ACTIVITY_FIELDS));

export const isLeadField = (path: string): path is LeadField => leadFields.has(path);

/** What a dotted path of a lead holds; undefined for a path that no lead has. */
export const leadFieldType = (path: string): FieldType | undefined =>
  leadFields.get(path) ?? (/^fields\../.test(path) ? 'any' : undefined);

/** What a field of an activity holds; undefined for one that no activity has. */
export const activityFieldType = (path: string): FieldType | undefined => activityFields.get(path);
