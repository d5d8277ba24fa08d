import type { Content } from '../../agreement/agreement.ts';
import type { Activity } from '../../lead/lead.ts';

/** Of one lead. */
const MOST_PAGES = 10;
const MOST_CHARACTERS = 200;

/** Some trackers tell the path alone. */
const ADDRESS = /^(?:https?:\/\/(?:www\.)?([^/?#\s]+))?(\/[^?#\s]*|)/i;

interface Page {
  /** Absent where the path alone is told. */
  readonly host?: string;
  readonly path: string;
}

/** Without what is behind a `?`: it differs from visit to visit, and may tell of the person. */
const pageOf = (url: string): Page | undefined => {
  const [, host, path = ''] = ADDRESS.exec(url) ?? [];
  if (host === undefined && path === '') return undefined;
  return { path: path.replace(/\/+$/, ''), ...(host === undefined ? {} : { host: host.toLowerCase() }) };
};

const textOf = ({ host = '', path }: Page): string => `${host}${path}` || '/';

/** With an address in it, it is the page of one person. */
const isOfOne = (text: string): boolean => /@|%40/.test(text);

/** Pages that a lead has seen and that no piece of the catalogue is, newest first, at most so many. */
export const pagesRead = (timeline: readonly Activity[], catalogue: readonly Content[]): readonly string[] => {
  const pieces = catalogue.flatMap(({ url }) => pageOf(url) ?? []);
  const known = new Set(pieces.flatMap((page) => [textOf(page), textOf({ path: page.path })]));
  const pages = timeline.flatMap(({ url, contentId }) => {
    const page = url === undefined || contentId !== undefined ? undefined : pageOf(url);
    return page === undefined ? [] : [textOf(page)];
  });
  const outside = pages.filter((page) => page.length <= MOST_CHARACTERS && !isOfOne(page) && !known.has(page));
  return [...new Set(outside)].slice(0, MOST_PAGES);
};
