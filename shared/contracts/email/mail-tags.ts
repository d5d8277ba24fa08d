import type { Purpose } from '../../domain/vocabulary/purposes.ts';
import * as z from '../zod.ts';

/**
 * What a mail carries to SES, and an event about it brings back: ids and words of ours alone, for whoever sees the events
 * of the account sees it.
 */
export interface MailTags {
  readonly purpose: Purpose | 'help' | 'figures';
  /** Of a mail about one lead. */
  readonly lead?: string;
  /** Of a mail about several: the SHA-256 of the capability in its link, which knows them. */
  readonly list?: string;
}

/** What a mail is for and about. */
export interface Tagged {
  readonly purpose: MailTags['purpose'];
  readonly leadIds: readonly string[];
  readonly list?: string;
}

/** A tag's value takes few signs, and not many: the leads of a long mail would not all fit. */
export const mailTags = ({ purpose, leadIds, list }: Tagged): MailTags => {
  const [lead, ...others] = leadIds;
  if (lead === undefined) return { purpose };
  if (others.length === 0) return { purpose, lead };
  return { purpose, ...(list === undefined ? {} : { list }) };
};

/** As an event has them: a tag may have been set twice. */
export const tagsOfEvent = z.object({
  purpose: z.exactOptional(z.array(z.string())),
  lead: z.exactOptional(z.array(z.string())),
  list: z.exactOptional(z.array(z.string())),
});
