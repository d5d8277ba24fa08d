import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, DynamoDBRecord } from 'aws-lambda';
import { answerAlert } from '../functions/answer-alert/handler.ts';
import { answerSlack } from '../functions/answer-slack/handler.ts';
import { checkReach } from '../functions/check-reach/handler.ts';
import { publishEvents } from '../functions/publish-events/handler.ts';
import { createMemoryStore, type MemoryStore } from '../shared/adapters/memory/memory-store.ts';
import { readWake } from '../shared/contracts/clock-wake.ts';
import type { FactEvent } from '../shared/domain/lead/fact-event.ts';
import type { Ports } from '../shared/ports/ports.ts';
import type { Outbox } from '../shared/ports/store.ts';
import { consumersOf } from './consumers.ts';
import type { EmbeddedOptions } from './embedded-options.ts';
import { createHost } from './host.ts';
import { notificationOf, type PhoneReply } from './phone-reply.ts';
import { embeddedPorts } from './ports.ts';
import type { DeadLetter } from './queues.ts';
import { type MailBack, returnEventOf } from './returned-mail.ts';
import { createSimulationClock, type SimulationClock } from './simulation-clock.ts';
import { subscribersTo } from './subscribers.ts';

/** Every function in one process, on memory, with a virtual clock. */
export interface Embedded extends SimulationClock {
  readonly ports: Ports;
  readonly store: MemoryStore;
  readonly deadLetters: readonly DeadLetter[];
  now(): number;
  /** Delivers an inbound event as it stands, whatever it is, with all that follows from it at once. */
  deliver(body: string, detailType: string): Promise<void>;
  /** A request for the page behind a rep's link, with all that follows from it at once. */
  answer(event: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2>;
  /** A request of Slack about a button that somebody pressed, with all that follows from it at once. */
  press(event: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2>;
  /** A text from a phone to the two-way number, with all that follows from it at once. */
  reply(reply: PhoneReply): Promise<void>;
  /** A mail of ours comes back, with all that follows from it at once. */
  mailBack(mail: MailBack): Promise<void>;
  /** The hourly check of whether messages reach the reps. A simulation leaves it out: its account always answers the same. */
  checkReach(): Promise<void>;
  /** Until nothing is left to do at this instant, such as after a commit that came from elsewhere. */
  settle(): Promise<void>;
}

/** By what an assignment was decided. */
const decidedBy = ({ detail: { data } }: FactEvent): string | undefined =>
  'decision' in data && 'by' in data.decision ? data.decision.by : undefined;

export const createEmbedded = (options: EmbeddedOptions): Embedded => {
  const { time, timers, queues } = options.host ?? createHost(options.start);
  const store = createMemoryStore(options.store);
  const inbound = subscribersTo('inbound');
  const facts = subscribersTo('facts');
  const own = embeddedPorts(options, { store, time, timers, queues, dispatch: (fact) => dispatch(fact) });
  const ports: Ports = { ...own, ...options.replace?.(own) };

  const dispatch = (fact: FactEvent): void => {
    options.onFact?.(fact);
    for (const subscriber of facts.of(fact.type, decidedBy(fact))) {
      if (subscriber === 'clock') void own.clocks.start(readWake(fact.detail));
      else if (consumers[subscriber] !== undefined)
        queues.send(subscriber, JSON.stringify({ 'detail-type': fact.type, detail: fact.detail }));
    }
  };

  const consumers = consumersOf(ports, {
    isMeasured: options.measured !== undefined,
    hasSlack: options.slack !== undefined,
  });
  for (const [queue, consumer] of Object.entries(consumers)) queues.consume(queue, consumer);

  const answerPage = answerAlert(ports);
  const answerButton = answerSlack(ports);
  let replies = 0;
  let mailsBack = 0;
  const streamed = new WeakMap<DynamoDBRecord, Outbox>();
  queues.consumeStream(publishEvents({ ...ports, readOutbox: (record) => streamed.get(record) }));
  store.onCommit((outbox) => {
    const record: DynamoDBRecord = { eventSource: 'aws:dynamodb' };
    streamed.set(record, outbox);
    queues.stream(record, outbox.key);
  });

  return {
    ...createSimulationClock(time, timers, store, queues),
    ports,
    store,
    deadLetters: queues.deadLetters,
    now: time.now,
    settle: queues.drain,
    answer: async (event) => {
      const response = await answerPage(event);
      await queues.drain();
      return response;
    },
    press: async (event) => {
      const response = await answerButton(event);
      await queues.drain();
      return response;
    },
    reply: async (reply) => {
      replies += 1;
      queues.send('read-reply', notificationOf({ id: `reply-${replies}`, ...reply }, time.now()));
      await queues.drain();
    },
    mailBack: async (mail) => {
      mailsBack += 1;
      queues.send(
        'hear-bounce',
        returnEventOf({ id: `mail-back-${mailsBack}`, sentAt: time.now(), at: time.now(), ...mail }),
      );
      await queues.drain();
    },
    checkReach: async () => {
      await checkReach(ports)();
      await queues.drain();
    },
    deliver: async (body, detailType) => {
      for (const subscriber of inbound.of(detailType)) queues.send(subscriber, body);
      await queues.drain();
    },
  };
};
