/** A fenced block of a page. */
export interface Block {
  readonly language: string;
  readonly text: string;
}

export const blocksOf = (page: string): readonly Block[] =>
  [...page.matchAll(/^( *)(```|~~~)(.*)\n([\s\S]*?)^\1\2 *$/gm)].map(([, , , language = '', text = '']) => ({
    language: language.trim(),
    text,
  }));

/** The page without its fenced blocks. */
export const proseOf = (page: string): string => page.replace(/^( *)(```|~~~)[\s\S]*?^\1\2 *$/gm, '');

/** What stands between backticks in the prose of a page. */
export const codeSpansOf = (page: string): readonly string[] =>
  [...proseOf(page).matchAll(/`([^`]+)`/g)].map(([, span = '']) => span.replaceAll(/\s+/g, ' '));

/** The text below a heading, up to the next one of its level or above. */
export const sectionOf = (page: string, heading: string): string => {
  const [mark = ''] = /^#+/.exec(heading) ?? [];
  const start = page.indexOf(`\n${heading}\n`);
  if (start < 0) throw new Error(`there is no heading "${heading}"`);
  const below = page.slice(start + heading.length + 2);
  const end = below.search(new RegExp(`^#{1,${mark.length}} `, 'm'));
  return end < 0 ? below : below.slice(0, end);
};

/** Lines that belong to one command: those that end with a backslash, and the text of a here-document. */
const joined = (shell: string): readonly string[] => {
  const commands: string[] = [];
  let ending: string | undefined;
  let open = false;
  for (const line of shell.split('\n')) {
    if (open) commands.push(`${commands.pop() ?? ''}\n${line}`);
    else commands.push(line);
    ending ??= /<<(\w+)$/.exec(line)?.[1];
    if (line === ending) ending = undefined;
    open = ending !== undefined || line.endsWith('\\');
  }
  return commands;
};

/** The commands of a shell block, each as it stands there but for a comment at its end. */
export const commandsOf = (shell: string): readonly string[] =>
  joined(shell)
    .map((command) => command.replace(/(^|\s+)# .*$/, ''))
    .flatMap((command) => (command.includes('\n') ? [command] : command.split(' && ')))
    .map((command) => command.trim())
    .filter((command) => command !== '');
