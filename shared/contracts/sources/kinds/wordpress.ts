import { isTree, own } from '../../events/json-tree.ts';
import { flatten, oneValue, wordOf } from '../read-body.ts';
import type { SourceReader } from '../source.ts';
import { instantOf } from './instant-of.ts';

/** Of the form and its page, not of the person. */
const OF_THE_FORM =
  /^(form_id|form_name|post_id|queried_id|referer_title|action|entry_id|id|date_created|date_updated|created_by|is_read|is_starred|is_fulfilled|status|source_url|transaction_.*|payment_.*|currency|source_id|partial_entry_.*|remote_ip|date|time|page url|page_url|user agent|remote ip|powered by)$/i;

const ELEMENTOR = /^fields\[([^\]]+)\]\[(\w+)\]$/;

/** `fields[email][value]` of Elementor, by the field's id. */
const elementorFields = (values: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(values).flatMap(([key, value]) => {
      const [, id, what] = ELEMENTOR.exec(key) ?? [];
      return id !== undefined && what === 'value' && oneValue(value) !== undefined ? [[id, oneValue(value)]] : [];
    }),
  );

/** Elementor, Gravity Forms and what else sends a form of WordPress: labels or ids, as a form or as JSON. */
export const wordpress: SourceReader = {
  activity: 'form-submitted',
  word: 'wordpress',
  knowsKeys: true,
  read: ({ value, hash }) => {
    const top = isTree(value) ? value : {};
    const byId = elementorFields(top);
    const fields = own(top, 'fields');
    const nested = isTree(fields)
      ? Object.fromEntries(Object.entries(fields).map(([id, field]) => [id, own(field, 'value') ?? field]))
      : {};
    const flat = Object.keys(byId).length > 0 ? byId : isTree(fields) ? flatten(nested) : flatten(top);
    const form = own(top, 'form');
    const entry = own(top, 'entry_id') ?? (own(top, 'form_id') === undefined ? undefined : own(top, 'id'));
    const of = (...keys: readonly string[]): unknown =>
      keys.map((key) => oneValue(own(top, key))).find((one) => one !== undefined);
    return {
      submissions: [
        {
          id: wordOf(entry, hash),
          at: instantOf(of('date_created_gmt')),
          lead: {},
          rest: Object.fromEntries(
            Object.entries(flat).filter(([key]) => !OF_THE_FORM.test(key) && !/^(form|meta)\[/.test(key)),
          ),
          addressAt: 'fields.email',
          activity: {
            title: oneValue(own(form, 'name')) ?? of('form[name]', 'form_name', 'form_title'),
            url: of('meta[page_url][value]', 'source_url', 'page_url', 'Page URL'),
          },
        },
      ],
      ignored: [],
    };
  },
};
