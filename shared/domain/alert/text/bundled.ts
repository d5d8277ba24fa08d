import type { RepPurpose } from '../../vocabulary/purposes.ts';
import type { Handover } from './handover.ts';
import type { Medium } from './headline.ts';
import { shortTime } from './local-time.ts';
import { asName, companyName, personName } from './names.ts';

/** Several leads in one message to one rep; `link` opens the list of them, each `handover.link` one of them. */
export interface Bundled {
  readonly purpose: RepPurpose;
  readonly to: Handover['to'];
  /** In the order in which they are due. */
  readonly leads: readonly Handover[];
  readonly link?: string;
}

/** `count` stands for how many. */
export const BUNDLE_WORDS: Readonly<
  Record<RepPurpose, { readonly short: (count: number) => string; readonly long: string }>
> = {
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

/** Leads that people took were not all too late. */
const TAKEN_BY_PEOPLE =
  'These leads are with somebody else now. Nothing is left for you to do, and links in earlier messages no longer work.';

/** What the message says of all its leads. */
export const bundleOpening = ({ purpose, leads }: Bundled): string =>
  leads.some(({ taker }) => taker !== undefined) ? TAKEN_BY_PEOPLE : BUNDLE_WORDS[purpose].long;

const shortName = ({ lead }: Handover, convert: (text: string) => string): string => {
  const names = [personName(lead.fields), companyName(lead.fields)].map((name) => asName(convert(name)));
  return names.filter((name) => name !== '').join(', ') || 'a lead with no name';
};

/** As many names as there is room for, the first in any case, and how many more there are. */
export const bundleHeadline = ({ purpose, leads, to }: Bundled, { convert, room, size }: Medium): string => {
  const first = leads[0]?.due;
  const due = first === undefined ? '' : ` First due ${shortTime(first.at, to.zone)}.`;
  const say = (names: readonly string[]): string => {
    const more = leads.length - names.length;
    const listed = [...names, ...(more > 0 ? [`${more} more`] : [])].join('; ');
    return `${BUNDLE_WORDS[purpose].short(leads.length)}: ${listed}.${due}`;
  };
  const names: string[] = [];
  for (const lead of leads) {
    if (size(say([...names, shortName(lead, convert)])) > room) break;
    names.push(shortName(lead, convert));
  }
  if (names.length > 0) return say(names);
  return `${BUNDLE_WORDS[purpose].short(leads.length)}.${due}`;
};
