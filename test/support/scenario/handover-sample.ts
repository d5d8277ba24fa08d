import { zoneNamed } from '../../../examples/zone-named.ts';
import type { Handover } from '../../../shared/domain/alert/text/handover.ts';

export const LINK = 'https://abcde12345.execute-api.eu-central-1.amazonaws.com/a/Zm9vYmFyYmF6cXV4Zm9vYg';

/** An alert to the owner of a lead of whom everything is known. */
export const HANDOVER: Handover = {
  purpose: 'alert',
  to: { name: 'Ana Ortiz', zone: zoneNamed('Europe/Berlin'), language: 'en' },
  now: Date.UTC(2026, 2, 3, 12, 6, 30),
  owner: { name: 'Ana Ortiz' },
  lead: {
    email: 'jane.doe@acme.example',
    fields: {
      'person.email': 'Jane.Doe@acme.example',
      'person.firstName': 'Jane',
      'person.lastName': 'Doe',
      'person.title': 'Head of Sales',
      'person.phone': '+4930123456',
      'company.name': 'Acme GmbH',
      'company.industry': 'Retail',
      'company.employees': 1200,
      'location.country': 'DE',
      'location.timeZone': 'Europe/Berlin',
      interest: 'enterprise plan',
      'fields.budget': '50k',
    },
  },
  score: 92.25,
  reasons: [
    { name: 'large company', points: 25 },
    { name: 'asked for a demo', points: 60 },
    { name: 'read pricing', points: 12.25 },
    { name: 'student', points: -5 },
  ],
  trigger: { name: 'asked for a demo', at: Date.UTC(2026, 2, 3, 12, 2) },
  activities: [
    { at: Date.UTC(2026, 2, 3, 12, 2), kind: 'demo-requested', url: 'https://acme.example/demo' },
    { at: Date.UTC(2026, 2, 3, 11, 2), kind: 'page-viewed', title: 'Pricing', url: 'https://acme.example/pricing' },
    { at: Date.UTC(2026, 2, 1, 23, 30), kind: 'content-downloaded', contentId: 'roi-guide' },
  ],
  attempts: [],
  sent: [],
  sendNext: [{ id: 'case-study', title: 'Case study', url: 'https://example.com/case' }],
  pastOwners: ['Ben Yilmaz', 'Cem Kaya'],
  due: { clause: 'accept', at: Date.UTC(2026, 2, 3, 13, 30) },
  territory: 'DACH enterprise',
  link: LINK,
};

/** GSM 03.38 as its tables print it, row by row: what an SMS of one-byte letters may hold, and at what price. */
const DEFAULT_TABLE = [
  '@£$¥èéùìòÇØøÅå',
  'Δ_ΦΓΛΩΠΨΣΘΞÆæßÉ',
  ' !"#¤%&\'()*+,-./',
  '0123456789:;<=>?',
  '¡ABCDEFGHIJKLMNO',
  'PQRSTUVWXYZÄÖÑÜ§',
  '¿abcdefghijklmno',
  'pqrstuvwxyzäöñüà',
].join('');
const EXTENSION_TABLE = '^{}\\[~]|€';

/** Septets of an SMS; NaN where a letter is not in the alphabet. */
export function countSeptets(text: string): number {
  return [...text]
    .map((char) => (DEFAULT_TABLE.includes(char) ? 1 : EXTENSION_TABLE.includes(char) ? 2 : Number.NaN))
    .reduce<number>((sum, cost) => sum + cost, 0);
}
