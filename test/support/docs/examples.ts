import { basename, dirname, extname, join } from 'node:path';
import type { Sources } from '../rules/imports.ts';
import { blocksOf } from './markdown.ts';

/** Code that a comment or a page shows. */
export interface Example {
  /** Where it would stand if it were a file: beside the source, or where the page says that it is written. */
  readonly path: string;
  readonly code: string;
}

const COMMENT = /\/\*\*([\s\S]*?)\*\//g;

const textOf = (comment: string): string => comment.replace(/^[ \t]*\*( |$)/gm, '');

/** What stands below each `@example` of the documentation comments. */
export const examplesOfSources = (sources: Sources): readonly Example[] =>
  [...sources].flatMap(([file, source]) =>
    [...source.matchAll(COMMENT)]
      .flatMap(([, comment = '']) => textOf(comment).split(/^@/m).slice(1))
      .filter((tag) => tag.startsWith('example\n'))
      .map((tag, index) => ({
        path: join(dirname(file), `${basename(file, extname(file))}-example-${index + 1}.ts`),
        code: tag.slice('example\n'.length),
      })),
  );

/** The blocks of TypeScript of each page. A first line such as `// lib/stack.ts` says where the code belongs. */
export const examplesOfPages = (pages: Sources): readonly Example[] =>
  [...pages].flatMap(([file, page]) =>
    blocksOf(page)
      .filter(({ language }) => /^(ts|typescript)$/.test(language))
      .map(({ text }, index) => ({
        path: join(file, /^\/\/ (\S+\.ts)\n/.exec(text)?.[1] ?? `example-${index + 1}.ts`),
        code: text,
      })),
  );
