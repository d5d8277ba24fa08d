import { MESSAGES } from '../../../language/messages/messages.ts';
import { SLACK_TEXTS } from '../../../language/messages/slack.ts';
import { type Bundled, bundleHeadline, bundleOpening } from '../../text/bundled.ts';
import { clean } from '../../text/clean-text.ts';
import type { Handover } from '../../text/handover.ts';
import { headline } from '../../text/headline.ts';
import { bold, escaped, LIMITS, type SlackBlock, sectionOf } from './blocks.ts';
import { openButton, type SlackText } from './compose-slack.ts';

const GLANCE_LENGTH = 300;
const LINE_LENGTH = 160;

/** So many are named; the list behind the link has them all. */
const LEADS = 20;

const size = (text: string): number => text.length;

const entry = (handover: Handover, index: number): string => {
  const text = escaped(headline(handover, { convert: clean, size })(LINE_LENGTH).text);
  const link = handover.link === undefined ? '' : ` <${handover.link}|${SLACK_TEXTS[handover.to.language].open}>`;
  return `${index + 1}. ${text}${link}`;
};

/** Several leads in one message, each in a line with its own link, and a button for the list. */
export const composeBundleSlack = (bundled: Bundled): SlackText => {
  const { to, link, leads } = bundled;
  const { glance } = MESSAGES[to.language];
  const more = leads.length - LEADS;
  const entries = leads.slice(0, LEADS).map(entry);
  const opening = bold(bundleOpening(bundled));
  const blocks: readonly SlackBlock[] = [
    sectionOf([opening]),
    // Of some 400 characters each with its escapes: a section of its own for each holds the longest.
    ...entries.map((line) => sectionOf([line])),
    ...(more > 0 ? [sectionOf([escaped(glance.more(more))])] : []),
    ...(link === undefined
      ? []
      : [{ type: 'actions', elements: [openButton(SLACK_TEXTS[to.language].openAll, link)] } as const]),
  ];
  return {
    text: escaped(bundleHeadline(bundled, { convert: clean, room: GLANCE_LENGTH, size })),
    blocks: blocks.slice(0, LIMITS.blocks),
  };
};
