import { type Bundled, bundleHeadline, bundleOpening } from '../../text/bundled.ts';
import { clean, cleanAndCut, toAscii } from '../../text/clean-text.ts';
import type { Handover, Transliterate } from '../../text/handover.ts';
import { headline, SUBJECT_LENGTH } from '../../text/headline.ts';
import { knownDetails } from '../../text/lead-details.ts';
import { repName } from '../../text/names.ts';
import type { EmailText } from './email-text.ts';

/* Of up to four bytes: with a link, a lead takes a kilobyte, and 250 of them fit into a message. */
const LINE_LENGTH = 120;
const DETAILS_LENGTH = 95;
const DETAILS = 5;

const entry = (handover: Handover, index: number): string[] => {
  const line = headline(handover, { convert: clean, room: LINE_LENGTH, size: (text) => text.length });
  const details = knownDetails(handover.lead.fields)
    .filter(({ path }) => path !== 'company.name')
    .slice(0, DETAILS)
    .map(({ label, value }) => `${label} ${value}`);
  return [
    `${index + 1}. ${line}`,
    ...(details.length === 0 ? [] : [`Known: ${cleanAndCut(details.join('; '), DETAILS_LENGTH)}`]),
    ...(handover.link === undefined ? [] : [`Open the lead: ${handover.link}`]),
  ];
};

/** An e-mail in plain text with each lead in a few lines and its own link. */
export const composeBundleEmail = (bundled: Bundled, transliterate: Transliterate): EmailText => {
  const convert = (text: string): string => toAscii(text, transliterate);
  const sections = [
    [`Hello ${repName(bundled.to.name)},`],
    [bundleOpening(bundled), ...(bundled.link === undefined ? [] : [`All of them: ${bundled.link}`])],
    ...bundled.leads.map(entry),
  ];
  return {
    subject: bundleHeadline(bundled, { convert, room: SUBJECT_LENGTH, size: (text) => text.length }),
    text: `${sections.map((lines) => lines.join('\n')).join('\n\n')}\n`,
  };
};
