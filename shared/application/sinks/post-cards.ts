import { retryAfterMs } from '../../contracts/http/retry-after.ts';
import { type AlertedRep, readAlertedRep } from '../../contracts/sinks/alerted-fact.ts';
import { SINK_SECRETS } from '../../contracts/sinks/sink-secrets.ts';
import { isCardDue } from '../../domain/alert/card/card-due.ts';
import { composeCard } from '../../domain/alert/card/compose-card.ts';
import { handoverOf, readerOf } from '../../domain/alert/text/handover-of.ts';
import type { Lead } from '../../domain/lead/lead.ts';
import type { RepNotice } from '../../domain/lead/notice.ts';
import type { TeamsSink } from '../../domain/sink/sink.ts';
import type { Written } from '../../domain/sink/written.ts';
import { DAY_MS, MINUTE_MS } from '../../domain/time/durations.ts';
import type { DecisionPorts, Ports } from '../../ports/ports.ts';
import type { Stored } from '../../ports/store.ts';
import { linkFor } from '../alerting/link-for.ts';
import { findLead } from '../documents/find-lead.ts';
import { isOk, mayPass } from './answer-status.ts';
import { BUSY, DONE, later, type SinkPorts, type Tell, type Told } from './sink-handler.ts';

export interface PostingPorts
  extends SinkPorts,
    Pick<DecisionPorts, 'store' | 'rules' | 'ids'>,
    Pick<Ports, 'linkBase' | 'secrets' | 'calls'> {}

/** As long as the function may run: whoever has claimed a card for longer is there no more. */
const CLAIM_MS = MINUTE_MS;

/** As long as a link: nobody alerts about the same attempt after that. */
const KEPT_MS = 30 * DAY_MS;

/** The channels of one message tell of it one after the other, and its card is the same. */
const SAME_MESSAGE_MS = MINUTE_MS;

const NOTHING: Written = { fields: {}, sequence: 0, at: 0 };

/** Whether the card that was posted last is of this message. An attempt has one alert, however late a channel has it. */
const isPosted = ({ at }: Written, alerted: AlertedRep): boolean =>
  alerted.purpose === 'alert' ? at > 0 : alerted.at < at + SAME_MESSAGE_MS;

interface Card {
  readonly sink: TeamsSink;
  readonly alerted: AlertedRep;
  readonly lead: Lead;
  readonly url: string;
}

interface Kept {
  readonly key: Stored<'written'>['key'];
  readonly before: Stored<'written'> | undefined;
}

/** The link and the message of a card; undefined where its reader has left the agreement. */
const cardOf = ({ lead, alerted: { rep, purpose, attempt } }: Card, { rules, ...ports }: PostingPorts) => {
  const { agreement } = rules;
  const reader = agreement.reps[rep];
  if (reader === undefined) return undefined;
  const now = ports.time.now();
  const notice: RepNotice = { rep, purpose, attempt, sequence: lead.sequence, at: now, deliveries: [] };
  const made = linkFor(lead, notice, now, ports);
  const message = composeCard(handoverOf(lead, notice, readerOf(reader), { agreement, now, link: made?.link }));
  return { message, writes: made === undefined ? [] : [made.write] };
};

/** What an answer of a flow comes to. That it was taken is all that 2xx says: whether it was shown, nobody tells. */
const send = async ({ sink, alerted, url }: Card, message: unknown, ports: PostingPorts): Promise<Told> => {
  const { calls, counts, observer, time } = ports;
  const headers = { 'content-type': 'application/json' };
  const answer = await calls.call({ method: 'POST', url, headers, body: JSON.stringify(message) });
  const { status } = answer;
  if (isOk(answer)) {
    counts.count('SinkTold', sink.name);
    return DONE;
  }
  if (mayPass(status)) return later(`ANSWERED_${status}`, retryAfterMs(answer.headers['retry-after'], time.now()));
  counts.count('SinkRefused', sink.name);
  observer.warn('A flow of a rep does not take their cards', { sink: sink.name, rep: alerted.rep, status });
  return later(`REFUSED_${status}`);
};

/** Claims the card, posts it, and keeps that it was: the channels of one message are told of at the same time. */
const postClaimed = async (card: Card, { key, before }: Kept, ports: PostingPorts): Promise<Told> => {
  const { store, time } = ports;
  const { value = NOTHING, version = 0 } = before ?? {};
  const { busyUntil: _, ...last } = value;
  const made = cardOf(card, ports);
  if (made === undefined) return DONE;
  const keep = (expectedVersion: number, next: Written) => ({
    ...{ key, expectedVersion, value: next },
    expiresAt: time.now() + KEPT_MS,
  });
  const claim = keep(version, { ...last, busyUntil: time.now() + CLAIM_MS });
  if ((await store.commit([claim, ...made.writes])) === 'conflict') return BUSY;
  let next: Written = last;
  try {
    const told = await send(card, made.message, ports);
    if (told.result === 'done') next = { ...NOTHING, sequence: card.lead.sequence, at: time.now() };
    return told;
  } finally {
    await store.commit([keep(version + 1, next)]);
  }
};

const urlOf = async ({ name }: TeamsSink, rep: string, { secrets }: PostingPorts): Promise<string | undefined> => {
  const kept = SINK_SECRETS.teams.safeParse(await secrets.read(`sinks/${name}`));
  return kept.success && Object.hasOwn(kept.data.urls, rep) ? kept.data.urls[rep] : undefined;
};

/**
 * Posts a card in Teams to a rep whom a message has reached by a channel, of what is true of the lead now; none where there is
 * nothing to do about it any more.
 */
export const postCards =
  (ports: PostingPorts): Tell<TeamsSink> =>
  async (sink, { body }) => {
    const { store, rules, time, counts, observer } = ports;
    const alerted = readAlertedRep(body);
    if (alerted === undefined || !sink.reps.includes(alerted.rep)) return DONE;
    const { leadId, rep, purpose, attempt } = alerted;
    const found = await findLead(store, leadId);
    if (found === undefined || !isCardDue(found.lead, alerted, rules)) return DONE;
    const { lead } = found;
    const key = {
      type: 'written',
      id: `${sink.name} ${leadId} ${purpose} ${rep} ${lead.cycle}.${attempt}`,
    } as const;
    const before = (await store.load([key])).get(key);
    if (before !== undefined && isPosted(before.value, alerted)) return DONE;
    if ((before?.value.busyUntil ?? 0) > time.now()) return BUSY;
    const url = await urlOf(sink, rep, ports);
    if (url === undefined) {
      counts.count('SinkRefused', sink.name);
      observer.warn('A rep has no address of a flow', { sink: sink.name, rep });
      return later('NO_SECRET');
    }
    return postClaimed({ sink, alerted, lead, url }, { key, before }, ports);
  };
