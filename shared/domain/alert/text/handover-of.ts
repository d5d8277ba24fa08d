import type { Agreement, Rep } from '../../agreement/agreement.ts';
import { messageLanguageOf } from '../../language/message-language.ts';
import { isLive, isOwned, type Lead, ownerOf } from '../../lead/lead.ts';
import type { RepNotice } from '../../lead/notice.ts';
import type { Instant } from '../../time/instant.ts';
import { PURPOSE_RULES } from '../../vocabulary/purposes.ts';
import type { Handover } from './handover.ts';
import { contentFor } from './read-next.ts';

/** A rep as one who reads a message. */
export const readerOf = ({ name, schedule, languages }: Rep): Handover['to'] => ({
  name,
  zone: schedule.zone,
  language: messageLanguageOf(languages),
});

/** The part of a notice that its message tells; marketing, which is told of what it watches, is no rep. */
type ToTell = Pick<RepNotice, 'purpose' | 'about' | 'taker' | 'watched'> & { readonly rep: string | null };

/** Of whom a message speaks as the owner: an id, or empty where nobody owns what is watched. */
const spokenOf = (lead: Lead, { purpose, rep, about }: ToTell): string => {
  if (purpose === 'watch') return ownerOf(lead)?.rep ?? '';
  const reader = rep ?? '';
  if (!PURPOSE_RULES[purpose].isActionable) return about ?? reader;
  return isOwned(lead) ? lead.owner.rep : reader;
};

/** All that marketing knows of a lead, for one message to one rep or for the page behind its link. */
export const handoverOf = (
  lead: Lead,
  notice: ToTell,
  to: Handover['to'],
  {
    agreement,
    now,
    link,
  }: { readonly agreement: Agreement; readonly now: Instant; readonly link?: string | undefined },
): Handover => {
  const nameOf = (rep: string): string => agreement.reps[rep]?.name ?? rep;
  const owned = isOwned(lead) ? lead : undefined;
  const isPast = !PURPOSE_RULES[notice.purpose].isActionable;
  const owner = spokenOf(lead, notice);
  const clause = isPast ? undefined : owned?.clause;
  const isUnowned = notice.purpose === 'tell-manager' && isLive(lead) && !isOwned(lead);
  const titles = new Map(agreement.content.map(({ id, title }) => [id, title]));
  const qualification = 'qualification' in lead ? lead.qualification : undefined;
  const trigger = qualification?.trigger ?? qualification?.reasons.find(({ points }) => points > 0);
  return {
    purpose: notice.purpose,
    to,
    now,
    owner: { name: nameOf(owner) },
    ...(notice.watched === undefined ? {} : { watched: notice.watched }),
    ...(notice.taker === undefined ? {} : { taker: { name: nameOf(notice.taker) } }),
    lead: { fields: lead.fields, email: lead.email },
    score: qualification?.score ?? 0,
    reasons: qualification?.reasons ?? [],
    ...(trigger === undefined ? {} : { trigger }),
    activities: lead.timeline,
    attempts: (lead.contactAttempts ?? []).map(({ rep, ...attempt }) => ({ ...attempt, by: nameOf(rep) })),
    sent: (lead.sentContent ?? []).map(({ at, rep, contentId }) => ({
      at,
      by: nameOf(rep),
      title: titles.get(contentId) ?? contentId,
    })),
    sendNext: contentFor(lead, agreement),
    pastOwners: lead.pastOwners.filter((rep) => rep !== owner).map(nameOf),
    territory: owned?.owner.territory ?? (lead.stage === 'waiting' ? lead.territory : ''),
    ...(isUnowned ? { unowned: { alertBy: lead.qualification.alert.dueAt } } : {}),
    ...(clause === undefined ? {} : { due: { clause: clause.name, at: clause.dueAt } }),
    ...(link === undefined ? {} : { link }),
  };
};
