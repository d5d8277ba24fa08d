import type { ActivityField, LeadField } from '../../domain/condition/condition-fields.ts';

export interface FieldText {
  readonly title: string;
  readonly description: string;
  readonly examples: readonly (string | number | boolean)[];
}

/** What each field of a lead holds, in the words of the editor and of docs/agreement.md. */
export const LEAD_FIELD_TEXTS: Readonly<Record<LeadField, FieldText>> = {
  'person.email': {
    title: 'E-mail address',
    description: 'Every lead has one.',
    examples: ['jo@acme.example'],
  },
  'person.firstName': { title: 'First name', description: 'As the producer sends it.', examples: ['Jo'] },
  'person.lastName': { title: 'Last name', description: 'As the producer sends it.', examples: ['Berg'] },
  'person.title': { title: 'Job title', description: 'As the producer sends it.', examples: ['Head of Operations'] },
  'person.phone': { title: 'Phone', description: 'As the producer sends it.', examples: ['+4917139200011'] },
  'company.name': { title: 'Company', description: 'As the producer sends it.', examples: ['Acme'] },
  'company.domain': { title: 'Domain', description: "The company's domain.", examples: ['acme.example'] },
  'company.industry': { title: 'Industry', description: 'As the producer sends it.', examples: ['Retail'] },
  'company.employees': { title: 'Employees', description: 'How many the company has.', examples: [200] },
  'company.annualRevenue': {
    title: 'Revenue',
    description: 'What the company takes in a year.',
    examples: [5_000_000],
  },
  'location.country': {
    title: 'Country',
    description: 'A code of ISO 3166-1. The United Kingdom is `GB`.',
    examples: ['DE', 'GB', 'US'],
  },
  'location.region': {
    title: 'Region',
    description: 'A code of ISO 3166-2, which begins with the country.',
    examples: ['US-NY', 'DE-BY'],
  },
  'location.postalCode': {
    title: 'Postal code',
    description: 'In quotes: it is text.',
    examples: ['01067', 'SW1A 1AA'],
  },
  'location.timeZone': { title: 'Time zone', description: 'An IANA zone.', examples: ['Europe/Berlin'] },
  source: { title: 'Source', description: 'Where the lead comes from.', examples: ['partner', 'trade-fair'] },
  campaign: { title: 'Campaign', description: 'As the producer sends it.', examples: ['spring-2026'] },
  interest: { title: 'Interest', description: 'What the lead asked about.', examples: ['pricing'] },
  language: { title: 'Language', description: 'As BCP 47 writes it.', examples: ['de', 'en-GB'] },
  'consent.email': { title: 'Consent to e-mail', description: 'Whether the lead has agreed.', examples: [true] },
  'consent.sms': { title: 'Consent to SMS', description: 'Whether the lead has agreed.', examples: [true] },
  'consent.call': { title: 'Consent to calls', description: 'Whether the lead has agreed.', examples: [true] },
  visitorId: { title: 'Visitor', description: "The website's id of the visitor.", examples: ['v-123'] },
};

/** What a further field holds, `fields.` and whatever the producer calls it. */
export const FURTHER_FIELD_TEXT: FieldText = {
  title: 'Further field',
  description: 'Whatever the producer sends by that name.',
  examples: [25],
};

/** What each field of an activity holds. */
export const ACTIVITY_FIELD_TEXTS: Readonly<Record<ActivityField, FieldText>> = {
  kind: { title: 'Kind', description: 'Every activity has one.', examples: ['page-viewed'] },
  url: { title: 'URL', description: 'The page, as the producer sends it.', examples: ['/pricing'] },
  contentId: { title: 'Content', description: 'An id of content.yaml, or another.', examples: ['buyers-guide'] },
  title: { title: 'Title', description: 'What the page or the piece is called.', examples: ['Pricing'] },
};
