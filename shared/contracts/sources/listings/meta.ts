import type { Source } from '../../../domain/source/source.ts';
import { SECOND_MS } from '../../../domain/time/durations.ts';
import { own } from '../../events/json-tree.ts';
import { instantOf } from '../kinds/instant-of.ts';
import { META_API } from '../kinds/meta.ts';
import { entriesIn, type SourceListing } from '../listing.ts';
import { idForPath, wordOf } from '../read-body.ts';
import type { Fetch } from '../source.ts';

const AT_ONCE = '100';

const get = (path: string, query: Readonly<Record<string, string>>, { apiBase }: Source): Fetch => ({
  method: 'GET',
  url: `${apiBase ?? META_API}/${path}?${new URLSearchParams({ ...query, limit: AT_ONCE })}`,
});

/** Meta's own address of the next page holds the token: only its cursor is taken. */
const nextOf = ({ method, url }: Fetch, answer: unknown): readonly Fetch[] => {
  const paging = own(answer, 'paging');
  const after = wordOf(own(own(paging, 'cursors'), 'after'));
  if (own(paging, 'next') === undefined || after === '') return [];
  const next = new URL(url);
  next.searchParams.set('after', after);
  return [{ method, url: next.toString() }];
};

const FORMS = 'me/leadgen_forms';

/** Meta: the forms of the page whose token it is, and the leads of each. */
export const metaListing: SourceListing = {
  begin: (_, source) => get(FORMS, { fields: 'id' }, source),
  read: (request, answer, { from, to }, source) => {
    const known = entriesIn(answer, 'data')
      ?.map((one) => ({ id: idForPath(own(one, 'id')), at: own(one, 'created_time') }))
      .filter(({ id }) => id !== '');
    if (known === undefined) return undefined;
    const next = nextOf(request, answer);
    if (new URL(request.url).pathname.endsWith(`/${FORMS}`)) {
      // Meta's instants are seconds, and "greater than" leaves out the one that is named.
      const since = Math.floor(from / SECOND_MS) - 1;
      const filtering = JSON.stringify([{ field: 'time_created', operator: 'GREATER_THAN', value: since }]);
      const ofForms = known.map(({ id }) => get(`${id}/leads`, { fields: 'id,created_time', filtering }, source));
      return { bodies: [], next: [...next, ...ofForms] };
    }
    // What came later is of the next period. Nobody says whether Meta can leave it out itself.
    const ofPeriod = known.filter(({ at }) => (instantOf(at) ?? from) <= to);
    const bodies = ofPeriod.map(({ id, at }) => ({
      object: 'page',
      entry: [{ changes: [{ field: 'leadgen', value: { leadgen_id: id, created_time: at } }] }],
    }));
    return { bodies, next };
  },
};
