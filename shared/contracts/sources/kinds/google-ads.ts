import { isTree, own } from '../../events/json-tree.ts';
import { entryOf, oneValue, splitName, wordOf } from '../read-body.ts';
import type { SourceReader } from '../source.ts';
import { instantOf } from './instant-of.ts';

/** What a column of Google's own asks for. */
const COLUMNS: Readonly<Record<string, string>> = {
  FIRST_NAME: 'person.firstName',
  LAST_NAME: 'person.lastName',
  EMAIL: 'person.email',
  PHONE_NUMBER: 'person.phone',
  WORK_PHONE: 'person.phone',
  JOB_TITLE: 'person.title',
  COMPANY_NAME: 'company.name',
  COUNTRY: 'location.country',
  REGION: 'location.region',
  POSTAL_CODE: 'location.postalCode',
};

/** Google Ads lead form. Its key is in the body, so nothing but what is asked for is taken from it. */
export const googleAds: SourceReader = {
  activity: 'form-submitted',
  word: 'google-ads',
  knowsKeys: false,
  read: ({ value, hash }, { keepsTests }) => {
    if (own(value, 'is_test') === true && !keepsTests) return { submissions: [], ignored: ['a test lead'] };
    const lead: Record<string, unknown> = {};
    const rest: Record<string, unknown> = {};
    const columns = own(value, 'user_column_data');
    for (const column of Array.isArray(columns) ? columns.filter(isTree) : []) {
      const said = oneValue(own(column, 'string_value'));
      const id = wordOf(own(column, 'column_id'));
      const path = entryOf(COLUMNS, id);
      if (said === undefined) continue;
      if (id === 'FULL_NAME') for (const [path, part] of Object.entries(splitName(said))) lead[path] ??= part;
      else if (id === 'WORK_EMAIL') lead['person.email'] = said;
      else if (path !== undefined) lead[path] ??= said;
      else rest[wordOf(own(column, 'column_name'), id || 'question')] = said;
    }
    const campaign = wordOf(own(value, 'campaign_id'));
    const click = oneValue(own(value, 'gcl_id'));
    return {
      submissions: [
        {
          id: wordOf(own(value, 'lead_id'), hash),
          at: instantOf(own(value, 'lead_submit_time')),
          lead: { ...lead, ...(campaign === '' ? {} : { campaign }) },
          rest: { ...rest, ...(click === undefined ? {} : { gcl_id: click }) },
          addressAt: 'user_column_data[EMAIL]',
          activity: {},
        },
      ],
      ignored: [],
    };
  },
};
