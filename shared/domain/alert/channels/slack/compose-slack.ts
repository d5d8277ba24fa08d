import { SLACK_TEXTS } from '../../../language/messages/slack.ts';
import { plainLines } from '../../../mail/mail.ts';
import { PURPOSE_RULES } from '../../../vocabulary/purposes.ts';
import { clean } from '../../text/clean-text.ts';
import type { Handover } from '../../text/handover.ts';
import { goesToOwner, headline } from '../../text/headline.ts';
import { opening, todo } from '../email/compose-email.ts';
import { bold, cutTo, escaped, LIMITS, label, type SlackBlock, type SlackElement, sectionOf } from './blocks.ts';

/** What is shown of a message before it is opened. */
const GLANCE_LENGTH = 300;

/** Of a value: four times as long when each of its characters is escaped, and a section still holds several. */
const LINE_LENGTH = 500;

/** A message in Slack: `text` is what a notification shows, and blocks are the message. */
export interface SlackText {
  readonly text: string;
  readonly blocks: readonly SlackBlock[];
}

/** All that Slack tells of a lead in one line. */
export const glanceOf = (handover: Handover): string =>
  headline(handover, { convert: clean, size: (text) => text.length })(GLANCE_LENGTH).text;

const lineOf = (line: string): string => escaped(cutTo(line, LINE_LENGTH));

/** Each under its heading, but the first: what has no heading. */
const sectionsOf = (handover: Handover): readonly SlackBlock[] => {
  const { link: _, ...words } = handover;
  const [task = [], ...context] = todo(words).map(plainLines);
  const lead = [bold(glanceOf(handover)), ...opening(words).map(lineOf)];
  return [
    sectionOf([...lead, ...task.map(lineOf)]),
    ...context.map(([heading = '', ...lines]) => sectionOf([bold(heading), ...lines.map(lineOf)])),
  ];
};

/** The capability at the end of a link, which an answer shows. */
const capabilityOf = (link: string): string => link.slice(link.lastIndexOf('/') + 1);

export const openButton = (text: string, url: string): SlackElement => ({
  type: 'button',
  action_id: 'open',
  text: label(text),
  url,
});

/** Whether it can be accepted and rejected by whoever reads it. */
const asksForAnswer = (handover: Handover): boolean =>
  PURPOSE_RULES[handover.purpose].asksForAnswer && handover.due?.clause === 'accept' && goesToOwner(handover);

/** `no-time` as people read it. */
const reasonWords = (id: string): string => `${id.charAt(0).toUpperCase()}${id.slice(1).replaceAll('-', ' ')}`;

const choiceOf = (reason: string, capability: string) => {
  const value = `${capability} ${reason}`;
  return value.length > LIMITS.value ? [] : [{ text: label(reasonWords(reason)), value }];
};

const answers = (handover: Handover, link: string, reasons: readonly string[]): readonly SlackElement[] => {
  if (!asksForAnswer(handover)) return [];
  const texts = SLACK_TEXTS[handover.to.language];
  const capability = capabilityOf(link);
  const options = reasons.flatMap((reason) => choiceOf(reason, capability)).slice(0, LIMITS.choices);
  const accept: SlackElement = {
    ...{ type: 'button', action_id: 'accept', text: label(texts.accept) },
    ...{ value: capability, style: 'primary' },
  };
  if (options.length === 0) return [accept];
  const confirm = {
    title: label(texts.sure.title),
    text: label(texts.sure.text),
    confirm: label(texts.reject),
    deny: label(texts.sure.no),
  };
  return [accept, { type: 'static_select', action_id: 'reject', placeholder: label(texts.reject), options, confirm }];
};

/** All that an e-mail tells, and buttons for what the link's page takes. `reasons` in the agreement's order. */
export const composeSlack = (handover: Handover, reasons: readonly string[]): SlackText => {
  const { link, to } = handover;
  const { open } = SLACK_TEXTS[to.language];
  const buttons = link === undefined ? [] : [...answers(handover, link, reasons), openButton(open, link)];
  return {
    text: escaped(glanceOf(handover)),
    blocks: [
      ...sectionsOf(handover).slice(0, LIMITS.blocks - 1),
      ...(buttons.length === 0 ? [] : [{ type: 'actions', elements: buttons } as const]),
    ],
  };
};

/** The same once it is answered: what it is now, and no buttons but the one that opens it. */
export const composeAnswered = (handover: Handover, title: string): SlackText => {
  const { text, blocks } = composeSlack(handover, []);
  return { text, blocks: [sectionOf([bold(title)]), ...blocks].slice(0, LIMITS.blocks) };
};

/** What stands in the place of a message whose lead has moved on: nothing of it can be answered any more. */
export const composeMovedOn = (
  handover: Handover,
  words: { readonly title: string; readonly text: string },
): SlackText => {
  const name = bold(glanceOf({ ...handover, purpose: 'taken-away' }));
  return { text: escaped(words.title), blocks: [sectionOf([name, bold(words.title), escaped(words.text)])] };
};
