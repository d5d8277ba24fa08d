import { isTree, own, type Tree } from '../../events/json-tree.ts';
import { oneValue, readJsonBody, wordOf } from '../read-body.ts';
import type { SourceReader } from '../source.ts';
import { instantOf } from './instant-of.ts';

/** Of the page, not of the person. */
const OF_THE_PAGE = [
  'page_id',
  'page_uuid',
  'page_url',
  'page_name',
  'time_submitted',
  'date_submitted',
  'data.json',
  'data.xml',
];

const parsed = (text: unknown): Tree | undefined => {
  if (typeof text !== 'string') return isTree(text) ? text : undefined;
  try {
    const value = readJsonBody(text);
    return isTree(value) ? value : undefined;
  } catch {
    return undefined;
  }
};

/** `11:45 AM UTC` of a day, which is told apart from it. */
const submittedAt = (date: unknown, time: unknown): unknown => {
  const [, hour, minute, half] = /^(\d{1,2}):(\d\d) ?(AM|PM)(?: UTC)?$/i.exec(wordOf(time)) ?? [];
  if (hour === undefined) return undefined;
  const hours = (Number(hour) % 12) + (half?.toUpperCase() === 'PM' ? 12 : 0);
  return `${wordOf(date)}T${String(hours).padStart(2, '0')}:${minute}:00Z`;
};

/** Unbounce: a form whose field `data.json` holds JSON, every value a list; or that JSON itself. It gives no id. */
export const unbounce: SourceReader = {
  activity: 'form-submitted',
  word: 'unbounce',
  knowsKeys: true,
  read: ({ value, hash }) => {
    const data = parsed(own(value, 'data.json')) ?? parsed(own(value, 'data_json')) ?? (isTree(value) ? value : {});
    const said = Object.fromEntries(Object.entries(data).map(([key, list]) => [key, oneValue(list)]));
    const of = (key: string): unknown => said[key] ?? oneValue(own(value, key));
    return {
      submissions: [
        {
          id: hash,
          at: instantOf(submittedAt(of('date_submitted'), of('time_submitted'))),
          lead: {},
          rest: Object.fromEntries(
            Object.entries(said).filter(([key, one]) => one !== undefined && !OF_THE_PAGE.includes(key)),
          ),
          addressAt: 'data.json.email',
          activity: { title: of('page_name'), url: of('page_url') },
        },
      ],
      ignored: [],
    };
  },
};
