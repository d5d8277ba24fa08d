import type { Source } from '../../../domain/source/source.ts';
import { isTree, own, type Tree } from '../../events/json-tree.ts';
import { entryOf, idForPath, oneValue, wordOf } from '../read-body.ts';
import type { Fetch, SourceReader } from '../source.ts';
import { instantOf } from './instant-of.ts';

export const LINKEDIN_API = 'https://api.linkedin.com';

/** What a question of LinkedIn's own asks for. */
const FIELDS: Readonly<Record<string, string>> = {
  FIRST_NAME: 'person.firstName',
  LAST_NAME: 'person.lastName',
  EMAIL: 'person.email',
  PHONE_NUMBER: 'person.phone',
  WORK_PHONE_NUMBER: 'person.phone',
  JOB_TITLE: 'person.title',
  COMPANY_NAME: 'company.name',
  INDUSTRY: 'company.industry',
  COUNTRY: 'location.country',
  STATE: 'location.region',
  ZIP_CODE: 'location.postalCode',
  POSTAL_CODE: 'location.postalCode',
};

/** `urn:li:versionedLeadGenForm:(urn:li:leadGenForm:7234246,1)` names form 7234246. */
const idOf = (urn: unknown): string => idForPath(/([^:(),]+)(?:,\d+\))?$/.exec(wordOf(urn))?.[1]);

const get = (path: string, { apiBase }: Source): Fetch => ({
  method: 'GET',
  url: `${apiBase ?? LINKEDIN_API}/rest/${path}`,
});

const responseOf = (value: unknown, source: Source): Fetch =>
  get(`leadFormResponses/${idOf(own(value, 'leadGenFormResponse'))}`, source);
const formOf = (value: unknown, source: Source): Fetch => get(`leadForms/${idOf(own(value, 'leadGenForm'))}`, source);

const isCreated = (value: unknown): boolean =>
  own(value, 'type') === 'LEAD_ACTION' &&
  own(value, 'leadAction') === 'CREATED' &&
  idOf(own(value, 'leadGenFormResponse')) !== '' &&
  idOf(own(value, 'leadGenForm')) !== '';

/** The first of what is written in several languages. */
const localized = (text: unknown): unknown => {
  const all = own(text, 'localized');
  return typeof text === 'string' ? text : isTree(all) ? Object.values(all)[0] : undefined;
};

const listOf = (value: unknown): readonly Tree[] => (Array.isArray(value) ? value.filter(isTree) : []);

const answered = (answer: Tree, question: Tree | undefined): unknown => {
  const details = own(answer, 'answerDetails');
  const text = own(own(details, 'textQuestionAnswer'), 'answer');
  if (text !== undefined) return oneValue(text);
  const chosen = own(own(details, 'multipleChoiceAnswer'), 'options');
  const options = listOf(own(own(own(question, 'questionDetails'), 'multipleChoiceQuestionDetails'), 'options'));
  const textOf = (id: unknown): unknown =>
    localized(
      own(
        options.find((option) => own(option, 'id') === id),
        'text',
      ),
    ) ?? id;
  return oneValue((Array.isArray(chosen) ? chosen : []).map(textOf));
};

/** LinkedIn lead gen: URNs alone. The answers and the form's questions are fetched. */
export const linkedin: SourceReader = {
  activity: 'form-submitted',
  word: 'linkedin',
  knowsKeys: false,
  fetches: ({ value }, source) => (isCreated(value) ? [responseOf(value, source), formOf(value, source)] : []),
  read: ({ value }, source, fetched) => {
    if (!isCreated(value))
      return { submissions: [], ignored: [wordOf(own(value, 'leadAction'), wordOf(own(value, 'type'), 'no lead'))] };
    const response = fetched(responseOf(value, source));
    const form = fetched(formOf(value, source));
    if (!('found' in response)) return { submissions: [], ignored: ['a lead that is gone'] };
    if (own(response.found, 'testLead') === true && !source.keepsTests)
      return { submissions: [], ignored: ['a test lead'] };
    const known = 'found' in form ? form.found : undefined;
    const questions = new Map(
      listOf(own(own(known, 'content'), 'questions')).map((question) => [
        wordOf(own(question, 'questionId')),
        question,
      ]),
    );
    const lead: Record<string, unknown> = {};
    const rest: Record<string, unknown> = {};
    for (const answer of listOf(own(own(response.found, 'formResponse'), 'answers'))) {
      const id = wordOf(own(answer, 'questionId'));
      const question = questions.get(id);
      const said = answered(answer, question);
      const field = wordOf(own(question, 'predefinedField'));
      const path = entryOf(FIELDS, field);
      if (said === undefined) continue;
      if (field === 'WORK_EMAIL') lead['person.email'] = said;
      else if (path !== undefined) lead[path] ??= said;
      else
        rest[wordOf(own(question, 'name'), wordOf(localized(own(question, 'question')), field || id || 'question'))] =
          said;
    }
    const campaign = own(own(own(response.found, 'leadMetadata'), 'sponsoredLeadMetadata'), 'campaign');
    return {
      submissions: [
        {
          id: idOf(own(value, 'leadGenFormResponse')),
          at: instantOf(own(response.found, 'submittedAt')) ?? instantOf(own(value, 'occurredAt')),
          lead: { ...lead, ...(campaign === undefined ? {} : { campaign }) },
          rest,
          addressAt: 'formResponse.answers[EMAIL]',
          activity: { title: own(known, 'name') },
        },
      ],
      ignored: [],
    };
  },
};
