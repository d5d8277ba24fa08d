import { expect } from 'vitest';
import type { Agreement } from '../../../shared/domain/agreement/agreement.ts';
import type { FactEvent } from '../../../shared/domain/lead/fact-event.ts';
import { createRules, type Rules } from '../../../shared/domain/rules.ts';
import type { EmailService } from '../../../shared/domain/vocabulary/email-services.ts';
import type { OutgoingMessage } from '../../../shared/ports/messenger.ts';
import type { Ports } from '../../../shared/ports/ports.ts';
import { createEmbedded, type Embedded } from '../../../simulator/embedded.ts';
import type { PhoneReply } from '../../../simulator/phone-reply.ts';
import type { PretendedSlack } from '../../../simulator/pretended-slack.ts';
import { problemsOfPublishing, watchStore } from './invariants.ts';
import { createCalendar } from './scenario-time.ts';
import { tellFact } from './tell-fact.ts';

/** What a producer may say beside the data itself. */
export interface EventOptions {
  readonly id?: string;
  readonly source?: string;
  /** When it happened, where that is not when it is delivered. */
  readonly occurredAt?: string;
}

export interface SentMessage {
  readonly at: number;
  readonly message: OutgoingMessage;
}

export interface ScenarioOptions {
  /** The instant that `00:00` means, at midnight UTC. A Monday unless told. */
  readonly day?: string;
  /** Stands in for ports, such as by ones that fail. */
  readonly replace?: (ports: Ports) => Partial<Ports>;
  /** Whether alerts say how to answer by SMS. */
  readonly repliesBySms?: boolean;
  /** Which service e-mail goes by. */
  readonly emailBy?: EmailService;
  /** What stands for Slack. */
  readonly slack?: PretendedSlack;
  /** What the faults of a scenario may do beyond the promise: lose or reorder facts, leave dead letters. */
  readonly may?: readonly ('lose' | 'reorder' | 'die')[];
}

/** A play of events and time. Instants are `09:15`, `09:15:30` or, so many days on, `+2 09:15`; all UTC. */
export interface Scenario {
  readonly runtime: Embedded;
  /** Passes up to the instant, and delivers an event then. */
  event(at: string, type: string, data: object, options?: EventOptions): Promise<void>;
  /** The same for a line as it stands. */
  line(at: string, text: string, detailType?: string): Promise<void>;
  /** A capture that is hot and complete, unless the data says otherwise. */
  capture(at: string, email: string, data?: object, options?: EventOptions): Promise<void>;
  activity(at: string, email: string, kind: string, options?: EventOptions): Promise<void>;
  accept(at: string, email: string, repId?: string, options?: EventOptions): Promise<void>;
  reject(at: string, email: string, reason: string, repId?: string): Promise<void>;
  /** A text from a phone to the two-way number. */
  reply(at: string, reply: PhoneReply): Promise<void>;
  contacted(at: string, email: string): Promise<void>;
  closed(at: string, email: string, outcome: string): Promise<void>;
  /** Passes up to and including the instant. */
  pass(until: string): Promise<void>;
  /** Until only daily looks remain. */
  runToEnd(): Promise<void>;
  /** From now on decisions are made by this agreement; leads, clocks and messages under way stay. */
  deploy(agreement: Agreement): void;
  /** Exactly these have gone out since this was asked last: `09:15 remind ana sms`. */
  expectMessages(expected: readonly string[]): void;
  /** Whatever went out until now is not what the scenario is about. */
  ignoreMessages(): void;
  /** The messages themselves, those that were expected too. */
  readonly sent: readonly SentMessage[];
  /** Every fact as it went to the bus. */
  readonly published: readonly FactEvent[];
  /** A lead's facts so far, each once however often it was delivered, of these types if any are given: `09:15 LeadEscalated accept remind 1`. */
  facts(email: string, ...types: readonly FactEvent['type'][]): readonly string[];
  refusals(): readonly string[];
}

const rulesOf = (current: () => Rules): Rules => ({
  get agreement() {
    return current().agreement;
  },
  get fit() {
    return current().fit;
  },
  actionsOf: (activity) => current().actionsOf(activity),
  territoryOf: (fields) => current().territoryOf(fields),
  waitlistsOf: (rep) => current().waitlistsOf(rep),
});

/**
 * Plays a scenario in the embedded runtime. After each step the design's invariants are checked, and at the
 * end that no message went out that was not expected, and that what was committed was published.
 */
export const play = async (
  agreement: Agreement,
  body: (scenario: Scenario) => Promise<void>,
  { day = '2026-11-02', replace, repliesBySms = false, emailBy = 'sns', slack, may = [] }: ScenarioOptions = {},
): Promise<void> => {
  const calendar = createCalendar(day);
  const published: FactEvent[] = [];
  const sent: SentMessage[] = [];
  let rules = createRules(agreement);
  let expected = 0;
  let index = 0;
  let problems: readonly string[] = [];
  const runtime: Embedded = createEmbedded({
    agreement,
    start: calendar.parse('00:00'),
    repliesBySms,
    emailBy,
    ...(slack === undefined ? {} : { slack }),
    store: { freeze: true },
    onFact: (fact) => published.push(fact),
    onMessage: (message, at) => sent.push({ at, message }),
    replace: (own) => {
      const watched = watchStore(
        own.store,
        () => runtime.store,
        () => rules.agreement,
      );
      problems = watched.problems;
      const ports: Ports = { ...own, store: watched.store, rules: rulesOf(() => rules) };
      return { ...ports, ...replace?.(ports) };
    },
  });

  const check = (): void => expect(problems, 'invariants').toEqual([]);

  const line: Scenario['line'] = async (at, text, detailType = '') => {
    await runtime.runBefore(calendar.parse(at));
    await runtime.deliver(text, detailType);
    check();
  };
  const event: Scenario['event'] = (at, type, data, { id, source = 'website', occurredAt } = {}) => {
    index += 1;
    const eventId = id ?? `event-${index}`;
    const time = new Date(calendar.parse(at)).toISOString();
    const metadata = {
      id: eventId,
      version: 1,
      occurredAt: occurredAt === undefined ? time : new Date(calendar.parse(occurredAt)).toISOString(),
    };
    return line(
      at,
      JSON.stringify({ id: eventId, source, time, 'detail-type': type, detail: { metadata, data } }),
      type,
    );
  };
  const say = ({ at, message }: SentMessage): string =>
    `${calendar.format(at)} ${message.purpose} ${message.rep} ${message.channel}`;
  const expectMessages: Scenario['expectMessages'] = (messages) => {
    expect(sent.slice(expected).map(say)).toEqual(messages);
    expected = sent.length;
  };

  await body({
    runtime,
    event,
    line,
    capture: (at, email, data = {}, options) =>
      event(at, 'LeadCaptured', { person: { email }, company: { name: 'Acme', employees: 500 }, ...data }, options),
    activity: (at, email, kind, options) => event(at, 'LeadActivityRecorded', { email, kind }, options),
    accept: (at, email, repId, options) =>
      event(at, 'RepAnswered', { email, answer: 'accept', ...(repId === undefined ? {} : { repId }) }, options),
    reject: (at, email, reason, repId) =>
      event(at, 'RepAnswered', { email, answer: 'reject', reason, ...(repId === undefined ? {} : { repId }) }),
    reply: async (at, reply) => {
      await runtime.runBefore(calendar.parse(at));
      await runtime.reply(reply);
      check();
    },
    contacted: (at, email) => event(at, 'LeadContacted', { email }),
    closed: (at, email, outcome) => event(at, 'LeadClosed', { email, outcome }),
    pass: async (until) => {
      await runtime.runThrough(calendar.parse(until));
      check();
    },
    runToEnd: async () => {
      await runtime.runToEnd();
      check();
    },
    deploy: (next) => {
      rules = createRules(next);
    },
    expectMessages,
    ignoreMessages: () => {
      expected = sent.length;
    },
    sent,
    published,
    facts: (email, ...types) =>
      [...new Map(published.map((fact) => [fact.detail.metadata.id, fact])).values()]
        .filter(({ detail }) => detail.leadId !== undefined && runtime.store.lead(detail.leadId)?.email === email)
        .filter(({ type }) => types.length === 0 || types.includes(type))
        .map((fact) => tellFact(fact, calendar)),
    refusals: () => published.filter(({ type }) => type === 'LeadRefused').map((fact) => tellFact(fact, calendar)),
  });

  check();
  expectMessages([]);
  if (!may.includes('die')) expect(runtime.deadLetters).toEqual([]);
  if (may.includes('lose')) return;
  const order = may.includes('reorder') ? 'any order' : 'in order';
  expect(await problemsOfPublishing(runtime.store, published, order), 'what was published').toEqual([]);
};
