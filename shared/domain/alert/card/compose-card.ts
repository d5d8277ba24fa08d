import type { Line, Section } from '../../mail/mail.ts';
import { opening, todo } from '../channels/email/compose-email.ts';
import { clean, cleanAndCut } from '../text/clean-text.ts';
import type { Handover } from '../text/handover.ts';
import { headline } from '../text/headline.ts';
import { type AdaptiveCard, CARD_BYTES, type CardLine, type CardMessage, lineOf, messageOf } from './adaptive-card.ts';

const TITLE_LENGTH = 300;
const LINE_LENGTH = 500;

const shown = (text: string): string => cleanAndCut(text, LINE_LENGTH);

const cardLine = (line: Line, isFirst: boolean): readonly CardLine[] => {
  const spacing = isFirst ? 'Medium' : 'None';
  if (typeof line === 'string') return [lineOf(shown(line), { spacing })];
  switch (line.as) {
    case 'heading':
      return [lineOf(shown(line.text), { spacing, weight: 'Bolder' })];
    case 'item':
      return [lineOf(`• ${shown(line.text)}`, { spacing })];
    case 'button':
      return [];
  }
};

const cardLines = (section: Section): readonly CardLine[] =>
  section.flatMap((line, index) => cardLine(line, index === 0));

/** Never too few: a letter of two halves is counted as six bytes, and has four. */
const bytesOf = (value: unknown): number => JSON.stringify(value).replace(/[^\x20-\x7e]/g, '***').length;

const MORE = lineOf('…');

/** As many as the room holds; the most important come first. */
const fitted = (lines: readonly CardLine[], room: number): readonly CardLine[] => {
  const kept: CardLine[] = [];
  let left = room - bytesOf(MORE) - 1;
  for (const line of lines) {
    left -= bytesOf(line) + 1;
    if (left < 0) return [...kept, MORE];
    kept.push(line);
  }
  return kept;
};

/** All that an e-mail tells, as a card in Teams, and one button, which opens the link. */
export const composeCard = (handover: Handover): CardMessage => {
  const { to } = handover;
  const sections = todo(handover);
  const title = headline(handover, { convert: clean, size: (text) => text.length })(TITLE_LENGTH).text;
  const empty: AdaptiveCard = {
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    type: 'AdaptiveCard',
    version: '1.4',
    lang: to.language,
    body: [],
    actions: sections
      .flat()
      .flatMap((line) =>
        typeof line === 'string' || line.as !== 'button'
          ? []
          : [{ type: 'Action.OpenUrl' as const, title: line.label, url: line.url }],
      ),
  };
  const body = fitted(
    [lineOf(title, { weight: 'Bolder', size: 'Medium' }), ...[opening(handover), ...sections].flatMap(cardLines)],
    CARD_BYTES - bytesOf(messageOf(empty)),
  );
  return messageOf({ ...empty, body });
};
