import type { Source } from '../../../domain/source/source.ts';
import { isTree, own, type Tree } from '../../events/json-tree.ts';
import { idForPath, oneValue, wordOf } from '../read-body.ts';
import type { Fetch, SourceReader } from '../source.ts';
import { instantOf } from './instant-of.ts';

export const META_API = 'https://graph.facebook.com/v25.0';

/** What Meta's testing tool fills in: there is no flag. */
const isTest = (value: unknown): boolean =>
  typeof value === 'string' && (/^<test lead: /.test(value) || /^test@(meta|fb)\.com$/i.test(value));

const changesIn = (value: unknown): readonly Tree[] =>
  [own(value, 'entry')].flat().flatMap((entry) => [own(entry, 'changes')].flat().filter(isTree));

const leadIdOf = (change: Tree): string | undefined => {
  const id = idForPath(own(own(change, 'value'), 'leadgen_id'));
  return own(change, 'field') === 'leadgen' && id !== '' ? id : undefined;
};

const readOf = (id: string, { apiBase }: Source): Fetch => ({
  method: 'GET',
  url: `${apiBase ?? META_API}/${id}?fields=created_time,campaign_name,form_id,is_organic,field_data`,
});

/** Meta lead ads, of Facebook and Instagram: ids alone. The lead is fetched. */
export const meta: SourceReader = {
  activity: 'form-submitted',
  word: 'meta',
  knowsKeys: true,
  fetches: ({ value }, source) =>
    changesIn(value).flatMap((change) => {
      const id = leadIdOf(change);
      return id === undefined ? [] : [readOf(id, source)];
    }),
  read: ({ value }, source, fetched) => {
    const ignored: string[] = [];
    const submissions = changesIn(value).flatMap((change) => {
      const id = leadIdOf(change);
      if (id === undefined) {
        ignored.push(`field ${wordOf(own(change, 'field'), 'of none')}`);
        return [];
      }
      const answer = fetched(readOf(id, source));
      if (!('found' in answer)) {
        ignored.push('a lead that is gone');
        return [];
      }
      const data = own(answer.found, 'field_data');
      const rest = Object.fromEntries(
        (Array.isArray(data) ? data.filter(isTree) : []).flatMap((field) => {
          const said = oneValue(own(field, 'values'));
          return said === undefined ? [] : [[wordOf(own(field, 'name'), 'question'), said]];
        }),
      );
      if (!source.keepsTests && Object.values(rest).some(isTest)) {
        ignored.push('a test lead');
        return [];
      }
      const campaign = oneValue(own(answer.found, 'campaign_name'));
      return [
        {
          id,
          at: instantOf(own(answer.found, 'created_time')) ?? instantOf(own(own(change, 'value'), 'created_time')),
          lead: campaign === undefined ? {} : { campaign },
          rest,
          addressAt: 'field_data[email]',
          activity: {},
        },
      ];
    });
    return { submissions, ignored };
  },
};
