import { CLAUSE_RULES } from '../../../lead/clause-rules.ts';
import { clean, toAscii } from '../../text/clean-text.ts';
import type { Handover, Transliterate } from '../../text/handover.ts';
import { goesToOwner, headline, SUBJECT_LENGTH } from '../../text/headline.ts';
import { fullTime } from '../../text/local-time.ts';
import { companyName, personName, repName } from '../../text/names.ts';
import { context } from './email-context.ts';
import type { EmailText } from './email-text.ts';

/**
 * An e-mail in plain text, UTF-8. Every line starts with words of ours, and a value never holds a line
 * break: a lead cannot forge a line.
 */
export function composeEmail(handover: Handover, transliterate: Transliterate): EmailText {
  const subject = headline(handover, {
    convert: (text) => toAscii(text, transliterate),
    room: SUBJECT_LENGTH,
    size: (text) => text.length,
  });
  const sections = [[`Hello ${repName(handover.to.name)},`], opening(handover), ...todo(handover)];
  return { subject, text: `${sections.map((lines) => lines.join('\n')).join('\n\n')}\n` };
}

function opening(handover: Handover): string[] {
  const { lead, due } = handover;
  const who = personName(lead.fields) || clean(lead.email);
  const company = companyName(lead.fields);
  const name = company === '' ? who : `${who} of ${company}`;
  const owner = repName(handover.owner.name);
  const instead = goesToOwner(handover)
    ? []
    : [`We could not reach ${owner}, who owns the lead, so this comes to you.`];
  const words = due && CLAUSE_RULES[due.clause].words.email;
  switch (handover.purpose) {
    case 'alert':
      return [`Here is a hot lead: ${name}.`, ...instead];
    case 'remind':
      return [`This is a reminder: ${name} ${words?.waits ?? 'still waits for you'}.`, ...instead];
    case 'tell-manager':
      return [`This needs your help: ${owner} ${words?.missed ?? 'has not acted on'} ${name}.`];
    case 'taken-away':
      return handover.taker === undefined
        ? [
            `Your lead ${name} was not answered within the agreed time, so it has gone to somebody else.`,
            'This can happen to anybody. Nothing is left for you to do, and links in earlier messages no longer work.',
          ]
        : [
            `Your lead ${name} is with ${repName(handover.taker.name)} now.`,
            'Nothing is left for you to do, and links in earlier messages no longer work.',
          ];
  }
}

function todo(handover: Handover): string[][] {
  const { purpose, due, link, to, owner } = handover;
  if (purpose === 'taken-away') return [];
  const task =
    purpose === 'tell-manager'
      ? `ask ${repName(owner.name)} what is in the way, or find somebody who can act now`
      : due && CLAUSE_RULES[due.clause].words.email.task;
  const lines = [
    ...(task === undefined ? [] : [`What to do: ${task}.`]),
    ...(due === undefined ? [] : [`Due: ${fullTime(due.at, to.zone)}`]),
    ...(link === undefined ? [] : [`Open the lead: ${clean(link)}`]),
  ];
  return [lines, ...context(handover)].filter((section) => section.length > 0);
}
