import type { SlackInteraction } from '../../contracts/sources/slack-answer.ts';
import type { Agreement, Rep } from '../../domain/agreement/agreement.ts';
import { bold, escaped } from '../../domain/alert/channels/slack/blocks.ts';
import type { LinkAnswer } from '../../domain/answer/answer-by-link.ts';
import { type MessageLanguage, messageLanguageOf } from '../../domain/language/message-language.ts';
import { SLACK_TEXTS } from '../../domain/language/messages/slack.ts';
import { PAGE_TEXTS } from '../../pages/texts/page-texts.ts';
import type { LinkPorts } from '../../ports/ports.ts';
import { retryOnConflict } from '../documents/retry-on-conflict.ts';
import { type OpenedLink, openLink } from './open-link.ts';
import { type Taken, takeAnswer } from './take-answer.ts';

/** Who pressed the button, where they are a rep. */
const clickerOf = ({ user }: SlackInteraction, { reps }: Agreement): Rep | undefined =>
  Object.values(reps).find(({ slack }) => slack === user);

const givenIn = ({ answer, reason = '' }: SlackInteraction): LinkAnswer =>
  answer === 'accept' ? { answer } : { answer, reason };

/** What the page of the link says of the lead now. */
const standing = (opened: OpenedLink, language: MessageLanguage): string => {
  const { headings, notices } = PAGE_TEXTS[language];
  if (opened.opens === 'lead') return bold(headings[opened.lead.stage]);
  const { title, text } = notices[opened.opens === 'nothing' ? opened.why : 'unknown'];
  return `${bold(title)}\n${escaped(text)}`;
};

const wordsOf = (taken: Taken, opened: OpenedLink, language: MessageLanguage): string => {
  const { problems, answerLost } = PAGE_TEXTS[language];
  switch (taken.taken) {
    case 'recorded':
      return standing(opened, language);
    case 'refused':
      return escaped(problems[taken.problem]);
    case 'over':
      return [...(taken.answerLost ? [bold(answerLost)] : []), standing(opened, language)].join('\n');
  }
};

/**
 * Takes the answer of a button as that of the link whose capability it holds, and says what the link's page would. Whoever
 * is not the rep to whom the link was written changes nothing, and reads nothing of the lead.
 */
export const answerInteraction = (said: SlackInteraction, ports: LinkPorts): Promise<string> =>
  retryOnConflict('an answer', ports, async () => {
    const { agreement } = ports.rules;
    const now = ports.time.now();
    const path = { token: said.capability };
    const opened = await openLink(path, now, ports);
    const clicker = clickerOf(said, agreement);
    const rep = 'rep' in opened ? opened.rep : undefined;
    const language = messageLanguageOf((clicker ?? rep)?.languages ?? []);
    if (rep !== undefined && rep.id !== clicker?.id) return escaped(SLACK_TEXTS[language].theirs(rep.name));
    if (clicker === undefined) return escaped(SLACK_TEXTS[language].nobodys);
    if (opened.opens !== 'lead' && opened.opens !== 'nothing') return standing(opened, language);
    const taken = await takeAnswer(opened, givenIn(said), now, ports);
    if (taken === 'conflict') return taken;
    return wordsOf(taken, taken.taken === 'recorded' ? await openLink(path, now, ports) : opened, language);
  });
