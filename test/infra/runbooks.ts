import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = 'docs/runbooks';

/** Pages that a person looks up without an alarm. */
const WITHOUT_ALARM = ['restore.md', 'situations.md'];

/** What each heading of a runbook says, in this order. */
export const PARTS = ['What it means.', 'What to look at.', 'What to do.', 'When it is over.'];

/** As GitHub makes anchors of headings. */
const anchor = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}\s-]/gu, '')
    .trim()
    .replace(/\s/g, '-');

/** What stands below each second-level heading of every runbook, by `page.md#anchor`. */
export const runbooks = (): ReadonlyMap<string, string> =>
  new Map(
    readdirSync(FOLDER).flatMap((page) =>
      readFileSync(join(FOLDER, page), 'utf8')
        .split(/^## /m)
        .slice(1)
        .map((part) => {
          const [heading = ''] = part.split('\n');
          return [`${page}#${anchor(heading)}`, part] as const;
        }),
    ),
  );

/** Those that an alarm leads to. */
export const runbookHeadings = (): ReadonlySet<string> =>
  new Set([...runbooks().keys()].filter((heading) => !WITHOUT_ALARM.some((page) => heading.startsWith(`${page}#`))));
