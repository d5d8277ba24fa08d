import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = 'docs/runbooks';

/** As GitHub makes anchors of headings. */
const anchor = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}\s-]/gu, '')
    .trim()
    .replace(/\s/g, '-');

/** The second-level headings of every runbook, as `page.md#anchor`. */
export const runbookHeadings = (): ReadonlySet<string> =>
  new Set(
    readdirSync(FOLDER).flatMap((page) =>
      [...readFileSync(join(FOLDER, page), 'utf8').matchAll(/^## (.+)$/gm)].map(
        ([, heading]) => `${page}#${anchor(heading ?? '')}`,
      ),
    ),
  );
