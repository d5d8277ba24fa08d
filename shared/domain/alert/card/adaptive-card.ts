import type { MessageLanguage } from '../../language/message-language.ts';

/** Teams takes 28 KB. */
export const CARD_BYTES = 28_000;

/** A run of plain text: unlike a TextBlock and a Fact, it is read for no Markdown, so nothing in it is a link or a mark. */
export interface TextRun {
  readonly type: 'TextRun';
  readonly text: string;
  readonly weight?: 'Bolder';
  readonly size?: 'Medium';
}

/** One line of a card. */
export interface CardLine {
  readonly type: 'RichTextBlock';
  readonly spacing: 'None' | 'Medium';
  readonly inlines: readonly [TextRun];
}

/** Opens a page in the browser. A card of ours has no other action: those that answer need a bot. */
export interface OpenUrl {
  readonly type: 'Action.OpenUrl';
  readonly title: string;
  readonly url: string;
}

/** What of Adaptive Cards 1.4 a message is made of. */
export interface AdaptiveCard {
  readonly $schema: 'http://adaptivecards.io/schemas/adaptive-card.json';
  readonly type: 'AdaptiveCard';
  readonly version: '1.4';
  readonly lang: MessageLanguage;
  readonly body: readonly CardLine[];
  readonly actions: readonly OpenUrl[];
}

/** As a flow of Power Automate takes it. */
export interface CardMessage {
  readonly type: 'message';
  readonly attachments: readonly [
    {
      readonly contentType: 'application/vnd.microsoft.card.adaptive';
      readonly contentUrl: null;
      readonly content: AdaptiveCard;
    },
  ];
}

/**
 * What people wrote, as one text: two braces would begin a function of a card, which turns an instant into a date, and
 * `<at>` is how a mention is written.
 */
const inert = (text: string): string => text.replace(/\{(?=\{)/g, '{\u2009').replace(/<(?=\/?at>)/gi, '‹');

export const lineOf = (
  text: string,
  { spacing = 'None', ...style }: Pick<TextRun, 'weight' | 'size'> & Partial<Pick<CardLine, 'spacing'>> = {},
): CardLine => ({
  type: 'RichTextBlock',
  spacing,
  inlines: [{ type: 'TextRun', text: inert(text), ...style }],
});

export const messageOf = (content: AdaptiveCard): CardMessage => ({
  type: 'message',
  attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', contentUrl: null, content }],
});
