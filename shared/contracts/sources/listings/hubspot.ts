import { HUBSPOT_API } from '../../../domain/source/hubspot-api.ts';
import type { Source } from '../../../domain/source/source.ts';
import { own } from '../../events/json-tree.ts';
import { instantOf } from '../kinds/instant-of.ts';
import { entriesIn, type Period, type SourceListing } from '../listing.ts';
import { idForPath, wordOf } from '../read-body.ts';
import type { Fetch } from '../source.ts';

const AT_ONCE = 100;

/** HubSpot's search counts no further than ten thousand: behind them another search begins. */
const LAST = 10_000 - AT_ONCE;

const search = ({ from, to }: Period, { apiBase }: Source): Fetch => ({
  method: 'POST',
  url: `${apiBase ?? HUBSPOT_API}/crm/v3/objects/contacts/search`,
  body: {
    filterGroups: [{ filters: [{ propertyName: 'createdate', operator: 'BETWEEN', value: from, highValue: to }] }],
    sorts: ['createdate'],
    properties: ['createdate'],
    limit: AT_ONCE,
  },
});

/** HubSpot: the contacts that were made. Which of them its webhook told of it does not say, nor by which id. */
export const hubspotListing: SourceListing = {
  begin: search,
  read: (request, answer, period, source) => {
    const results = entriesIn(answer, 'results');
    if (results === undefined) return undefined;
    const bodies = results.flatMap((one) => {
      const objectId = idForPath(own(one, 'id'));
      const change = { subscriptionType: 'contact.creation', objectId, eventId: 'listed' };
      return objectId === '' ? [] : [{ ...change, occurredAt: own(one, 'createdAt') }];
    });
    const after = wordOf(own(own(own(answer, 'paging'), 'next'), 'after'));
    if (after === '') return { bodies, next: [] };
    const reached = instantOf(own(results.at(-1), 'createdAt'));
    const isLast = Number(after) > LAST && reached !== undefined;
    const next = isLast
      ? search({ ...period, from: reached }, source)
      : { ...request, body: { ...Object(request.body), after } };
    return { bodies, next: [next] };
  },
};
