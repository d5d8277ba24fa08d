import type { Line, MailBody, Section } from './mail.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** As text and as the value of an attribute in quotes. */
export const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? '');

/*
 * Mail clients read no style sheet, and turn the colours round in the dark where none are given. So text has none, and the
 * button has both of its own: white on #1d4ed8 is 6.7 to 1.
 */
const BODY =
  'margin:0;padding:16px;font-family:-apple-system,Segoe UI,Roboto,Helvetica,Arial,sans-serif;font-size:16px;line-height:1.5';
const COLUMN = 'max-width:640px;margin:0 auto';
const PARAGRAPH = 'margin:0 0 16px';
const HEADING = 'margin:24px 0 8px;font-size:14px;line-height:1.5';
const LIST = 'margin:0 0 16px;padding-left:24px';
/** At least 44 pixels high, so that a thumb hits it. */
const BUTTON =
  'display:inline-block;margin:4px 0;padding:10px 20px;border-radius:6px;background-color:#1d4ed8;color:#ffffff;font-weight:600;text-decoration:none';

/** Only what leads to a page; anything else is shown and leads nowhere. */
const isPage = (url: string): boolean => /^https:\/\/[^\s]+$|^http:\/\/localhost[:/][^\s]*$/.test(url);

const block = (line: Exclude<Line, string | { readonly as: 'item' }>): string => {
  if (line.as === 'heading') return `<h2 style="${HEADING}">${escaped(line.text)}</h2>`;
  if (!isPage(line.url)) return `<p style="${PARAGRAPH}">${escaped(line.text)}</p>`;
  return `<p style="${PARAGRAPH}"><a href="${escaped(line.url)}" style="${BUTTON}">${escaped(line.label)}</a></p>`;
};

type Kind = 'words' | 'items' | 'block';

const kindOf = (line: Line): Kind => {
  if (typeof line === 'string') return 'words';
  return line.as === 'item' ? 'items' : 'block';
};

/** Neighbours of one kind share a paragraph or a list. */
const runsOf = (section: Section): readonly (readonly Line[])[] => {
  const runs: Line[][] = [];
  for (const line of section) {
    const last = runs.at(-1);
    const before = last?.at(-1);
    const joins = before !== undefined && kindOf(line) === kindOf(before) && kindOf(line) !== 'block';
    if (joins) last?.push(line);
    else runs.push([line]);
  }
  return runs;
};

const textOf = (line: Line): string => escaped(typeof line === 'string' ? line : line.text);

const runHtml = (run: readonly Line[]): string => {
  const [first = ''] = run;
  if (typeof first === 'string') return `<p style="${PARAGRAPH}">${run.map(textOf).join('<br>\n')}</p>`;
  if (first.as === 'item') {
    return `<ul style="${LIST}">\n${run.map((line) => `<li>${textOf(line)}</li>`).join('\n')}\n</ul>`;
  }
  return block(first);
};

/** The body as a whole page: no pictures, no scripts, no style sheets, no links but the buttons. */
export const mailHtml = (subject: string, { language, sections }: MailBody): string => {
  const lang = escaped(language);
  const title = escaped(subject);
  const content = sections.map((section) => runsOf(section).map(runHtml).join('\n')).join('\n');
  return `<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${title}</title>
</head>
<body style="${BODY}">
<div role="article" aria-label="${title}" lang="${lang}" style="${COLUMN}">
${content}
</div>
</body>
</html>
`;
};
