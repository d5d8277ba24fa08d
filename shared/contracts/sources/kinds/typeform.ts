import { isTree, own, type Tree } from '../../events/json-tree.ts';
import { entryOf, oneValue, wordOf } from '../read-body.ts';
import type { SourceReader } from '../source.ts';
import { instantOf } from './instant-of.ts';

const listOf = (value: unknown): readonly Tree[] => (Array.isArray(value) ? value.filter(isTree) : []);

/** The refs of a form's questions by their ids, also of those that stand in a group. */
const refsIn = (fields: unknown): readonly (readonly [string, unknown])[] =>
  listOf(fields).flatMap((field) => [
    [wordOf(own(field, 'id')), own(field, 'ref')] as const,
    ...refsIn(own(own(field, 'properties'), 'fields')),
  ]);

const labelsOf = (choices: unknown): unknown =>
  oneValue([...[own(choices, 'labels')].flat(), own(choices, 'other')].filter((label) => label !== undefined));

/** What was answered, by the type of the answer. */
const answered = (answer: Tree): unknown => {
  const type = own(answer, 'type');
  const value = typeof type === 'string' ? own(answer, type) : undefined;
  if (type === 'choice') return own(value, 'label') ?? own(value, 'other');
  if (type === 'choices') return labelsOf(value);
  return oneValue(value);
};

/** What an answer of such a type is in any form. */
const OF_TYPE: Readonly<Record<string, string>> = { email: 'person.email', phone_number: 'person.phone' };

/** Typeform, form_response. Answers are named by their `ref`: titles and places change. */
export const typeform: SourceReader = {
  activity: 'form-submitted',
  word: 'typeform',
  knowsKeys: true,
  read: ({ value, hash }) => {
    const response = own(value, 'form_response');
    const type = wordOf(own(value, 'event_type'), 'form_response');
    // A response that somebody has not finished has the token of the whole one, which would then be known already.
    if (type !== 'form_response') return { submissions: [], ignored: [type] };
    if (!isTree(response))
      return { submissions: [], ignored: [`a ${wordOf(own(value, 'event_type'), 'body')} without a response`] };
    const definition = own(response, 'definition');
    const refs = new Map(refsIn(own(definition, 'fields')));
    const lead: Record<string, unknown> = {};
    const rest: Record<string, unknown> = {};
    const answers = listOf(own(response, 'answers'));
    for (const answer of answers) {
      const field = own(answer, 'field');
      const id = wordOf(own(field, 'id'));
      const ref = wordOf(own(field, 'ref'), wordOf(refs.get(id), id || 'answer'));
      const said = answered(answer);
      if (said === undefined) continue;
      const path = entryOf(OF_TYPE, wordOf(own(answer, 'type')));
      if (path !== undefined && lead[path] === undefined) lead[path] = said;
      else rest[ref] = said;
    }
    const hidden = own(response, 'hidden');
    const at = answers.findIndex((answer) => own(answer, 'type') === 'email');
    return {
      submissions: [
        {
          id: wordOf(own(response, 'token'), hash),
          at: instantOf(own(response, 'submitted_at')),
          lead,
          rest: { ...(isTree(hidden) ? hidden : {}), ...rest },
          addressAt: at < 0 ? 'answers' : `answers[${at}].email`,
          activity: { title: own(definition, 'title') },
        },
      ],
      ignored: [],
    };
  },
};
