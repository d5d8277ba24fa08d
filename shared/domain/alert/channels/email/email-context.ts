import type { Fields } from '../../../condition/condition.ts';
import { amount, dateAndTime } from '../../../language/format.ts';
import type { MessageLanguage } from '../../../language/message-language.ts';
import { MESSAGES } from '../../../language/messages/messages.ts';
import type { Activity } from '../../../lead/lead.ts';
import { heading, item, type Line, type Section } from '../../../mail/mail.ts';
import { clean, cleanAndCut, defanged } from '../../text/clean-text.ts';
import type { Handover } from '../../text/handover.ts';
import { type Detail, knownDetails, otherDetails } from '../../text/lead-details.ts';
import { fieldText, ownHosts, repName } from '../../text/names.ts';
import { reasonWords, type ToldReason, toldReasons } from '../../text/told-reasons.ts';

const VALUE_LENGTH = 200;
const LIST_LENGTH = 20;

/** All that is known of a lead and of its way so far, a section at a time, each under its heading. */
export function context(handover: Handover): readonly Section[] {
  const { sendNext, pastOwners, to } = handover;
  const { email } = MESSAGES[to.language];
  const past = pastOwners.map(repName).join(', ') || email.none;
  return [
    ...leadContext(handover),
    [
      heading(email.sendNext),
      ...listed(
        sendNext.map(({ title, url }) => `${cleanAndCut(title, VALUE_LENGTH)}: ${clean(url)}`),
        to.language,
        email.nothingToSend,
      ),
    ],
    [
      heading(email.whose),
      ...line(email.owner, handover.unowned === undefined ? repName(handover.owner.name) : email.nobodyYet),
      ...line(email.pastOwners, past),
      ...line(email.territory, cleanAndCut(handover.territory, VALUE_LENGTH)),
    ],
  ];
}

/** Who the lead is, why it is hot, what it did. */
export function leadContext(handover: Handover): readonly Section[] {
  const { lead, activities, to } = handover;
  const { email } = MESSAGES[to.language];
  return [
    [heading(email.who), ...who(lead, to.language)],
    [
      heading(email.whyHot(amount(handover.score, to.language))),
      ...listed(
        toldReasons(handover).map((reason) => reasonLine(reason, handover)),
        to.language,
        email.noReason,
      ),
    ],
    [
      heading(email.whatTheyDid),
      ...listed(
        activities.map((activity) => defanged(activityLine(activity, to), ownHosts(lead.fields, lead.email))),
        to.language,
        email.nothingDone,
      ),
    ],
  ];
}

function who({ fields, email: identity }: Handover['lead'], language: MessageLanguage): Section {
  const { email } = MESSAGES[language];
  const own = ownHosts(fields, identity);
  const text = (path: string) => defanged(fieldText(fields, path, VALUE_LENGTH), own);
  const detailLine = ({ label, value }: Detail): string => `${defanged(label, own)}: ${defanged(value, own)}`;
  return [
    ...line(email.name, `${text('person.firstName')} ${text('person.lastName')}`.trim()),
    ...line(email.phone, text('person.phone')),
    ...line(email.address, text('person.email') || clean(identity)),
    ...line(email.consent, refusals(fields, language)),
    ...knownDetails(fields, language).map(detailLine),
    ...listed(otherDetails(fields).map(detailLine), language),
  ];
}

const line = (label: string, value: string): readonly string[] => (value === '' ? [] : [`${label}: ${value}`]);

function refusals(fields: Fields, language: MessageLanguage): string {
  const words = MESSAGES[language].email.refusals;
  const ways = [
    ['consent.call', words.call],
    ['consent.sms', words.sms],
    ['consent.email', words.email],
  ] as const;
  return ways
    .filter(([path]) => fields[path] === false)
    .map(([, refusal]) => refusal)
    .join(', ');
}

/** Such as `+60 asked for a demo 4 minutes ago`. */
function reasonLine(reason: ToldReason, handover: Handover): string {
  const what = reasonWords({ ...reason, name: cleanAndCut(reason.name, VALUE_LENGTH) }, handover);
  const { points } = reason;
  return points === undefined ? what : `${points < 0 ? '' : '+'}${amount(points, handover.to.language)} ${what}`;
}

/** Such as `3 March 2026, 11:02: page viewed, Pricing, https://example.com/pricing`. */
function activityLine({ at, kind, title, url, contentId }: Activity, { zone, language }: Handover['to']): string {
  const what = [kind.replaceAll('-', ' '), title ?? contentId, url].flatMap((part) =>
    part ? [cleanAndCut(part, VALUE_LENGTH)] : [],
  );
  return `${dateAndTime(at, zone, language)}: ${what.join(', ')}`;
}

/** One item a line, at most `LIST_LENGTH`: a form may send any number of fields. */
function listed(items: readonly string[], language: MessageLanguage, otherwise?: string): readonly Line[] {
  if (items.length === 0) return otherwise === undefined ? [] : [otherwise];
  const more = items.length - LIST_LENGTH;
  const ending = more > 0 ? [item(MESSAGES[language].email.andMore(more))] : [];
  return [...items.slice(0, LIST_LENGTH).map(item), ...ending];
}
