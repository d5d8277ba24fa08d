import type { Fields } from '../../../condition/condition.ts';
import type { Activity } from '../../../lead/lead.ts';
import type { Zone } from '../../../time/zone.ts';
import { clean, cleanAndCut } from '../../text/clean-text.ts';
import type { Handover } from '../../text/handover.ts';
import { AMOUNT, type Detail, knownDetails, otherDetails } from '../../text/lead-details.ts';
import { dateAndTime } from '../../text/local-time.ts';
import { fieldText, repName } from '../../text/names.ts';

const VALUE_LENGTH = 200;
const LIST_LENGTH = 20;

/** All that is known of a lead and of its way so far, a section at a time, each under its heading. */
export function context(handover: Handover): string[][] {
  const { sendNext, pastOwners } = handover;
  return [
    ...leadContext(handover),
    [
      'WHAT TO SEND NEXT',
      ...listed(
        sendNext.map(({ title, url }) => `${cleanAndCut(title, VALUE_LENGTH)}: ${clean(url)}`),
        'Nothing in the library fits, or they have read it all.',
      ),
    ],
    [
      'WHOSE IT IS',
      `Owner: ${handover.unowned === undefined ? repName(handover.owner.name) : 'nobody yet'}`,
      `Past owners: ${pastOwners.map(repName).join(', ') || 'none'}`,
      `Territory: ${cleanAndCut(handover.territory, VALUE_LENGTH)}`,
    ],
  ];
}

/** Who the lead is, why it is hot, what it did. */
export function leadContext(handover: Handover): string[][] {
  const { lead, reasons, activities, to } = handover;
  return [
    ['WHO', ...who(lead.fields, lead.email)],
    [
      `WHY HOT: SCORE ${AMOUNT.format(handover.score)}`,
      ...listed(reasons.toSorted((a, b) => b.points - a.points).map(reasonLine), 'No reason is recorded.'),
    ],
    [
      'WHAT THEY READ AND DID, NEWEST FIRST',
      ...listed(
        activities.map((activity) => activityLine(activity, to.zone)),
        'Nothing is recorded.',
      ),
    ],
  ];
}

function who(fields: Fields, email: string): string[] {
  const text = (path: string) => fieldText(fields, path, VALUE_LENGTH);
  return [
    ...line('Name', `${text('person.firstName')} ${text('person.lastName')}`.trim()),
    ...line('Phone', text('person.phone')),
    ...line('E-mail', text('person.email') || clean(email)),
    ...line('Consent', refusals(fields)),
    ...knownDetails(fields).map(detailLine),
    ...listed(otherDetails(fields).map(detailLine)),
  ];
}

const line = (label: string, value: string): string[] => (value === '' ? [] : [`${label}: ${value}`]);

const detailLine = ({ label, value }: Detail): string => `${label}: ${value}`;

function refusals(fields: Fields): string {
  const ways = [
    ['consent.call', 'do not call'],
    ['consent.sms', 'do not text'],
    ['consent.email', 'do not mail'],
  ] as const;
  return ways
    .filter(([path]) => fields[path] === false)
    .map(([, words]) => words)
    .join(', ');
}

const reasonLine = ({ name, points }: Handover['reasons'][number]): string =>
  `${points < 0 ? '' : '+'}${AMOUNT.format(points)} ${cleanAndCut(name, VALUE_LENGTH)}`;

/** Such as `3 March 2026, 11:02: page viewed, Pricing, https://example.com/pricing`. */
function activityLine({ at, kind, title, url, contentId }: Activity, zone: Zone): string {
  const what = [kind.replaceAll('-', ' '), title ?? contentId, url].flatMap((part) =>
    part ? [cleanAndCut(part, VALUE_LENGTH)] : [],
  );
  return `${dateAndTime(at, zone)}: ${what.join(', ')}`;
}

/** One item a line, at most `LIST_LENGTH`: a form may send any number of fields. */
function listed(items: readonly string[], otherwise?: string): string[] {
  if (items.length === 0) return otherwise === undefined ? [] : [otherwise];
  const more = items.length - LIST_LENGTH;
  return [...items.slice(0, LIST_LENGTH).map((item) => `- ${item}`), ...(more > 0 ? [`- and ${more} more`] : [])];
}
