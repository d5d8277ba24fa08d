import type { Agreement, Rep } from '../../domain/agreement/agreement.ts';
import type { Envelope } from '../../domain/alert/channels/channel-rules.ts';
import { addressOf, CHANNEL_RULES, type ChannelMessage } from '../../domain/alert/channels/channels.ts';
import { composeEmail } from '../../domain/alert/channels/email/compose-email.ts';
import { composeRejection, type RejectedLead } from '../../domain/alert/channels/email/compose-rejection.ts';
import type { Send } from '../../domain/alert/delivery/claims.ts';
import { type Handed, isPostponed } from '../../domain/alert/delivery/sent.ts';
import { handoverOf, readerOf } from '../../domain/alert/text/handover-of.ts';
import type { Lead } from '../../domain/lead/lead.ts';
import type { MarketingNotice, Notice, RejectionNotice, RepNotice } from '../../domain/lead/notice.ts';
import { toldHappenings } from '../../domain/lead/told-happenings.ts';
import type { MailText } from '../../domain/mail/mail.ts';
import type { Instant } from '../../domain/time/instant.ts';
import { UTC } from '../../domain/time/zone.ts';
import type { Channel } from '../../domain/vocabulary/channels.ts';
import type { Purpose } from '../../domain/vocabulary/purposes.ts';
import type { MessageMeta } from '../../ports/messenger.ts';
import type { Ports } from '../../ports/ports.ts';
import type { DocumentStore } from '../../ports/store.ts';
import { failureBefore } from '../reach/known-reach.ts';

export type SendPorts = Pick<Ports, 'rules' | 'messenger' | 'repliesBySms' | 'time'> & {
  readonly store: Pick<DocumentStore, 'load'>;
};

/** Counts what a message came to; of marketing's, which no fact tells, the failure goes to the log. */
export const observeSent = (
  sent: Handed,
  notice: Pick<Notice, 'purpose'>,
  channel: Channel,
  { observer }: Pick<Ports, 'observer'>,
): void => {
  if (isPostponed(sent)) {
    observer.count('MessagePostponed');
    return;
  }
  observer.count('messageId' in sent ? 'MessageSent' : 'MessageFailed');
  if ('failure' in sent) {
    observer.warn('A message failed', { purpose: notice.purpose, channel, failure: sent.failure });
  }
};

const importTransliterate = async () => (await import('any-ascii')).default;

let loadedOnce: ReturnType<typeof importTransliterate> | undefined;

/**
 * Its table is half a megabyte: loaded with the first message, and not by what only imports this. Kept, for the
 * loader takes longer to find what it has loaded already than a message takes to be written.
 */
export const loadTransliterate = () => {
  loadedOnce ??= importTransliterate();
  return loadedOnce;
};

/** Whom one message to a rep is for, and by which channel. */
export interface RepMessage extends Pick<MessageMeta, 'leadIds' | 'happenings' | 'list'> {
  readonly rep: Rep;
  readonly channel: Channel;
  readonly purpose: Purpose;
}

/** Composes a message for the rep's address and hands it to the channel. */
export const sendToRep = async (
  { rep, channel, ...meta }: RepMessage,
  compose: (envelope: Envelope) => ChannelMessage,
  ports: SendPorts,
): Promise<Handed> => {
  const { messenger, rules } = ports;
  const to = addressOf(channel, rep);
  if (to === undefined) return { failure: CHANNEL_RULES[channel].withoutAddress };
  const failure = await failureBefore(rep.id, channel, ports);
  if (failure !== undefined) return { failure };
  const { alerts, rejectReasons } = rules.agreement.sla;
  return messenger.send({
    rep: rep.id,
    ...meta,
    ...compose({ to, alerts, rejectReasons: Object.keys(rejectReasons) }),
  });
};

export const sendToMarketing = async (
  message: MailText & Pick<MessageMeta, 'leadIds' | 'happenings'> & { readonly purpose: MarketingNotice['purpose'] },
  { messenger, rules: { agreement } }: SendPorts,
): Promise<Handed> => {
  const to = agreement.sla.marketing?.email;
  if (to === undefined) return { failure: 'no address' };
  return messenger.send({ ...message, rep: null, channel: 'email', to });
};

/** The agreement gives marketing no time zone and no language. */
export const MARKETING_READER = { name: 'Marketing', zone: UTC, language: 'en' } as const;

export const rejectedLead = (
  lead: Lead,
  notice: RejectionNotice,
  { agreement, now }: { readonly agreement: Agreement; readonly now: Instant },
): RejectedLead => ({
  // Like the past owner, marketing gets no link and no deadline.
  handover: {
    ...handoverOf(lead, { purpose: 'taken-away', rep: notice.rejection.by }, MARKETING_READER, { agreement, now }),
    score: notice.rejection.score,
    reasons: notice.rejection.reasons,
  },
  rejection: notice.rejection,
});

interface Way {
  /** Where the rep answers. */
  readonly link: string | undefined;
  /** Whether it had been held back, and goes out with others. */
  readonly together?: boolean;
}

const sendToOwner = async (
  lead: Lead,
  notice: RepNotice,
  { channel, link, together = false }: { readonly channel: Channel } & Way,
  ports: SendPorts,
): Promise<Handed> => {
  const { agreement } = ports.rules;
  const now = ports.time.now();
  const rep = agreement.reps[notice.rep];
  if (rep === undefined) return { failure: 'no such rep' };
  // What comes from a sender's name cannot be replied to.
  const takesReplies = ports.repliesBySms && agreement.sla.alerts.senderId === undefined;
  const handover = { takesReplies, ...handoverOf(lead, notice, readerOf(rep), { agreement, now, link }) };
  const purpose = together && notice.purpose === 'alert' ? 'digest' : notice.purpose;
  const transliterate = await loadTransliterate();
  const compose = (envelope: Envelope) => CHANNEL_RULES[channel].compose(handover, envelope, transliterate);
  return sendToRep({ rep, channel, purpose, leadIds: [lead.id], ...toldHappenings(notice) }, compose, ports);
};

/** Composes one message about one lead and hands it to its channel. */
export const sendNotice = async (
  lead: Lead,
  { notice, channel }: Send,
  way: Way,
  ports: SendPorts,
): Promise<Handed> => {
  if (notice.rep !== null) return sendToOwner(lead, notice, { channel, ...way }, ports);
  const of = { agreement: ports.rules.agreement, now: ports.time.now() };
  const transliterate = await loadTransliterate();
  const { purpose } = notice;
  const composed =
    purpose === 'watch'
      ? composeEmail(handoverOf(lead, notice, MARKETING_READER, of), transliterate)
      : composeRejection(rejectedLead(lead, notice, of), transliterate);
  return sendToMarketing({ leadIds: [lead.id], purpose, ...toldHappenings(notice), ...composed }, ports);
};
