import type { Source } from '../../../domain/source/source.ts';
import { isTree, own, type Tree } from '../../events/json-tree.ts';
import { wordOf } from '../read-body.ts';
import { XML_TYPE } from '../read-xml-body.ts';
import type { SourceReader } from '../source.ts';
import { columnsOfMap } from './columns-of-map.ts';
import { instantOf } from './instant-of.ts';
import { isSalesforceField, ofSalesforceLead } from './salesforce-lead.ts';

/** What every record has for Salesforce's own use, by whoever chose the fields or not. */
const OF_THE_RECORD = /^(@type|Id|IsConverted|IsDeleted|.*ById|.*Date|SystemModstamp|OwnerId)$/;

/** At most a hundred in one message. */
const notificationsIn = (value: unknown): readonly Tree[] => {
  const body = own(own(value, 'Envelope'), 'Body');
  return [own(own(body, 'notifications'), 'Notification')].flat().filter(isTree);
};

/** Why a record is none of ours; undefined where it is. */
const whyIgnored = (record: unknown, { writer }: Source): string | undefined => {
  const type = wordOf(own(record, XML_TYPE), 'nothing');
  if (type !== 'Lead') return `a change of ${type}`;
  if (own(record, 'IsConverted') === 'true') return 'a lead that was converted';
  return writer !== undefined && own(record, 'LastModifiedById') === writer ? 'what we wrote' : undefined;
};

/**
 * Salesforce, outbound message of a flow or a workflow: SOAP, with the fields of the record that were chosen for it. It stands
 * in for nothing: what was not chosen is not fetched.
 */
export const salesforceOutbound: SourceReader = {
  activity: 'lead-changed',
  word: 'salesforce',
  knowsKeys: false,
  read: ({ value, hash }, source) => {
    const notifications = notificationsIn(value);
    if (notifications.length === 0) return { submissions: [], ignored: ['no notification'] };
    const named = columnsOfMap(source);
    const ignored: string[] = [];
    const submissions = notifications.flatMap((notification, i) => {
      const record = own(notification, 'sObject');
      const why = whyIgnored(record, source);
      if (why !== undefined) {
        ignored.push(why);
        return [];
      }
      const at = ['LastModifiedDate', 'SystemModstamp', 'CreatedDate'].map((name) => instantOf(own(record, name)));
      const isKept = (name: string): boolean =>
        named.has(name) || !(isSalesforceField(name) || OF_THE_RECORD.test(name));
      return [
        {
          // The same in each try: Salesforce says so.
          id: wordOf(own(notification, 'Id'), `${hash}-${i}`),
          at: at.find((one) => one !== undefined),
          ...ofSalesforceLead(record, isKept),
          addressAt: 'Email',
        },
      ];
    });
    return { submissions, ignored };
  },
};
