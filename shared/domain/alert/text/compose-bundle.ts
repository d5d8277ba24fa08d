import type { RepPurpose } from '../../vocabulary/purposes.ts';
import { clean, cleanAndCut, toAscii } from './clean-text.ts';
import { checkLink } from './compose-sms.ts';
import { SEGMENT_SEPTETS, septets, toGsm7 } from './gsm7.ts';
import type { Handover, Transliterate } from './handover.ts';
import { headline, SUBJECT_LENGTH } from './headline.ts';
import { knownDetails } from './lead-details.ts';
import { shortTime } from './local-time.ts';
import { asName, companyName, personName, repName } from './names.ts';

/** Several leads in one message to one rep; `link` opens the list of them, each `handover.link` one of them. */
export interface Bundled {
  readonly purpose: RepPurpose;
  readonly to: Handover['to'];
  /** In the order in which they are due. */
  readonly leads: readonly Handover[];
  readonly link?: string;
}

/* Of up to four bytes: with a link, a lead takes a kilobyte, and 250 of them fit into a message. */
const LINE_LENGTH = 120;
const DETAILS_LENGTH = 95;
const DETAILS = 5;

/** `count` stands for how many. */
const WORDS: Readonly<Record<RepPurpose, { readonly short: (count: number) => string; readonly long: string }>> = {
  alert: {
    short: (count) => `${count} hot leads`,
    long: 'Here are hot leads that came to you within a short time, the one that is due first at the top.',
  },
  remind: {
    short: (count) => `Reminder: ${count} leads`,
    long: 'This is a reminder: these leads still wait for you, the one that is due first at the top.',
  },
  'tell-manager': {
    short: (count) => `${count} leads need your help`,
    long: 'These leads of your team need your help.',
  },
  'taken-away': {
    short: (count) => `${count} leads have gone to colleagues`,
    long: 'These leads were not answered within the agreed time, so they have gone to somebody else. This can happen to anybody. Nothing is left for you to do, and links in earlier messages no longer work.',
  },
};

const shortName = ({ lead }: Handover, convert: (text: string) => string): string => {
  const names = [personName(lead.fields), companyName(lead.fields)].map((name) => asName(convert(name)));
  return names.filter((name) => name !== '').join(', ') || 'a lead with no name';
};

/** As many names as there is room for, the first in any case, and how many more there are. */
const summary = (
  { purpose, leads, to }: Bundled,
  { convert, room, size }: { convert: (text: string) => string; room: number; size: (text: string) => number },
): string => {
  const first = leads[0]?.due;
  const due = first === undefined ? '' : ` First due ${shortTime(first.at, to.timeZone)}.`;
  const say = (names: readonly string[]): string => {
    const more = leads.length - names.length;
    const listed = [...names, ...(more > 0 ? [`${more} more`] : [])].join('; ');
    return `${WORDS[purpose].short(leads.length)}: ${listed}.${due}`;
  };
  const names: string[] = [];
  for (const lead of leads) {
    if (size(say([...names, shortName(lead, convert)])) > room) break;
    names.push(shortName(lead, convert));
  }
  if (names.length > 0) return say(names);
  return `${WORDS[purpose].short(leads.length)}.${due}`;
};

/** One SMS segment in GSM-7, its link whole at the end. Throws LinkUnfitError. */
export const composeBundleSms = (bundled: Bundled, transliterate: Transliterate): string => {
  const { link } = bundled;
  if (link !== undefined) checkLink(link);
  const ending = link === undefined ? '' : ` ${link}`;
  const convert = (text: string): string => toGsm7(text, transliterate);
  return `${summary(bundled, { convert, room: SEGMENT_SEPTETS - septets(ending), size: septets })}${ending}`;
};

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
export const composeBundleEmail = (
  bundled: Bundled,
  transliterate: Transliterate,
): { readonly subject: string; readonly text: string } => {
  const convert = (text: string): string => toAscii(text, transliterate);
  const sections = [
    [`Hello ${repName(bundled.to.name)},`],
    [WORDS[bundled.purpose].long, ...(bundled.link === undefined ? [] : [`All of them: ${bundled.link}`])],
    ...bundled.leads.map(entry),
  ];
  return {
    subject: summary(bundled, { convert, room: SUBJECT_LENGTH, size: (text) => text.length }),
    text: `${sections.map((lines) => lines.join('\n')).join('\n\n')}\n`,
  };
};
