import { type Instant, type IsoInstant, toIso } from '../time/instant.ts';
import type { Fact, Refused } from './facts.ts';
import type { Lead } from './lead.ts';
import type { RepFact } from './rep-facts.ts';

/** A fact as it is published: the `detail` of an event whose source is golden-hour. */
export interface FactEvent {
  readonly type: Fact['type'] | RepFact['type'] | Refused['type'];
  /** ISO 8601, UTC. */
  readonly time: IsoInstant;
  readonly detail: FactDetail;
}

export interface FactDetail {
  readonly metadata: {
    /** The same at each delivery of the fact. */
    readonly id: string;
    readonly version: 1;
    readonly occurredAt: IsoInstant;
    readonly correlationId: string;
    readonly causationId: string;
  };
  /** Absent in LeadRefused, and in facts about a rep. */
  readonly leadId?: string;
  /** From 1, without a gap for each lead, for each rep's absences, and for each rep's reach; absent in LeadRefused. */
  readonly sequence?: number;
  readonly data: Fact['data'] | RepFact['data'] | Refused['data'];
}

/** What the commit of a command is caused by: an inbound event, a fact, a clock. */
export interface Cause {
  readonly id: string;
}

/** Gives the facts of one commit their places in the lead's sequence. */
export const factEvents = (
  { id: leadId, sequence }: Pick<Lead, 'id' | 'sequence'>,
  facts: readonly Fact[],
  cause: Cause,
  now: Instant,
): readonly FactEvent[] => {
  const time = toIso(now);
  return facts.map((fact, index) => ({
    type: fact.type,
    time,
    detail: {
      metadata: {
        id: `${leadId}.${sequence + index + 1}`,
        version: 1,
        occurredAt: time,
        correlationId: leadId,
        causationId: cause.id,
      },
      leadId,
      sequence: sequence + index + 1,
      data: fact.data,
    },
  }));
};

/** What facts about a rep are counted by: when leads may come to them, and whether messages do. Each has its own sequence. */
export interface RepSequence {
  readonly rep: string;
  readonly of: 'rep' | 'reach';
  readonly sequence: number;
}

/** Gives the facts about a rep their places in one of the rep's sequences. */
export const repFactEvents = (
  { rep, of, sequence }: RepSequence,
  facts: readonly RepFact[],
  cause: Cause,
  now: Instant,
): readonly FactEvent[] => {
  const time = toIso(now);
  return facts.map(({ type, data }, index) => ({
    type,
    time,
    detail: {
      metadata: {
        id: `${of}.${rep}.${sequence + index + 1}`,
        version: 1,
        occurredAt: time,
        correlationId: rep,
        causationId: cause.id,
      },
      sequence: sequence + index + 1,
      data,
    },
  }));
};

/** A refusal belongs to no lead; its id is that of the refused input. */
export const refusalEvent = (refused: Refused, id: string, now: Instant): FactEvent => {
  const time = toIso(now);
  return {
    type: refused.type,
    time,
    detail: {
      metadata: { id: `refused.${id}`, version: 1, occurredAt: time, correlationId: id, causationId: id },
      data: refused.data,
    },
  };
};
