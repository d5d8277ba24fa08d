import { HUBSPOT_API } from '../../../domain/source/hubspot-api.ts';
import type { Source } from '../../../domain/source/source.ts';
import { isTree, own, type Tree } from '../../events/json-tree.ts';
import { wordOf } from '../read-body.ts';
import type { Fetch, SourceReader } from '../source.ts';
import { columnsOfMap } from './columns-of-map.ts';
import { HUBSPOT_PROPERTIES, ofProperties } from './hubspot-properties.ts';
import { instantOf } from './instant-of.ts';

/** Contacts that HubSpot reads at once. */
const MOST_READ = 100;

const isTold = (change: Tree): boolean =>
  /^contact\.(creation|propertyChange|restore)$/.test(wordOf(own(change, 'subscriptionType'))) ||
  (own(change, 'objectTypeId') === '0-1' &&
    /^object\.(creation|propertyChange)$/.test(wordOf(own(change, 'subscriptionType'))));

/**
 * What we wrote comes back: HubSpot says that an app did it, and which. Ours is the one that tells, unless sources.yaml says
 * that another one writes.
 */
const isOwnWrite = (change: Tree, { writer }: Source): boolean =>
  own(change, 'changeSource') === 'INTEGRATION' &&
  own(change, 'sourceId') !== undefined &&
  [wordOf(own(change, 'appId')), writer].includes(wordOf(own(change, 'sourceId')));

const changesIn = (value: unknown): readonly Tree[] => [value].flat().filter(isTree);

const contactOf = (change: Tree): string => wordOf(own(change, 'objectId'));

const reads = (value: unknown, source: Source): readonly Fetch[] => {
  const ids = [
    ...new Set(
      changesIn(value)
        .filter((one) => isTold(one) && !isOwnWrite(one, source))
        .map(contactOf),
    ),
  ];
  const properties = [...new Set([...HUBSPOT_PROPERTIES, ...columnsOfMap(source)])];
  return Array.from({ length: Math.ceil(ids.length / MOST_READ) }, (_, part) => ({
    method: 'POST' as const,
    url: `${source.apiBase ?? HUBSPOT_API}/crm/v3/objects/contacts/batch/read`,
    body: { properties, inputs: ids.slice(part * MOST_READ, (part + 1) * MOST_READ).map((id) => ({ id })) },
  }));
};

/** HubSpot, webhook of an app: changes with ids alone. The contact as it is now is fetched. */
export const hubspot: SourceReader = {
  activity: 'contact-changed',
  word: 'hubspot',
  knowsKeys: false,
  fetches: ({ value }, source) => reads(value, source),
  read: ({ value, hash }, source, fetched) => {
    const contacts = new Map<string, Tree>();
    for (const request of reads(value, source)) {
      const answer = fetched(request);
      const results = 'found' in answer ? own(answer.found, 'results') : [];
      for (const contact of Array.isArray(results) ? results.filter(isTree) : [])
        contacts.set(wordOf(own(contact, 'id')), contact);
    }
    const named = columnsOfMap(source);
    const ignored: string[] = [];
    const submissions = changesIn(value).flatMap((change) => {
      const type = wordOf(own(change, 'subscriptionType'), 'no subscription');
      if (!isTold(change) || isOwnWrite(change, source)) {
        ignored.push(isTold(change) ? 'what we wrote' : type);
        return [];
      }
      const contact = contacts.get(contactOf(change));
      if (contact === undefined) {
        ignored.push('a contact that is gone');
        return [];
      }
      const properties = own(contact, 'properties');
      const id = ['portalId', 'subscriptionId', 'eventId', 'objectId'].map((key) => wordOf(own(change, key))).join('-');
      return [
        {
          id: id === '---' ? hash : id,
          at: instantOf(own(change, 'occurredAt')),
          ...ofProperties(isTree(properties) ? properties : {}, named),
          addressAt: 'properties.email',
        },
      ];
    });
    return { submissions, ignored };
  },
};
