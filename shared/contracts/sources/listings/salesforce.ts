import type { Source } from '../../../domain/source/source.ts';
import { SECOND_MS } from '../../../domain/time/durations.ts';
import type { Instant } from '../../../domain/time/instant.ts';
import { toIso } from '../../../domain/time/instant.ts';
import { own } from '../../events/json-tree.ts';
import { entriesIn, type SourceListing } from '../listing.ts';
import { idForPath, wordOf } from '../read-body.ts';
import { SALESFORCE_DATA } from '../salesforce-api.ts';

/** To the second: what was made in the second of the end is listed by the next, which begins earlier. */
const literal = (at: Instant): string => toIso(Math.floor(at / SECOND_MS) * SECOND_MS);

const query = (from: Instant, to: Instant): string =>
  `SELECT Id, CreatedDate FROM Lead WHERE CreatedDate >= ${literal(from)} AND CreatedDate <= ${literal(to)} AND IsConverted = false ORDER BY CreatedDate`;

const get = (path: string, { apiBase = '' }: Source) => ({ method: 'GET', url: `${apiBase}${path}` }) as const;

/** Salesforce: the Leads that were made. A change of each is read as if it had been heard, and so fetched whole. */
export const salesforceListing: SourceListing = {
  needs: 'apiBase',
  begin: ({ from, to }, source) => get(`${SALESFORCE_DATA}/query?q=${encodeURIComponent(query(from, to))}`, source),
  read: (_, answer, __, source) => {
    const records = entriesIn(answer, 'records');
    if (records === undefined) return undefined;
    const bodies = records.flatMap((one) => {
      const id = idForPath(own(one, 'Id'));
      if (id === '') return [];
      const header = { entityName: 'Lead', changeType: 'UPDATE', recordIds: [id], transactionKey: 'listed' };
      return [{ ChangeEventHeader: { ...header, commitTimestamp: own(one, 'CreatedDate') } }];
    });
    const next = wordOf(own(answer, 'nextRecordsUrl'));
    // An address of theirs is never called: only what is below their own data.
    return { bodies, next: next.startsWith(`${SALESFORCE_DATA}/query/`) ? [get(next, source)] : [] };
  },
};
