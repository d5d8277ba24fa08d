import type { Envelope } from '../../domain/alert/channels/channel-rules.ts';
import { CHANNEL_RULES } from '../../domain/alert/channels/channels.ts';
import { composeRejections } from '../../domain/alert/channels/email/compose-rejection.ts';
import { settleBundle } from '../../domain/alert/delivery/bundles.ts';
import type { BundleOf } from '../../domain/alert/delivery/claims.ts';
import type { Bundle, Inbox, Owed } from '../../domain/alert/delivery/inbox.ts';
import { postponeBundle } from '../../domain/alert/delivery/postpone.ts';
import { asksForAnswer } from '../../domain/alert/delivery/recipient.ts';
import { owedBy } from '../../domain/alert/delivery/record-bundle.ts';
import { type Handed, isPostponed } from '../../domain/alert/delivery/sent.ts';
import { recordText } from '../../domain/alert/delivery/texts.ts';
import { handoverOf, readerOf } from '../../domain/alert/text/handover-of.ts';
import type { Lead } from '../../domain/lead/lead.ts';
import type { MarketingNotice, Notice, RepNotice } from '../../domain/lead/notice.ts';
import type { DecisionPorts, Ports } from '../../ports/ports.ts';
import { findLeads, type LoadedLead } from '../documents/find-lead.ts';
import { editInbox } from '../documents/load-inboxes.ts';
import { retryOnConflict } from '../documents/retry-on-conflict.ts';
import { attemptOf, linkFor, listLinkFor } from './link-for.ts';
import { recordBundle } from './record-bundle.ts';
import { loadTransliterate, observeSent, rejectedLead, sendNotice, sendToMarketing, sendToRep } from './send-notice.ts';

type Needs = DecisionPorts & Pick<Ports, 'messenger' | 'linkBase' | 'repliesBySms'>;

interface Member {
  readonly owed: Owed;
  readonly lead: Lead;
  readonly notice: Notice;
}

const membersOf = (found: ReadonlyMap<string, LoadedLead>, { items, channel }: Bundle): readonly Member[] =>
  items.flatMap((item): readonly Member[] => {
    const lead = found.get(item.leadId)?.lead;
    const notice = lead && owedBy(lead, item, channel);
    return lead === undefined || notice === undefined ? [] : [{ owed: item, lead, notice }];
  });

const isOfRep = (member: Member): member is Member & { notice: RepNotice } => member.notice.purpose !== 'marketing';
const isOfMarketing = (member: Member): member is Member & { notice: MarketingNotice } => !isOfRep(member);

/** A lead is named once to a rep, whatever is due of it: its latest notice tells. */
const isLatest = ({ lead, notice }: Member, _: number, members: readonly Member[]): boolean =>
  notice.purpose === 'marketing' ||
  members.every((other) => other.lead.id !== lead.id || other.notice.sequence <= notice.sequence);

const dueOf = ({ lead }: Member): number =>
  ('clause' in lead ? lead.clause?.dueAt : undefined) ?? Number.POSITIVE_INFINITY;

const sendOne = async ({ lead, notice }: Member, { channel }: Bundle, ports: Needs): Promise<Handed> => {
  const made = linkFor(lead, notice, ports.time.now(), ports);
  if (made !== undefined) await ports.store.commit([made.write]);
  return sendNotice(lead, { notice, channel }, { link: made?.link, together: true }, ports);
};

const sendList = async (unsorted: readonly Member[], bundle: Bundle, ports: Needs): Promise<Handed> => {
  const { agreement } = ports.rules;
  const now = ports.time.now();
  const members = unsorted.toSorted((a, b) => dueOf(a) - dueOf(b));
  const leadIds = [...new Set(members.map(({ lead }) => lead.id))];
  const rejected = members
    .filter(isOfMarketing)
    .map(({ lead, notice }) => rejectedLead(lead, notice, { agreement, now }));
  if (rejected.length > 0) return sendToMarketing({ leadIds, ...composeRejections(rejected) }, ports);
  const ofRep = members.filter(isOfRep);
  const first = ofRep[0]?.notice;
  const rep = first === undefined ? undefined : agreement.reps[first.rep];
  if (first === undefined || rep === undefined) return { failure: 'no such rep' };
  const attempts = ofRep.map(({ lead, notice }) => attemptOf(lead, notice));
  const made = listLinkFor(first, attempts, now, ports);
  if (made !== undefined) await ports.store.commit([made.write]);
  const bundled = {
    purpose: first.purpose,
    to: readerOf(rep),
    leads: ofRep.map(({ lead, notice }, index) =>
      handoverOf(lead, notice, readerOf(rep), { agreement, now, link: made && `${made.link}.${index + 1}` }),
    ),
    ...(made === undefined ? {} : { link: made.link }),
  };
  const transliterate = await loadTransliterate();
  const { channel } = bundle;
  const compose = (envelope: Envelope) => CHANNEL_RULES[channel].composeBundle(bundled, envelope, transliterate);
  const purpose = first.purpose === 'alert' ? 'digest' : first.purpose;
  const list = made === undefined ? {} : { list: made.write.key.id };
  return sendToRep({ rep, channel, purpose, leadIds, ...list }, compose, ports);
};

/** Sends what was claimed as one message, notes what it came to, and has each lead record it. */
export const sendBundle = async ({ recipient, bundle }: BundleOf, cause: string, ports: Needs): Promise<void> => {
  const found = await findLeads(
    bundle.items.map(({ leadId }) => leadId),
    ports,
  );
  const members = membersOf(found, bundle);
  const [only, ...others] = members.filter(isLatest);
  const sent: Handed =
    only === undefined
      ? { failure: 'nothing left to say' }
      : others.length === 0
        ? await sendOne(only, bundle, ports)
        : await sendList([only, ...others], bundle, ports);
  if (only !== undefined) observeSent(sent, bundle, bundle.channel, ports);
  const now = ports.time.now();
  const edit = (change: (inbox: Inbox) => Inbox) =>
    retryOnConflict('a sent bundle', ports, async () =>
      ports.store.commit(await editInbox(ports.store, recipient, change, now)),
    );
  if (isPostponed(sent)) {
    await edit((inbox) => postponeBundle(inbox, bundle.id, sent.until));
    return;
  }
  const items = members.map(({ owed }) => owed);
  const settle = (inbox: Inbox): Inbox => {
    const settled = settleBundle(inbox, bundle.id, sent, items);
    const takesReplies = CHANNEL_RULES[bundle.channel].takesReplies && asksForAnswer(bundle);
    if (!takesReplies || !('messageId' in sent)) return settled;
    const leads = members.map(({ lead, notice }) => ({ leadId: lead.id, attempt: notice.attempt }));
    return recordText(settled, { messageId: sent.messageId, at: now, leads });
  };
  await edit(settle);
  await recordBundle({ recipient, bundle: { ...bundle, items } }, sent, cause, ports);
};
