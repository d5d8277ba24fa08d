import { DECIDED_BY_PEOPLE, type DecidedBy } from '../domain/vocabulary/decided-by.ts';
import type { FactType } from '../domain/vocabulary/fact-types.ts';
import { ANSWER_TYPES, REP_TYPES } from '../domain/vocabulary/inbound-types.ts';
import { MEASURED_FACTS } from '../domain/vocabulary/measured-facts.ts';
import { emailEnv } from './env/email.ts';
import { value } from './env/value.ts';
import * as z from './zod.ts';

/** Events by their type, or all but some of them. */
export type DetailTypes = readonly string[] | { readonly anythingBut: readonly string[] };

/** What nobody waits for goes in bulk: it delays nothing that is prompt. */
export type Lane = 'prompt' | 'bulk';

/** What somebody hears of the bus: events of others, or our facts. */
export type Hearing =
  | {
      readonly source: 'inbound';
      readonly detailTypes: DetailTypes;
      /** Only events that are part of a bulk (`metadata.bulk`), or only those that are not; of each the queue is its own. */
      readonly lane?: Lane;
    }
  | {
      readonly source: 'facts';
      readonly detailTypes: readonly FactType[];
      /** Only assignments that were decided by one of these. */
      readonly decidedBy?: readonly DecidedBy[];
    };

/** What a function is to those around it. */
interface FunctionContract {
  readonly hears: readonly Hearing[];
  /** What it reads of its environment. infra parses what it writes there by the same schema. */
  readonly env: z.ZodMiniObject;
}

const table = { TABLE_NAME: value };

/** Of functions that tell figures. */
const figures = z.object({
  ...table,
  /** A link to the figures is this and a token; it ends with a slash. */
  PAGE_BASE: value,
  ...emailEnv,
});

/** What reps and those who speak for them tell. */
const ANSWERS = [...ANSWER_TYPES, ...REP_TYPES];

/** Every function, by the name of its folder. In this order those who hear one event get it in the simulator. */
export const FUNCTIONS = {
  'record-answer': { hears: [{ source: 'inbound', detailTypes: ANSWERS }], env: z.object(table) },
  'score-lead': {
    // All the rest, so that what nobody knows is refused and does not disappear.
    hears: [
      { source: 'inbound', detailTypes: { anythingBut: ANSWERS }, lane: 'prompt' },
      { source: 'inbound', detailTypes: { anythingBut: ANSWERS }, lane: 'bulk' },
    ],
    env: z.object(table),
  },
  'route-lead': {
    hears: [
      {
        source: 'facts',
        detailTypes: [
          'LeadQualified',
          'LeadRejected',
          'LeadEscalated',
          'LeadRecycled',
          'OutcomeRecorded',
          'LeadForgotten',
        ],
      },
      { source: 'facts', detailTypes: ['RepWentAway', 'RepCameBack'] },
      // By those the past owner has a hand free, and the company an owner; what routing decides it knows.
      { source: 'facts', detailTypes: ['LeadAssigned'], decidedBy: DECIDED_BY_PEOPLE },
    ],
    env: z.object(table),
  },
  'alert-rep': {
    hears: [{ source: 'facts', detailTypes: ['LeadAssigned', 'LeadEscalated', 'LeadRejected', 'WatchTriggered'] }],
    env: z.object({
      ...table,
      /** A link is this and a token; it ends with a slash. */
      LINK_BASE: value,
      ...emailEnv,
      /** Whether an SMS may be answered by one. */
      REPLIES: z.enum(['on', 'off']),
      SECRETS_PREFIX: value,
    }),
  },
  /** Nobody waits for figures: its queue is worked off in large batches. */
  'keep-measures': {
    hears: [{ source: 'facts', detailTypes: MEASURED_FACTS }],
    env: z.object(table),
  },
  /** Fed by a queue: of clocks that have waited, and of what watch-clocks found past due. */
  'advance-clock': {
    hears: [],
    env: z.object({
      ...table,
      /** The state machine by which a clock waits for its next instant. */
      CLOCK_ARN: value,
    }),
  },
  /** Called every minute. */
  'watch-clocks': {
    hears: [],
    env: z.object({
      ...table,
      ROUTE_QUEUE_URL: value,
      ALERT_QUEUE_URL: value,
      CLOCK_QUEUE_URL: value,
      PUBLISH_QUEUE_URL: value,
    }),
  },
  /** Called every hour. */
  'check-reach': {
    hears: [],
    env: z.object({
      ...table,
      ...emailEnv,
      SECRETS_PREFIX: value,
    }),
  },
  /** Fed by the table's stream, and by a queue of what has to be published again. */
  'publish-events': {
    hears: [],
    env: z.object({
      ...table,
      BUS_NAME: value,
      /** Where entries that the bus refused are tried again. */
      PUBLISH_QUEUE_URL: value,
    }),
  },
  /** Called by the HTTP API. */
  'answer-alert': { hears: [], env: z.object(table) },
  /** Called by the HTTP API. */
  'show-measures': {
    hears: [],
    env: figures,
  },
  /** Called every quarter of an hour, where a check-in is agreed. */
  'mail-figures': { hears: [], env: figures },
  /** Called by the HTTP API that other systems send to. */
  'receive-webhook': {
    hears: [],
    env: z.object({
      /** Where requests wait for translate-lead. */
      RECEIVED_QUEUE_URL: value,
      SECRETS_PREFIX: value,
    }),
  },
  /** Fed by the queue of what was received, and by partners' buses. */
  'translate-lead': {
    hears: [],
    env: z.object({
      ...table,
      BUS_NAME: value,
      SECRETS_PREFIX: value,
    }),
  },
  /** Called every hour, where a source can be asked what came. */
  'reconcile-sources': { hears: [], env: z.object({ ...table, RECEIVED_QUEUE_URL: value, SECRETS_PREFIX: value }) },
  /** Fed by SES, by way of the account's default bus, where e-mail goes by it. */
  'hear-bounce': {
    hears: [],
    env: z.object({
      ...table,
      /** Where alert-rep is asked to send what came back by another channel. */
      ALERT_QUEUE_URL: value,
    }),
  },
  /** Fed by a queue for each webhook of sinks.yaml, which hears the facts that it wants. */
  'send-webhook': { hears: [], env: z.object({ SINK_QUEUES: value, SECRETS_PREFIX: value }) },
  /** Fed by a queue for each CRM of sinks.yaml. */
  'write-crm': { hears: [], env: z.object({ ...table, SINK_QUEUES: value, SECRETS_PREFIX: value }) },
  /** Fed by a queue for each Teams of sinks.yaml. */
  'post-card': {
    hears: [],
    env: z.object({ ...table, SINK_QUEUES: value, SECRETS_PREFIX: value, LINK_BASE: value }),
  },
  /** Called by the HTTP API that other systems send to, where a rep has Slack. */
  'answer-slack': { hears: [], env: z.object({ ...table, SECRETS_PREFIX: value }) },
  /** Where a rep has Slack: what was posted there is written anew once it is answered or its lead has gone on. */
  'update-chat': {
    hears: [
      {
        source: 'facts',
        detailTypes: [
          // A rep may be faster than the record of their alert.
          'RepAlerted',
          'LeadAssigned',
          'LeadAccepted',
          'LeadRejected',
          'LeadEscalated',
          'ContactRecorded',
          'OutcomeRecorded',
          'LeadRecycled',
        ],
      },
    ],
    env: z.object({ ...table, LINK_BASE: value, SECRETS_PREFIX: value }),
  },
  /** Fed by the topic of the two-way number. */
  'read-reply': { hears: [], env: z.object(table) },
} satisfies Readonly<Record<string, FunctionContract>>;

export type FunctionName = keyof typeof FUNCTIONS;

/** What is written into a function's environment. */
export type EnvironmentOf<Name extends FunctionName> = z.input<(typeof FUNCTIONS)[Name]['env']>;

const isFunctionName = (name: string): name is FunctionName => Object.hasOwn(FUNCTIONS, name);

export const FUNCTION_NAMES: readonly FunctionName[] = Object.keys(FUNCTIONS).filter(isFunctionName);
