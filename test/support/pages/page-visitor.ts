import { COPY_SCRIPT } from '../../../shared/pages/copy-script.ts';
import { type Story, type StoryOptions, startStory } from '../scenario/answer-story.ts';
import { httpEvent } from './http-event.ts';

export type Form = Readonly<Record<string, string>>;

export interface Response {
  readonly status: number | undefined;
  readonly headers: Readonly<Record<string, boolean | number | string>>;
  readonly html: string;
}

/** What somebody with a link can do. */
export interface Visitor {
  ask(method: string, body?: string): Promise<Response>;
  get(): Promise<Response>;
  post(form: Form): Promise<Response>;
}

export const visitor = ({ runtime }: Story, path: string): Visitor => {
  const ask: Visitor['ask'] = async (method, body) => {
    const event = httpEvent({ method, path, ...(body === undefined ? {} : { body }) });
    const { statusCode, headers = {}, body: html = '' } = await runtime.answer(event);
    return { status: statusCode, headers, html };
  };
  return { ask, get: () => ask('GET'), post: (form) => ask('POST', new URLSearchParams(form).toString()) };
};

/** A story, with Ana's first link in a browser's hands. */
export const open = async (options: StoryOptions = {}): Promise<Visitor & { story: Story; path: string }> => {
  const story = await startStory(options);
  const path = story.links('ana')[0] ?? 'no link';
  return { story, path, ...visitor(story, path) };
};

export const typesSince = (story: Story, before: number): readonly string[] =>
  story.facts.slice(before).map(({ type }) => type);

export const stageOf = (story: Story): string | undefined => {
  const leadId = story.facts.find(({ type }) => type === 'LeadAssigned')?.detail.leadId ?? '';
  return story.runtime.store.lead(leadId)?.stage;
};

/** What is read on a page. */
export const textOf = (html: string): string => withoutStyle(html).replace(/<[^>]*>/g, ' ');

/** Without what is the same on every page. */
export const withoutStyle = (html: string): string =>
  html.replace(/<style>.*?<\/style>/s, '').replace(`<script>${COPY_SCRIPT}</script>`, '');

const PERSONAL = /jane|doe|acme|operations|2345|ortiz|yılmaz|kaya|vogel|@|tel:|mailto:|pricing|stock|50k/i;

/** The first thing on a page, links too, that is known of Jane or of the reps; undefined if there is none. */
export const personalIn = (html: string): string | undefined => PERSONAL.exec(withoutStyle(html))?.[0];
