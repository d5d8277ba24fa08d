import { isTree, own } from '../../events/json-tree.ts';
import { flatten, oneValue, splitName, wordOf } from '../read-body.ts';
import type { SourceReader } from '../source.ts';
import { instantOf } from './instant-of.ts';

/** Topics that tell who somebody is; of a contact that is a lead or a user. A tag, a note or a company is nobody. */
const TOPICS =
  /^(contact|user|lead|visitor)\.((lead|user)\.)?(created|signed_up|email\.updated|updated|added_email|converted)$/;

const said = (path: string, value: unknown): Readonly<Record<string, unknown>> => {
  const one = oneValue(value);
  return one === undefined ? {} : { [path]: one };
};

/** Intercom: a contact that came or changed. Being subscribed is no consent. */
export const intercom: SourceReader = {
  activity: 'contact-created',
  word: 'intercom',
  knowsKeys: false,
  read: ({ value, hash }) => {
    const topic = wordOf(own(value, 'topic'), 'no topic');
    const item = own(own(value, 'data'), 'item');
    if (!TOPICS.test(topic) || !isTree(item)) return { submissions: [], ignored: [topic] };
    const companies = own(own(item, 'companies'), 'companies') ?? own(own(item, 'companies'), 'data');
    const [company] = Array.isArray(companies) ? companies : [];
    const place = own(item, 'location_data') ?? own(item, 'location');
    const custom = own(item, 'custom_attributes');
    return {
      submissions: [
        {
          id: wordOf(own(value, 'id'), hash),
          at: instantOf(own(value, 'created_at')) ?? instantOf(own(item, 'updated_at')),
          lead: {
            'person.email': own(item, 'email'),
            ...splitName(own(item, 'name')),
            ...said('person.phone', own(item, 'phone')),
            ...said('company.name', own(company, 'name')),
            ...said(
              'location.country',
              own(place, 'country_code') ?? own(place, 'country_name') ?? own(place, 'country'),
            ),
            ...said('location.postalCode', own(place, 'postal_code')),
            ...said('location.timeZone', own(place, 'timezone')),
            ...said('campaign', own(item, 'utm_campaign')),
          },
          rest: flatten({ custom_attributes: custom }),
          addressAt: 'data.item.email',
        },
      ],
      ignored: [],
    };
  },
};
