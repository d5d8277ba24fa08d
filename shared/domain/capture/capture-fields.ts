import type { Fields } from '../condition/condition.ts';
import type { Lead } from '../lead/lead.ts';
import { type Instant, type IsoInstant, toIso } from '../time/instant.ts';
import { DERIVED_FIELDS, type DerivedField } from '../vocabulary/derived-fields.ts';

/** What is known of a person: each field with the stamp of the event that said it. */
export type Told = Pick<Lead, 'fields' | 'stamps'>;

/** As long as a UUID. Each field of a lead keeps the stamp of its event, and ids may be of any length. */
const STAMPED_ID = 36;

/** FNV-1a: two long ids that begin alike are still told apart. */
const hashOf = (text: string): string => {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
};

const shortId = (id: string): string =>
  id.length <= STAMPED_ID ? id : `${id.slice(0, STAMPED_ID - 9).toWellFormed()}~${hashOf(id)}`;

/** Orders the events that set a field: by when they occurred, then by id. Joined it is one text, and not its parts. */
export const stampOf = (occurredAt: Instant, eventId: string): string =>
  [toIso(occurredAt), shortId(eventId)].join(' ');

/** When the event of a stamp occurred; undefined where nobody said the field. */
export const timeOf = (stamp: string | undefined): IsoInstant | undefined => stamp?.split(' ', 1)[0] || undefined;

/** The stamp of what nobody said and another field tells: whatever is said is newer. */
const DERIVED = '';

/** Where a producer names what it has made of other fields of a lead, and the lead what it still has so. */
const MADE = 'fields.derived';

const madeIn = (captured: Fields): readonly DerivedField[] => {
  const named = captured[MADE];
  return typeof named === 'string' ? DERIVED_FIELDS.filter((path) => named.split(', ').includes(path)) : [];
};

/** Whether a field was not said, and derived from another. */
export const isDerived = ({ fields, stamps }: Told, path: string): boolean =>
  fields[path] !== undefined && stamps[path] === DERIVED;

/** Once all is merged: what is said later is no longer made of others. */
const namingDerived = (lead: Told): Told => {
  if (lead.fields[MADE] === undefined) return lead;
  const still = DERIVED_FIELDS.filter((path) => isDerived(lead, path));
  if (still.length > 0) return { ...lead, fields: { ...lead.fields, [MADE]: still.join(', ') } };
  const { [MADE]: _, ...fields } = lead.fields;
  const { [MADE]: __, ...stamps } = lead.stamps;
  return { fields, stamps };
};

const merged = (lead: Told, captured: Fields, stamp: string, now: Instant): Told => {
  const fields = { ...lead.fields };
  const stamps = { ...lead.stamps };
  const made = madeIn(captured);
  for (const [path, value] of Object.entries(captured)) {
    const own = made.some((one) => one === path) ? DERIVED : stamp;
    const known = stamps[path];
    if (known !== undefined && known > own && known < toIso(now + 1)) continue;
    fields[path] = value;
    stamps[path] = own;
  }
  return { fields, stamps };
};

/**
 * Field by field the newest wins, whatever the order of arrival; absence erases nothing. A stamp of the future, as
 * earlier versions kept them, holds nothing: whose clock is wrong must not be right for ever.
 */
export const mergeFields = (...merging: Parameters<typeof merged>): ReturnType<typeof merged> =>
  namingDerived(merged(...merging));

/** What was told before, each field with its own stamp, as if it had come when it occurred. */
export const mergeTold = (lead: Told, told: Told, now: Instant): Told =>
  namingDerived(
    Object.entries(told.fields).reduce(
      (known, [path, value]) => merged(known, { [path]: value }, told.stamps[path] ?? '', now),
      { fields: lead.fields, stamps: lead.stamps },
    ),
  );

const DOMAIN = 'company.domain';
const NAME = 'company.name';

const without = (captured: Fields, path: string): Fields => {
  const { [path]: _, ...others } = captured;
  return others;
};

/** What is told without a domain of the agreement's own free mail, which is nobody's company. */
export const withoutFreeMail = (captured: Fields, freeMail: readonly string[]): Fields => {
  const domain = captured[DOMAIN];
  const said = typeof domain === 'string' && freeMail.includes(domain) ? without(captured, DOMAIN) : captured;
  const address = captured['person.email'];
  const isOfAddress = madeIn(captured).includes(NAME) && domain === undefined && typeof address === 'string';
  if (!isOfAddress || !freeMail.includes(address.slice(address.lastIndexOf('@') + 1).toLowerCase())) return said;
  return without(said, NAME);
};

/** Where no domain of the company is said, it is that of the lead's address. */
export const deriveDomain = <L extends Pick<Lead, 'fields' | 'stamps' | 'email'>>(
  lead: L,
  addressDomain: string | undefined,
  freeMail: readonly string[],
): L => {
  const host = lead.email.slice(lead.email.lastIndexOf('@') + 1);
  const isFree = addressDomain === undefined || freeMail.includes(addressDomain) || freeMail.includes(host);
  if (isFree || lead.fields[DOMAIN] !== undefined) return lead;
  return {
    ...lead,
    fields: { ...lead.fields, [DOMAIN]: addressDomain },
    stamps: { ...lead.stamps, [DOMAIN]: DERIVED },
  };
};
