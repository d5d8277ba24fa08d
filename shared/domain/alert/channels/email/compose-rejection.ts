import type { Rejection } from '../../../lead/notice.ts';
import { type MailText, mailText } from '../../../mail/mail.ts';
import type { RejectAction } from '../../../vocabulary/reject-actions.ts';
import { clean, cleanAndCut, toAscii } from '../../text/clean-text.ts';
import type { Handover, Transliterate } from '../../text/handover.ts';
import { SUBJECT_LENGTH } from '../../text/medium.ts';
import { companyName, personName, repName } from '../../text/names.ts';
import { leadContext } from './email-context.ts';

/** What marketing reads of a rejection; the owner of `handover` is the rep who rejected the lead. */
export interface RejectedLead {
  readonly handover: Handover;
  readonly rejection: Rejection;
}

const WHAT_FOLLOWS: Readonly<Record<RejectAction, string>> = {
  reassign: 'It goes to another rep.',
  recycle: 'It goes back to nurture and starts again from there.',
  'return-to-marketing': 'It comes back to you, to be put right.',
  close: 'It is closed.',
};

const NOTE_LENGTH = 1_000;

/* Of up to four bytes: one of many takes a kilobyte at most, and 250 of them fit into a message. */
const LINE_LENGTH = 120;
const SHORT_NOTE_LENGTH = 60;
const MISSING_LENGTH = 60;

const nameOf = ({ lead }: Handover): string => {
  const who = personName(lead.fields) || clean(lead.email);
  const company = companyName(lead.fields);
  return company === '' ? who : `${who} of ${company}`;
};

/** One rejection in one line. */
const rejectionLine = ({ handover, rejection }: RejectedLead): string =>
  `${nameOf(handover)}: ${cleanAndCut(rejection.reason, 80)}, says ${repName(handover.owner.name)}. ${WHAT_FOLLOWS[rejection.action]}`;

/** What the rep wrote, and what the lead lacks, each in a line. */
const rejectionDetails = (
  { rejection: { note, missing } }: RejectedLead,
  noteLength: number,
  missingLength: number,
): string[] => [
  ...(note === undefined ? [] : [`Note: ${cleanAndCut(note, noteLength)}`]),
  ...(missing.length === 0 ? [] : [`Missing: ${cleanAndCut(missing.join(', '), missingLength)}`]),
];

/** To marketing, in English: whom sales gave back, why, and what happens now. */
export const composeRejection = (rejected: RejectedLead, transliterate: Transliterate): MailText => {
  const { handover, rejection } = rejected;
  const subject = toAscii(`Rejected (${rejection.reason}): ${nameOf(handover)}`, transliterate);
  const sections = [
    ['Hello,'],
    [`Sales rejected a lead. ${rejectionLine(rejected)}`, ...rejectionDetails(rejected, NOTE_LENGTH, NOTE_LENGTH)],
    ...leadContext(handover),
  ];
  return mailText(cleanAndCut(subject, SUBJECT_LENGTH).replace('…', ''), 'en', sections);
};

/** Rejections in one e-mail to marketing. */
export const composeRejections = (rejected: readonly RejectedLead[]): MailText => {
  const sections = [
    ['Hello,'],
    ['Sales rejected these leads within a short time.'],
    ...rejected.map((one, index) => [
      `${index + 1}. ${cleanAndCut(rejectionLine(one), LINE_LENGTH)}`,
      ...rejectionDetails(one, SHORT_NOTE_LENGTH, MISSING_LENGTH),
    ]),
  ];
  return mailText(`${rejected.length} rejections by sales`, 'en', sections);
};
