import { codeSpansOf } from './markdown.ts';

/*
 * What no page may hold, each rule as a function from pages (Markdown by path) to the problems in them, so that
 * the rules themselves can be tested.
 */

export type Pages = ReadonlyMap<string, string>;

/** What an editor on a laptop shows without cutting or scrolling, in columns. */
const WIDEST = 160;

export const tooWide = (pages: Pages): readonly string[] =>
  [...pages].flatMap(([page, text]) =>
    text.split('\n').flatMap((line, index) => {
      const width = [...line].length;
      return width > WIDEST ? [`${page}:${index + 1} has ${width} columns`] : [];
    }),
  );

const PATH = /^\.?[a-z][\w-]*\/[\w./-]*$/;

/** A path as the reader shall fill it in, such as `functions/VERB-NOUN/handler.ts`. */
const IS_PATTERN = /\b[A-Z]{2,}\b/;

/** What begins with one of the folders and leads nowhere. `exists` knows every file and folder. */
export const namedInVain = (
  pages: Pages,
  folders: ReadonlySet<string>,
  exists: (file: string) => boolean,
): readonly string[] =>
  [...pages].flatMap(([page, text]) =>
    codeSpansOf(text)
      .filter((span) => PATH.test(span) && folders.has(span.split('/')[0] ?? '') && !IS_PATTERN.test(span))
      .filter((path) => !exists(path))
      .map((path) => `${page}: ${path} is not there`),
  );

/** `npm run NAME` for a script that the package does not have, in prose and blocks. */
export const unknownScripts = (pages: Pages, scripts: ReadonlySet<string>): readonly string[] =>
  [...pages].flatMap(([page, text]) =>
    [...text.matchAll(/\bnpm run ([a-z][\w:-]*)/g)].flatMap(([, name = '']) =>
      scripts.has(name) ? [] : [`${page}: there is no script ${name}`],
    ),
  );
