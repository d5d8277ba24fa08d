import type { ActivityField } from '../../domain/condition/condition-fields.ts';
import { readEmailAddress } from '../../fields/email-address.ts';
import { readIdentifier } from '../../fields/identifier.ts';
import { ACTIVITY_READERS } from './field-readers.ts';
import { own, type Tree } from './json-tree.ts';
import type { Notes } from './notes.ts';
import { type DataReading, refusedAt } from './read-capture.ts';

/** What a LeadActivityRecorded tells. */
export type ActivityData = { readonly kind: string; readonly visitorId?: string } & {
  readonly [field in Exclude<ActivityField, 'kind'>]?: string;
};

/** Reads what somebody did, known by an address or by a browser. */
export const readActivity = (data: Tree, notes: Notes): DataReading<ActivityData> => {
  const email = notes.take('email', readEmailAddress(own(data, 'email')))?.identity;
  const visitorId = notes.take('visitorId', readIdentifier(own(data, 'visitorId')));
  if (email === undefined && visitorId === undefined)
    return refusedAt('email', 'a usable e-mail address or a visitorId must be given');
  const field = (name: ActivityField): string | undefined => notes.take(name, ACTIVITY_READERS[name](own(data, name)));
  const kind = field('kind');
  if (kind === undefined) return refusedAt('kind', 'must be a word such as page-viewed');
  const read = (): ActivityData => {
    const [url, contentId, title] = [field('url'), field('contentId'), field('title')];
    return {
      kind,
      ...(visitorId === undefined ? {} : { visitorId }),
      ...(url === undefined ? {} : { url }),
      ...(contentId === undefined ? {} : { contentId }),
      ...(title === undefined ? {} : { title }),
    };
  };
  return { read, ...(email === undefined ? {} : { email }) };
};
