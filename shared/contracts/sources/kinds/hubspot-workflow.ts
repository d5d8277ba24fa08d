import { isTree, own } from '../../events/json-tree.ts';
import { wordOf } from '../read-body.ts';
import type { SourceReader } from '../source.ts';
import { columnsOfMap } from './columns-of-map.ts';
import { ofProperties } from './hubspot-properties.ts';
import { instantOf } from './instant-of.ts';

/** HubSpot, webhook of a workflow: the whole contact. It names no time of its own; each form that was sent has one. */
export const hubspotWorkflow: SourceReader = {
  activity: 'form-submitted',
  word: 'hubspot',
  knowsKeys: false,
  read: ({ value, hash }, source) => {
    const properties = own(value, 'properties');
    const values = Object.fromEntries(
      Object.entries(isTree(properties) ? properties : {}).map(([name, one]) => [
        name,
        isTree(one) ? own(one, 'value') : one,
      ]),
    );
    const who = { ...ofProperties(values, columnsOfMap(source)), addressAt: 'properties.email' };
    const forms = own(value, 'form-submissions');
    return {
      submissions: [
        { id: hash, ...who },
        ...(Array.isArray(forms) ? forms.filter(isTree) : []).map((form, nth) => {
          const id = wordOf(own(form, 'conversion-id'), `${hash}.${nth}`);
          const at = instantOf(own(form, 'timestamp'));
          return {
            ...who,
            id,
            at,
            withoutCapture: true,
            activity: { title: own(form, 'title') ?? own(form, 'page-title'), url: own(form, 'page-url') },
          };
        }),
      ],
      ignored: [],
    };
  },
};
