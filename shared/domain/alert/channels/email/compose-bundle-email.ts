import { MESSAGES } from '../../../language/messages/messages.ts';
import { button, type MailText, mailText, type Section } from '../../../mail/mail.ts';
import { type Bundled, bundleHeadline, bundleOpening } from '../../text/bundled.ts';
import { clean, cleanAndCut, defanged, toAscii } from '../../text/clean-text.ts';
import type { Handover, Transliterate } from '../../text/handover.ts';
import { headline } from '../../text/headline.ts';
import { knownDetails } from '../../text/lead-details.ts';
import { type Medium, SUBJECT_LENGTH } from '../../text/medium.ts';
import { ownHosts, repName } from '../../text/names.ts';

/* Of up to four bytes: with a link, a lead takes a kilobyte, and 250 of them fit into a message. */
const LINE_LENGTH = 120;
const DETAILS_LENGTH = 95;
const DETAILS = 5;

const entry = (handover: Handover, index: number): Section => {
  const { language } = handover.to;
  const { email } = MESSAGES[language];
  const { text } = headline(handover, { convert: clean, size: (each) => each.length })(LINE_LENGTH);
  const details = knownDetails(handover.lead.fields, language)
    .filter(({ path }) => path !== 'company.name')
    .slice(0, DETAILS)
    .map(({ label, value }) => defanged(`${label} ${value}`, ownHosts(handover.lead.fields, handover.lead.email)));
  return [
    `${index + 1}. ${text}`,
    ...(details.length === 0 ? [] : [email.known(cleanAndCut(details.join('; '), DETAILS_LENGTH))]),
    ...(handover.link === undefined
      ? []
      : [button(email.open, handover.link, email.linked(email.open, handover.link))]),
  ];
};

/** An e-mail with each lead in a few lines and its own link. */
export const composeBundleEmail = (bundled: Bundled, transliterate: Transliterate): MailText => {
  const { to, link, leads } = bundled;
  const { email } = MESSAGES[to.language];
  const sections = [
    [email.hello(repName(to.name))],
    [
      bundleOpening(bundled),
      ...(link === undefined ? [] : [button(email.openAll, link, email.linked(email.openAll, link))]),
    ],
    ...leads.map(entry),
  ];
  const convert: Medium['convert'] = (text, language) => toAscii(text, transliterate, language);
  const subject = bundleHeadline(bundled, { convert, room: SUBJECT_LENGTH, size: (text) => text.length });
  return mailText(subject, to.language, sections);
};
