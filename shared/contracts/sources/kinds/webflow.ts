import { isTree, own } from '../../events/json-tree.ts';
import { flatten, wordOf } from '../read-body.ts';
import type { SourceReader } from '../source.ts';
import { instantOf } from './instant-of.ts';

/** Webflow, form_submission; in the older shape what is in `payload` now stands at the top. */
export const webflow: SourceReader = {
  activity: 'form-submitted',
  word: 'webflow',
  knowsKeys: true,
  read: ({ value, hash }) => {
    const trigger = own(value, 'triggerType');
    if (trigger !== undefined && trigger !== 'form_submission')
      return { submissions: [], ignored: [wordOf(trigger, 'no trigger')] };
    const payload = own(value, 'payload');
    const form = isTree(payload) ? payload : value;
    return {
      submissions: [
        {
          id: wordOf(own(form, 'id'), wordOf(own(form, '_id'), hash)),
          at: instantOf(own(form, 'submittedAt') ?? own(form, 'd')),
          lead: {},
          rest: flatten(own(form, 'data')),
          addressAt: 'payload.data.email',
          activity: { title: own(form, 'name') },
        },
      ],
      ignored: [],
    };
  },
};
