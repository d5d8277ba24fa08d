import { shortTime } from '../../language/format.ts';
import { MESSAGES } from '../../language/messages/messages.ts';
import type { RepPurpose } from '../../vocabulary/purposes.ts';
import type { Handover } from './handover.ts';
import type { Medium } from './medium.ts';
import { shownNames } from './shown-names.ts';

/** Several leads in one message to one rep; `link` opens the list of them, each `handover.link` one of them. */
export interface Bundled {
  readonly purpose: RepPurpose;
  readonly to: Handover['to'];
  /** In the order in which they are due. */
  readonly leads: readonly Handover[];
  readonly link?: string;
}

/** What the message says of all its leads. Those that people took were not all too late. */
export const bundleOpening = ({ purpose, leads, to }: Bundled): string => {
  const { email, purposes } = MESSAGES[to.language];
  return leads.some(({ taker }) => taker !== undefined) ? email.allTaken : purposes[purpose].severalInFull;
};

const shortName = ({ lead }: Handover, convert: Medium['convert']): string => {
  const { person, company } = shownNames(lead, convert);
  return [person, company].filter((name) => name !== '').join(', ');
};

/** As many names as there is room for, the first in any case, and how many more there are. */
export const bundleHeadline = ({ purpose, leads, to }: Bundled, { convert, room, size }: Medium): string => {
  const { purposes, glance } = MESSAGES[to.language];
  const heading = purposes[purpose].several(leads.length);
  const first = leads[0]?.due;
  const due = first === undefined ? '' : ` ${glance.firstDue(shortTime(first.at, to.zone, to.language))}.`;
  const say = (names: readonly string[]): string => {
    if (names.length === 0) return convert(`${heading}.${due}`, to.language);
    const more = leads.length - names.length;
    const listed = [...names, ...(more > 0 ? [glance.more(more)] : [])].join('; ');
    return convert(`${heading}: ${listed}.${due}`, to.language);
  };
  const names: string[] = [];
  for (const lead of leads) {
    const name = shortName(lead, convert) || glance.noName;
    if (size(say([...names, name])) > room) break;
    names.push(name);
  }
  return say(names);
};
