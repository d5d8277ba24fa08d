import type { Source } from '../../../domain/source/source.ts';
import { isTree, own, type Tree } from '../../events/json-tree.ts';
import { idForPath, wordOf } from '../read-body.ts';
import { SALESFORCE_CLIENT, SALESFORCE_DATA } from '../salesforce-api.ts';
import type { Fetch, SourceReader } from '../source.ts';
import { columnsOfMap } from './columns-of-map.ts';
import { instantOf } from './instant-of.ts';
import { isSalesforceField, ofSalesforceLead } from './salesforce-lead.ts';

/** What a rep would ask of the rest. */
const KEPT = /^(LeadSource|Status|Rating|Description)$/;

/** Beside the record, what the changes of one transaction say of themselves. */
const headerOf = (value: unknown): unknown => own(payloadOf(value), 'ChangeEventHeader');
const payloadOf = (value: unknown): unknown => own(value, 'payload') ?? value;

const recordIds = (value: unknown): readonly string[] =>
  [own(headerOf(value), 'recordIds')]
    .flat()
    .map(idForPath)
    .filter((id) => id !== '');

const isGone = (type: string): boolean => /^(GAP_)?DELETE$/.test(type);

const needsRead = (type: string): boolean => type !== 'CREATE';

const readOf = (id: string, { apiBase = '' }: Source): Fetch => ({
  method: 'GET',
  url: `${apiBase}${SALESFORCE_DATA}/sobjects/Lead/${id}`,
});

/** Salesforce marks the changes of our own client: `com/salesforce/api/rest/61.0;client=golden-hour/`. */
const isOwnWrite = (header: unknown): boolean =>
  /;client=([^;/]*)/.exec(wordOf(own(header, 'changeOrigin')))?.[1] === SALESFORCE_CLIENT;

/** Why a change is none of ours; undefined where it is. */
const whyIgnored = (value: unknown): string | undefined => {
  const header = headerOf(value);
  const type = wordOf(own(header, 'changeType'));
  if (!isTree(header)) return 'no change';
  if (own(header, 'entityName') !== 'Lead') return `a change of ${wordOf(own(header, 'entityName'), 'nothing')}`;
  if (isGone(type)) return type;
  return isOwnWrite(header) ? 'what we wrote' : undefined;
};

/** Salesforce, change data capture on a partner bus. A change has only what changed, so the record is fetched. */
export const salesforceCdc: SourceReader = {
  activity: 'lead-changed',
  word: 'salesforce',
  knowsKeys: false,
  fetches: ({ value }, source) =>
    whyIgnored(value) === undefined && needsRead(wordOf(own(headerOf(value), 'changeType')))
      ? recordIds(value).map((id) => readOf(id, source))
      : [],
  read: ({ value, hash }, source, fetched) => {
    const why = whyIgnored(value);
    if (why !== undefined) return { submissions: [], ignored: [why] };
    const header = headerOf(value);
    const named = columnsOfMap(source);
    const isKept = (name: string): boolean => named.has(name) || (!isSalesforceField(name) && KEPT.test(name));
    const ignored: string[] = [];
    const transaction = `${wordOf(own(header, 'transactionKey'), hash)}-${wordOf(own(header, 'sequenceNumber'), '0')}`;
    const recordOf = (id: string): unknown => {
      if (!needsRead(wordOf(own(header, 'changeType')))) return payloadOf(value);
      const answer = fetched(readOf(id, source));
      return 'found' in answer ? answer.found : undefined;
    };
    const submissions = recordIds(value).flatMap((id) => {
      const record = recordOf(id);
      const converted = isTree(record) && own(record, 'IsConverted') === true;
      if (!isTree(record) || converted) {
        ignored.push(converted ? 'a lead that was converted' : 'a lead that is gone');
        return [];
      }
      const { ChangeEventHeader: _, ...own_ }: Tree = record;
      return [
        {
          id: `${transaction}-${id}`,
          at: instantOf(own(header, 'commitTimestamp')),
          // A change has its id beside the record; a map may name it, so that a sink need not look for the record.
          ...ofSalesforceLead({ ...own_, Id: id }, isKept),
          addressAt: 'Email',
        },
      ];
    });
    return { submissions, ignored };
  },
};
