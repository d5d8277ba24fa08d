/*
 * What of Slack's Block Kit a message is made of. Limits by Slack's reference: 50 blocks, 3,000 characters in a text of a
 * section, 75 in a label, 150 in the value of a choice, 100 choices.
 */
export const LIMITS = { blocks: 50, section: 3_000, label: 75, value: 150, choices: 100 } as const;

export interface PlainText {
  readonly type: 'plain_text';
  readonly text: string;
  readonly emoji: false;
}

/** `verbatim`: nothing that is only written as an address, a name or a channel becomes a link. */
export interface Mrkdwn {
  readonly type: 'mrkdwn';
  readonly text: string;
  readonly verbatim: true;
}

interface Choice {
  readonly text: PlainText;
  readonly value: string;
}

export type SlackElement =
  | {
      readonly type: 'button';
      readonly action_id: string;
      readonly text: PlainText;
      readonly value?: string;
      readonly url?: string;
      readonly style?: 'primary';
    }
  | {
      readonly type: 'static_select';
      readonly action_id: string;
      readonly placeholder: PlainText;
      readonly options: readonly Choice[];
      readonly confirm: {
        readonly title: PlainText;
        readonly text: PlainText;
        readonly confirm: PlainText;
        readonly deny: PlainText;
      };
    };

export type SlackBlock =
  | { readonly type: 'section'; readonly text: Mrkdwn }
  | { readonly type: 'actions'; readonly elements: readonly SlackElement[] };

/** Slack counts UTF-16 code units; no character is cut in two. */
export const cutTo = (text: string, most: number): string => {
  if (text.length <= most) return text;
  let kept = '';
  for (const char of text) {
    if (kept.length + char.length > most - 1) break;
    kept += char;
  }
  return `${kept}…`;
};

/** What people wrote, in a text that Slack reads for marks: none of it is a link, a mention or a channel. */
export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** In bold, all of it: a star inside would end that. */
export const bold = (text: string): string => `*${escaped(text.replaceAll('*', '∗'))}*`;

export const label = (text: string): PlainText => ({
  type: 'plain_text',
  text: cutTo(text, LIMITS.label),
  emoji: false,
});

/** Lines that are escaped already, as many of them as one section holds. */
export const sectionOf = (lines: readonly string[]): SlackBlock => {
  const kept: string[] = [];
  let length = 0;
  for (const line of lines) {
    length += line.length + 1;
    if (length > LIMITS.section) break;
    kept.push(line);
  }
  return { type: 'section', text: { type: 'mrkdwn', text: kept.join('\n'), verbatim: true } };
};
