import { readKind } from '../../events/field-readers.ts';
import { isTree, own, type Tree } from '../../events/json-tree.ts';
import { entryOf, flatten, oneValue, splitName, wordOf } from '../read-body.ts';
import type { SourceReader, Submission } from '../source.ts';
import { instantOf } from './instant-of.ts';

/** Traits of Segment's own, by the paths of a lead. */
const TRAITS: Readonly<Record<string, string>> = {
  email: 'person.email',
  firstName: 'person.firstName',
  first_name: 'person.firstName',
  lastName: 'person.lastName',
  last_name: 'person.lastName',
  title: 'person.title',
  phone: 'person.phone',
  website: 'company.domain',
  industry: 'company.industry',
  employees: 'company.employees',
  'company.name': 'company.name',
  company: 'company.name',
  'company.industry': 'company.industry',
  'company.employee_count': 'company.employees',
  'company.website': 'company.domain',
  'address.country': 'location.country',
  'address.state': 'location.region',
  'address.postalCode': 'location.postalCode',
  'address.postal_code': 'location.postalCode',
};

/** Of the person's account, and nothing that a rep would ask. */
const LEFT_OUT = /^(id|avatar|createdAt|company\.id|company\.plan|address\.(street|city)|username)$/;

const ofTraits = (call: Tree) => {
  const lead: Record<string, unknown> = {};
  const rest: Record<string, unknown> = {};
  const traits = flatten(own(call, 'traits') ?? own(own(call, 'context'), 'traits'));
  for (const [key, value] of Object.entries(traits)) {
    const path = entryOf(TRAITS, key);
    if (path !== undefined) lead[path] ??= value;
    else if (key !== 'name' && !LEFT_OUT.test(key)) rest[key] = value;
  }
  for (const [path, part] of Object.entries(splitName(traits.name))) lead[path] ??= part;
  return { lead, rest };
};

const ofContext = (context: unknown): Readonly<Record<string, unknown>> => {
  const found = {
    // The region of a browser's locale is where it was made for, not where somebody is.
    language: wordOf(own(context, 'locale')).split(/[-_]/)[0] || undefined,
    'location.timeZone': oneValue(own(context, 'timezone')),
    campaign: oneValue(own(own(context, 'campaign'), 'name')),
  };
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined));
};

const word = (value: unknown): string | undefined => {
  const reading = readKind(value);
  return 'value' in reading ? reading.value : undefined;
};

/** A call by itself; a string says why it is none of ours. */
const submissionOf = (call: Tree, nth: number, hash: string): Submission | string => {
  const type = own(call, 'type');
  const context = own(call, 'context');
  const properties = own(call, 'properties');
  const visitor = oneValue(own(call, 'anonymousId'));
  const page = own(context, 'page');
  const base = {
    id: wordOf(own(call, 'messageId'), `${hash}.${nth}`),
    at: instantOf(own(call, 'timestamp') ?? own(call, 'originalTimestamp') ?? own(call, 'sentAt')),
    addressAt: 'traits.email',
  };
  const who = {
    ...(visitor === undefined ? {} : { visitorId: visitor }),
    'person.email':
      own(own(context, 'traits'), 'email') ?? own(properties, 'email') ?? own(own(call, 'traits'), 'email'),
  };
  if (type === 'identify') {
    const { lead, rest } = ofTraits(call);
    return {
      ...base,
      lead: { ...ofContext(context), ...lead, ...(visitor === undefined ? {} : { visitorId: visitor }) },
      rest,
    };
  }
  const activity = (kind: string | undefined) => ({
    ...base,
    lead: who,
    rest: {},
    withoutCapture: true,
    activity: {
      ...(kind === undefined ? {} : { kind }),
      title:
        oneValue(own(properties, 'title')) ??
        oneValue(own(page, 'title')) ??
        (type === 'page' ? own(call, 'name') : undefined),
      url: oneValue(own(properties, 'url')) ?? oneValue(own(page, 'url')),
    },
  });
  if (type === 'track') return activity(word(own(call, 'event')));
  if (type === 'page') return activity('page-viewed');
  if (type === 'screen') return activity('screen-viewed');
  return `a ${wordOf(type, 'nameless')} call`;
};

/** Segment: calls one by one or in a batch. `identify` tells who somebody is; the others what somebody did. */
export const segment: SourceReader = {
  activity: 'event-tracked',
  word: 'segment',
  knowsKeys: false,
  read: ({ value, hash }) => {
    const batch = own(value, 'batch');
    const all: readonly unknown[] = Array.isArray(value) ? value : Array.isArray(batch) ? batch : [value];
    const made = all.map((call, nth) => (isTree(call) ? submissionOf(call, nth, hash) : 'what is no call'));
    return {
      submissions: made.filter((one) => typeof one !== 'string'),
      ignored: made.filter((one) => typeof one === 'string'),
    };
  },
};
