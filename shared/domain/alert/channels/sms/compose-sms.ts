import { MESSAGES } from '../../../language/messages/messages.ts';
import { PURPOSE_RULES } from '../../../vocabulary/purposes.ts';
import type { Handover, Transliterate } from '../../text/handover.ts';
import { goesToOwner, headline } from '../../text/headline.ts';
import type { Medium } from '../../text/medium.ts';
import { isGsm7, SEGMENT_SEPTETS, septets, toGsm7 } from './gsm7.ts';

/** The most septets that a link may take, so that enough of the segment is left to say whose it is. */
export const LINK_SEPTETS = 90;

/** The address of the answer page is configured too long for an SMS, or is not a plain URL. */
export class LinkUnfitError extends Error {
  readonly code = 'LINK_UNFIT';
  readonly septets: number;

  /** Takes no link: it is a secret and must not reach a log. */
  constructor(taken: number) {
    super(
      `The link of an alert takes ${taken} septets; give the answer page a shorter address: ` +
        `a link may take ${LINK_SEPTETS}, in GSM-7 and without spaces.`,
    );
    this.name = 'LinkUnfitError';
    this.septets = taken;
  }
}

/** Throws LinkUnfitError. */
export function checkLink(link: string): void {
  if (septets(link) > LINK_SEPTETS || !isGsm7(link) || link.includes(' ')) throw new LinkUnfitError(septets(link));
}

const asksForAnswer = (handover: Handover): boolean =>
  handover.takesReplies === true &&
  handover.link !== undefined &&
  handover.due?.clause === 'accept' &&
  PURPOSE_RULES[handover.purpose].asksForAnswer &&
  goesToOwner(handover);

/**
 * One SMS segment in GSM-7 (at most 160 septets), whatever the names contain; the link is last and whole. How to
 * reply is said where room is left, before what else speaks for the lead.
 * Throws LinkUnfitError.
 */
export function composeSms(handover: Handover, transliterate: Transliterate): string {
  const link = handover.purpose === 'taken-away' ? undefined : handover.link;
  if (link !== undefined) checkLink(link);
  const ending = link === undefined ? '' : ` ${link}`;
  const convert: Medium['convert'] = (text, language) => toGsm7(text, transliterate, language);
  const say = headline(handover, { convert, size: septets });
  const room = SEGMENT_SEPTETS - septets(ending);
  if (!asksForAnswer(handover)) return `${say(room).text}${ending}`;
  const hint = `. ${convert(MESSAGES[handover.to.language].glance.howToAccept)}`;
  const hinted = say(room - septets(hint));
  return hinted.isWhole ? `${hinted.text}${hint}${ending}` : `${say(room).text}${ending}`;
}
