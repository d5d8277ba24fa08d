import path from 'node:path';

/** As GitHub makes an anchor of a heading. */
const slugOf = (heading: string): string =>
  heading
    .trim()
    .toLowerCase()
    .replace(/[`*]|\]\([^)]*\)|\[/g, '')
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/\s/g, '-');

const withoutCode = (text: string): string => text.replace(/^(```|~~~)[\s\S]*?^\1/gm, '').replace(/`[^`\n]*`/g, '');

const anchorsOf = (text: string): ReadonlySet<string> => {
  const bare = text.replace(/^(```|~~~)[\s\S]*?^\1/gm, '');
  const headings = [...bare.matchAll(/^#{1,6} (.+)$/gm)].map(([, heading = '']) => slugOf(heading));
  const named = [...bare.matchAll(/<a (?:id|name)="([^"]+)"/g)].map(([, name = '']) => name);
  return new Set([...headings, ...named]);
};

const targetsOf = (text: string): readonly string[] =>
  [
    ...withoutCode(text).matchAll(
      /\]\(<?([^)\s>]+)>?(?:\s+"[^"]*")?\)|^\[[^\]]+\]:\s+(\S+)|\b(?:src|srcset|href)="([^"]+)"/gm,
    ),
  ].map(([, inline, reference, attribute]) => inline ?? reference ?? attribute ?? '');

/** Links between pages that lead nowhere. `pages` are Markdown by path; `exists` knows every file and folder. */
export const brokenLinks = (pages: ReadonlyMap<string, string>, exists: (file: string) => boolean): readonly string[] =>
  [...pages].flatMap(([page, text]) =>
    targetsOf(text).flatMap((target) => {
      if (/^[a-z][a-z0-9+.-]*:/i.test(target)) return [];
      const [file = '', anchor] = target.split('#');
      const to = file === '' ? page : path.posix.join(path.posix.dirname(page), decodeURI(file));
      if (!exists(to)) return [`${page}: ${target} is not there`];
      const linked = pages.get(to);
      if (anchor === undefined || linked === undefined || anchorsOf(linked).has(anchor)) return [];
      return [`${page}: ${target} has no such heading`];
    }),
  );
