import { fullTime } from '../../../language/full-time.ts';
import { MESSAGES } from '../../../language/messages/messages.ts';
import { button, type Line, type MailText, mailText, type Section } from '../../../mail/mail.ts';
import { clean, toAscii } from '../../text/clean-text.ts';
import type { Handover, Transliterate } from '../../text/handover.ts';
import { goesToOwner, headline } from '../../text/headline.ts';
import { SUBJECT_LENGTH } from '../../text/medium.ts';
import { companyName, personName, repName } from '../../text/names.ts';
import { context } from './email-context.ts';

/**
 * An e-mail, UTF-8. Every line starts with words of ours, and a value never holds a line
 * break: a lead cannot forge a line.
 */
export function composeEmail(handover: Handover, transliterate: Transliterate): MailText {
  const subject = headline(handover, {
    convert: (text, language) => toAscii(text, transliterate, language),
    size: (text) => text.length,
  })(SUBJECT_LENGTH);
  const { email } = MESSAGES[handover.to.language];
  const sections = [[email.hello(repName(handover.to.name))], opening(handover), ...todo(handover)];
  return mailText(subject.text, handover.to.language, sections);
}

/** What it is about, in a sentence or some. */
export function opening(handover: Handover): readonly string[] {
  const { lead, due, purpose, to } = handover;
  const { clauses, email } = MESSAGES[to.language];
  const who = personName(lead.fields) || clean(lead.email);
  const company = companyName(lead.fields);
  const name = company === '' ? who : email.of(who, company);
  const owner = repName(handover.owner.name);
  const instead = goesToOwner(handover) ? [] : [email.instead(owner)];
  const clause = due && clauses[due.clause];
  switch (purpose) {
    case 'alert':
      return [email.hotLead(name), ...instead];
    case 'remind':
      return [(clause ?? email).stillWaits(name), ...instead];
    case 'tell-manager':
      if (handover.unowned !== undefined) return [email.nobodyTook(name)];
      return [clause === undefined ? email.notActed(owner, name) : clause.missedInFull(owner, name)];
    case 'taken-away':
      return handover.taker === undefined ? email.takenAway(name) : email.takenBy(name, repName(handover.taker.name));
    case 'paused':
      return email.paused(name);
    case 'rep-paused':
      return email.repPaused(owner, name);
  }
}

function managerTask({ owner, unowned, to }: Handover): string {
  const { email } = MESSAGES[to.language];
  return unowned === undefined ? email.askOwner(repName(owner.name)) : email.findSomebody;
}

const linked = (label: string, link: string, { language }: Handover['to']): Line =>
  button(label, clean(link), MESSAGES[language].email.linked(label, clean(link)));

/** What to do by when, and all that is known of the lead, each section under its heading. */
export function todo(handover: Handover): readonly Section[] {
  const { purpose, due, unowned, link, to } = handover;
  const { clauses, email } = MESSAGES[to.language];
  const by = due?.at ?? unowned?.alertBy;
  if (purpose === 'taken-away' || purpose === 'rep-paused') return [];
  if (purpose === 'paused') return link === undefined ? [] : [[linked(email.sayBack, link, to)]];
  const task = purpose === 'tell-manager' ? managerTask(handover) : due && clauses[due.clause].task;
  const lines = [
    ...(task === undefined ? [] : [email.task(task)]),
    ...(by === undefined ? [] : [email.due(fullTime(by, to.zone, to.language))]),
    ...(link === undefined ? [] : [linked(purpose === 'tell-manager' ? email.manage : email.open, link, to)]),
  ];
  return [lines, ...context(handover)].filter((section) => section.length > 0);
}
