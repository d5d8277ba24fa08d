import { HUBSPOT_API } from '../../../domain/source/hubspot-api.ts';
import type { Source } from '../../../domain/source/source.ts';
import { isTree, own } from '../../events/json-tree.ts';
import type { Period, SourceListing } from '../listing.ts';
import { idForPath, wordOf } from '../read-body.ts';
import type { Fetch } from '../source.ts';

const search = ({ from, to }: Period, { apiBase }: Source, after?: string): Fetch => ({
  method: 'POST',
  url: `${apiBase ?? HUBSPOT_API}/crm/v3/objects/contacts/search`,
  body: {
    filterGroups: [{ filters: [{ propertyName: 'createdate', operator: 'BETWEEN', value: from, highValue: to }] }],
    sorts: ['createdate'],
    properties: ['createdate'],
    limit: 100,
    ...(after === undefined ? {} : { after }),
  },
});

/** HubSpot: the contacts that were made. Which of them its webhook told of it does not say. */
export const hubspotListing: SourceListing = {
  begin: (period, source) => [search(period, source)],
  read: (_, answer, period, source) => {
    const results = [own(answer, 'results')].flat().filter(isTree);
    const bodies = results.flatMap((one) => {
      const objectId = idForPath(own(one, 'id'));
      const change = { subscriptionType: 'contact.creation', objectId, eventId: 'listed' };
      return objectId === '' ? [] : [{ ...change, occurredAt: own(one, 'createdAt') }];
    });
    const after = wordOf(own(own(own(answer, 'paging'), 'next'), 'after'));
    return { bodies, next: after === '' ? [] : [search(period, source, after)] };
  },
};
