import type { Source } from '../../../domain/source/source.ts';
import { readTemplate } from '../../../fields/mapping/cell-value.ts';
import { isTree } from '../../events/json-tree.ts';
import { flatten, wordOf } from '../read-body.ts';
import type { Body, SourceReader, Submission } from '../source.ts';
import { localInstant } from './local-instant.ts';

/** What a template of sources.yaml says of a body. */
const templated = (template: string | undefined, flat: Readonly<Record<string, unknown>>): string | undefined => {
  if (template === undefined) return undefined;
  const keys = Object.keys(flat);
  const made = readTemplate(template, (column) => keys.indexOf(column))(keys.map((key) => wordOf(flat[key])));
  return made === undefined || made === '' ? undefined : made;
};

/** The columns of `id` and `time` say nothing of the person. */
const withoutOwn = (flat: Readonly<Record<string, unknown>>, { id, time }: Source): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(flat).filter(([key]) => ![id, time].some((template) => template === `{${key}}`)));

const submissionOf = (value: unknown, { hash, headers }: Body, source: Source, nth: number): Submission => {
  const flat = flatten(value);
  const again = nth === 0 ? '' : `.${nth}`;
  return {
    id: templated(source.id, flat) ?? `${headers['webhook-id'] ?? hash}${again}`,
    at: localInstant(templated(source.time, flat), source.zone),
    lead: {},
    rest: withoutOwn(flat, source),
    addressAt: 'email',
    activity: {},
  };
};

/** Any JSON or form, by the map of sources.yaml; a list is so many submissions. */
const plain = (word: string | undefined, knowsKeys: boolean): SourceReader => ({
  activity: 'form-submitted',
  ...(word === undefined ? {} : { word }),
  knowsKeys,
  read: (body, source) => {
    const all: readonly unknown[] = Array.isArray(body.value) ? body.value : [body.value];
    return {
      submissions: all.filter(isTree).map((value, nth) => submissionOf(value, body, source, nth)),
      ignored: all.filter((value) => !isTree(value)).map(() => 'what is no object'),
    };
  },
});

export const json = plain(undefined, true);
export const form = plain(undefined, true);
/** Marketo, "Call webhook": the user's own template, whose keys mean what its map says. It gives no id, and times without a zone. */
export const marketo = plain('marketo', false);
